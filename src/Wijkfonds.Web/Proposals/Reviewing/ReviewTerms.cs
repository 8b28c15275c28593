using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkfonds.Web.Proposals.Reviewing;

public enum ReviewOutcome { Admit, ChangesAsked, Refuse }

/// <summary>
/// What the first member proposes and the second agrees to, about one version of the plan:
/// a plan that was sent in again meanwhile is not what they read.
/// </summary>
public sealed record ReviewTerms(
    [property: JsonConverter(typeof(JsonStringEnumConverter<ReviewOutcome>))] ReviewOutcome Outcome,
    [property: JsonConverter(typeof(JsonStringEnumConverter<ReviewReason>))] ReviewReason Reason, string Words, int Version)
{
    public ProposalActKind Act => Outcome switch
    {
        ReviewOutcome.Admit => ProposalActKind.Admitted,
        ReviewOutcome.ChangesAsked => ProposalActKind.ChangesAsked,
        _ => ProposalActKind.Refused,
    };

    public static ReviewTerms Read(string json) => JsonSerializer.Deserialize<ReviewTerms>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}
