using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>Where a later year of a plan stands. Its words are "YearState.{name}".</summary>
public enum YearState
{
    /// <summary>It waits for money that is pledged.</summary>
    Conditional,
    /// <summary>It waits, and the pledges it rests on are not all there any more.</summary>
    Uncovered,
    /// <summary>Its money arrived, and is not free in the pot: it could not become a commitment yet.</summary>
    Arrived,
    Turned,
    /// <summary>It was a commitment, and its entry was taken back.</summary>
    TakenBack,
    Withdrawn, PlanEnded,
}

/// <summary>A year, where it stands, what is missing of its cover, and by number the givers whose pledges it waits for.</summary>
public sealed record YearStanding(ConditionalYear Row, YearState State, Cents Short, IReadOnlyList<int> Givers);

/// <summary>
/// All later years of a fund's plans, worked out from pledges and book, never stored. They take in turn: by year, then those
/// that are commitments already, then by the instant of the decision, then by the number of the plan, then as they were entered.
/// </summary>
/// <param name="Rows">In that order.</param>
public sealed record YearStandings(IReadOnlyList<YearStanding> Rows, PlanEarmarks Earmarks)
{
    public static readonly YearStandings Empty = new([], null!);

    public IEnumerable<YearStanding> Waiting => Rows.Where(r => r.Row.Waits);

    public IReadOnlyList<YearStanding> Of(Guid award) => [.. Rows.Where(r => r.Row.AwardId == award).OrderBy(r => r.Row.Year).ThenBy(r => r.Row.Number)];

    /// <param name="pledges">Other pledges than the fund has: a question ("what if"); null is as they are.</param>
    public static async Task<YearStandings> Of(WijkfondsContext db, Guid fund, DateOnly today, IReadOnlyList<LayerYear>? pledges = null)
    {
        var rows = await db.Set<ConditionalYear>().Include(y => y.Award.Proposal.Round).Where(y => y.FundId == fund).ToListAsync();
        if (rows.Count == 0) return Empty;
        pledges ??= await LayerYears.Of(db, fund, today);
        var earmarks = await PlanEarmarks.Of(db, fund, [.. rows.Select(r => r.Award.ProposalId).Distinct()]);
        var entries = rows.Select(r => r.EntrySequence).OfType<long>().ToList();
        var back = (await db.Set<JournalEntry>().Where(e => e.FundId == fund && e.Reverses != null && entries.Contains(e.Reverses.Value)).Select(e => e.Reverses!.Value).ToListAsync()).ToHashSet();
        var standings = new List<YearStanding>();
        foreach (var year in rows.GroupBy(r => r.Year).OrderBy(g => g.Key))
        {
            var here = pledges.Where(p => p.Year == year.Key).ToList();
            var (promised, arrived) = (new Cover(here.Select(p => new LayerAmount(p.Layer, p.Promised))), new Cover(here.Select(p => new LayerAmount(p.Layer, p.Received))));
            var open = new Cover(here.Select(p => new LayerAmount(p.Layer, p.Open)));
            foreach (var row in InTurn(year)) standings.Add(Stand(row, earmarks.For(row.Award.ProposalId, row.Year, row.Amount), promised, arrived, open, back));
        }
        return new(standings, earmarks);
    }

    /// <summary>The order in which years of one calendar year take.</summary>
    private static IEnumerable<ConditionalYear> InTurn(IEnumerable<ConditionalYear> rows) =>
        rows.OrderBy(r => r.EntrySequence ?? long.MaxValue).ThenBy(r => r.DecidedAt).ThenBy(r => r.Award.Proposal.Number).ThenBy(r => r.Award.Number).ThenBy(r => r.Number);

    private static YearStanding Stand(ConditionalYear row, IReadOnlyCollection<Admitted> earmarks, Cover promised, Cover arrived, Cover open, HashSet<long> back)
    {
        if (row.EndedAt is not null) return new(row, row.End == YearEnd.Withdrawn ? YearState.Withdrawn : YearState.PlanEnded, Cents.Zero, []);
        if (row.EntrySequence is { } entry && back.Contains(entry)) return new(row, YearState.TakenBack, Cents.Zero, []);
        var missing = row.Amount - promised.Take(row.Amount, earmarks).Sum();
        var came = arrived.Take(row.Amount, earmarks).Sum() == row.Amount;
        if (!row.Waits) return new(row, YearState.Turned, Cents.Zero, []);
        var givers = open.Take(row.Amount, earmarks).Select(l => l.Layer.Contributor).Distinct().Order().ToList();
        return new(row, came ? YearState.Arrived : missing > Cents.Zero ? YearState.Uncovered : YearState.Conditional, came ? Cents.Zero : missing, givers);
    }
}
