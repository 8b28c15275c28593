using System.Text.Json;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Alliance;

/// <summary>
/// Why something is proposed that may name somebody. It stands in the terms of the decision, which can be erased, and not in
/// the proposer's voice, which is final.
/// </summary>
public sealed record DecisionReason(string? Reason)
{
    /// <summary>The sentence that says it; none where a decision of before kept its reason with the voice.</summary>
    public static IReadOnlyList<string> Said(Decision decision, Words words) =>
        JsonSerializer.Deserialize<DecisionReason>(decision.Terms)?.Reason is { Length: > 0 } reason ? [words["agreement.because", reason]] : [];
}
