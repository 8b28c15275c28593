using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>Where a part of an award stands. Its words are "part.state.{name}".</summary>
public enum PartState { Waits, ToPay, ToReport, Sent, MoreAsked, Accepted, NotNeeded }

/// <param name="PaidAt">When all of it was out; null before.</param>
/// <param name="Counts">Its amount, less what flowed back before a later part was promised.</param>
public sealed record PartStanding(AwardPart Part, PartState State, DateTimeOffset? PaidAt, Cents Counts)
{
    /// <summary>The time a team has to tell what it did with the money.</summary>
    public static readonly TimeSpan TimeToReport = TimeSpan.FromDays(90);

    public Report? Last => Part.Reports.MaxBy(r => r.Number);
    /// <summary>Whose report is wanted now.</summary>
    public bool WantsReport => State is PartState.ToPay or PartState.ToReport or PartState.MoreAsked;
    public DateTimeOffset? DueAt => State is PartState.ToReport ? PaidAt + TimeToReport : null;
    public bool IsOverdue(DateTimeOffset now) => DueAt < now;
}

/// <summary>Where an award stands: what was paid and what is left by the book, and each of its parts. Computed, never stored.</summary>
/// <param name="Paid">Released and not taken back.</param>
/// <param name="Left">Promised still, by the book.</param>
public sealed record Standing(Award Award, Cents Paid, Cents Left, IReadOnlyList<PartStanding> Parts)
{
    public bool HasParts => Parts.Count > 0;
    public bool IsDone => HasParts && Parts.All(p => p.State is PartState.Accepted or PartState.NotNeeded);

    /// <summary>What may be paid now: the parts up to the one that is being reported on, less what was paid. Nothing of what is closed.</summary>
    public Cents Payable => Award.ClosedAt is not null ? Cents.Zero : !HasParts ? Left
        : Cents.Min(Left, Sum(Parts.Where(p => p.State is not (PartState.Waits or PartState.NotNeeded))) - Paid) is var open && open > Cents.Zero ? open : Cents.Zero;

    /// <summary>The part that the team can report on now: the first that wants it.</summary>
    public PartStanding? Wanted => Award.ClosedAt is null ? Parts.FirstOrDefault(p => p.State is PartState.ToReport or PartState.MoreAsked) ?? Parts.FirstOrDefault(p => p.WantsReport) : null;

    /// <summary>All that these awards ask for, in the order of their numbers.</summary>
    public static async Task<IReadOnlyList<Standing>> Of(WijkfondsContext db, IQueryable<Award> awards)
    {
        var found = await awards.Include(a => a.Proposal.Round).Include(a => a.Payments).Include(a => a.Parts).ThenInclude(i => i.Reports).AsSplitQuery().OrderBy(a => a.FundId).ThenBy(a => a.Number).ToListAsync();
        if (found.Count == 0) return [];
        var ids = found.Select(a => a.Id).ToList();
        var left = await db.Set<JournalLine>().Where(l => l.Account == LedgerAccount.Awarded && l.Subject != null && ids.Contains(l.Subject.Value)).GroupBy(l => l.Subject!.Value)
            .Select(g => new { g.Key, Sum = g.Sum(l => l.Amount.Value) }).ToDictionaryAsync(g => g.Key, g => new Cents(-g.Sum));
        var reversed = (await db.Set<JournalEntry>().Where(e => e.Reverses != null).Select(e => new { e.FundId, Sequence = e.Reverses!.Value }).ToListAsync()).Select(e => (e.FundId, e.Sequence)).ToHashSet();
        return [.. found.Select(a => Of(a, left.GetValueOrDefault(a.Id), [.. a.Payments
            .Where(p => p.ReleasedAt is not null && p.EntrySequence is { } entry && !reversed.Contains((a.FundId, entry))).OrderBy(p => p.ReleasedAt).ThenBy(p => p.Number)]))];
    }

    public static async Task<Standing?> Of(WijkfondsContext db, int award) => (await Of(db, db.Set<Award>().Where(a => a.Number == award))).SingleOrDefault();

    public static Standing Of(Award award, Cents left, IReadOnlyList<Payment> paid)
    {
        var (parts, before, previousAccepted) = (new List<PartStanding>(), Cents.Zero, true);
        var total = paid.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount);
        foreach (var part in award.Parts.OrderBy(i => i.Number))
        {
            var reached = before + part.Amount;
            // What flowed back before more was promised was the end of the parts until then, not of those after.
            if (award.Parts.Where(i => i.Number > part.Number && i.Before > Cents.Zero).MinBy(i => i.Number) is { } later && later.Before < reached) reached = later.Before < before ? before : later.Before;
            var isOut = total >= reached || (left <= Cents.Zero && total > before);
            var last = part.Reports.MaxBy(r => r.Number);
            var state = last is { IsAccepted: true } ? PartState.Accepted
                : last is { Waits: true } ? PartState.Sent
                : last is not null ? PartState.MoreAsked
                : reached == before || (!isOut && (left <= Cents.Zero || award.ClosedAt is not null)) ? PartState.NotNeeded
                : !previousAccepted && !part.IsSupplement ? PartState.Waits
                : isOut ? PartState.ToReport : PartState.ToPay;
            parts.Add(new PartStanding(part, state, isOut ? When(paid, Cents.Min(reached, total)) : null, reached - before));
            (before, previousAccepted) = (reached, state == PartState.Accepted);
        }
        return new Standing(award, total, left, parts);
    }

    /// <summary>When what was paid reached this much.</summary>
    private static DateTimeOffset? When(IReadOnlyList<Payment> paid, Cents reached)
    {
        var sum = Cents.Zero;
        foreach (var payment in paid)
            if ((sum += payment.Amount) >= reached) return payment.ReleasedAt;
        return null;
    }

    private static Cents Sum(IEnumerable<PartStanding> parts) => parts.Aggregate(Cents.Zero, (sum, p) => sum + p.Counts);
}
