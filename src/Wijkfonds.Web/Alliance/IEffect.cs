using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Alliance;

/// <summary>What a carried decision does, and who may not speak on it. One per <see cref="DecisionKind"/>.</summary>
public interface IEffect
{
    DecisionKind Kind { get; }

    /// <summary>A reason why this person may not speak on it, beside seat and interest; null when there is none.</summary>
    Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult<Refusal?>(null);

    /// <summary>Whether this person gets or stands with who gets what is decided. Asked again of who proposed it when another speaks: that may have begun since.</summary>
    Task<bool> IsOwn(WijkfondsContext db, Decision decision, Guid account) => Task.FromResult(false);

    /// <summary>What else it touches: who declared an interest in one of these stands aside. The subject itself always counts.</summary>
    Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) => Task.FromResult<IReadOnlyList<Guid>>([]);

    /// <summary>What exactly is decided, in sentences, for the members who speak on it. The public register does not show them.</summary>
    Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Runs in the transaction of the voice that carried it.</summary>
    Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now);
}
