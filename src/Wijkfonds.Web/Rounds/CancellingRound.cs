using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Rounds;

/// <summary>Two members stop a round before its result, with a public reason; what was set apart goes back to the pot.</summary>
public sealed class CancellingRound(Book book) : IEffect
{
    public DecisionKind Kind => DecisionKind.CancelRound;

    public static async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, int number, string? typedReason)
    {
        if (!who.IsMember || await db.Round(number) is not { } round) return new NotFoundHere();
        if (Check(round, now) is { } refusal) return refusal;
        var reason = PublicReasonNeeded.Read(typedReason);
        if (reason.Refused) return reason.Refusal;
        return await deciding.Propose(db, who, now, DecisionKind.CancelRound, round.Id, round.Name, $"/rondes/{number}",
            JsonSerializer.Serialize(new Cancellation(reason.Value)), reason.Value);
    }

    /// <summary>Once the result is known, it stands: cancelling must never be a way to undo a vote.</summary>
    public static Refusal? Check(Round round, DateTimeOffset now) =>
        round.PhaseAt(now) is Phase.Draft or >= Phase.Decided ? new RoundStands() : null;

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words) =>
        Task.FromResult<IReadOnlyList<string>>([words["round.cancel.means"], words["round.because", Terms(decision)?.Reason ?? ""]]);

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Round(decision.Subject) is not { } round) return new NotFoundHere();
        if (Check(round, now) is { } refusal) return refusal;
        foreach (var section in round.Sections)
            if (await Pot.ReservedFor(db, section.Id) is var reserved && reserved > Cents.Zero
                && await book.Release(db, now, round.FundId, section.Id, reserved) is { Refusal: { } no }) return no;
        foreach (var open in await db.Set<Decision>().Where(d => d.Subject == round.Id && d.Id != decision.Id && d.CarriedAt == null && d.DroppedAt == null).ToListAsync())
            open.DroppedAt = now;
        db.Add(new RoundAct
        {
            FundId = round.FundId, RoundId = round.Id, Kind = RoundActKind.Cancelled, At = now, AccountId = who.AccountId, Note = Terms(decision)?.Reason ?? "",
        });
        return null;
    }

    private static Cancellation? Terms(Decision decision) => JsonSerializer.Deserialize<Cancellation>(decision.Terms);

    private sealed record Cancellation(string Reason);
}

/// <summary>The round has a result, or is no round yet.</summary>
public sealed record RoundStands : Refusal;
