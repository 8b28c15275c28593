using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements;

/// <summary>How far the money of a plan is at the end of the period; closed once two members decided so.</summary>
public enum PlanMoneyState { Promised, PartlyPaid, Paid, Returned, Closed }

/// <summary>
/// What one contributor's euros did in one plan, to the cent: promised, promised on top, not needed after all, paid and given
/// back in the period, and what is still to be paid at its end; with what the team showed for it. What was still to be paid at
/// the start, promised and later more or less, less what was paid, is what is still to be paid.
/// </summary>
/// <param name="Opening">Null where the period begins with the book.</param>
public sealed record PlanPart(int Round, string RoundName, int Number, string Title, PlanMoneyState State, Figure? Opening, Figure Promised, Figure Supplement, Figure Lapsed, Figure Paid, Figure Repaid, Figure Left, PlanEvidence Evidence)
{
    public string Path => $"/rondes/{Round}/plannen/{Number}";

    /// <summary>What made the promise more or less later, where something did, with what it did to it.</summary>
    public IEnumerable<(Figure Figure, Cents Effect)> Later => new[] { (Supplement, Supplement.Amount), (Lapsed, -Lapsed.Amount) }.Where(l => l.Item2 != Cents.Zero);

    /// <summary>All that stands in a file, in its order; of what changed or came back only what there was.</summary>
    public IEnumerable<Figure> Figures => [.. Opening is { } opening ? new[] { opening } : [], Promised, .. new[] { Supplement, Lapsed, Repaid }.Where(f => f.Amount != Cents.Zero), Paid, Left];

    /// <summary>By round, the newest first, then by plan; only plans that the period says something about.</summary>
    /// <param name="last">The instant after the period's last day: how far a plan is, is told as of then.</param>
    /// <param name="end">What was recorded from this instant on is not known.</param>
    public static async Task<IReadOnlyList<PlanPart>> Of(WijkfondsContext db, EntryFilter whose, Period period, Movements before, Movements during, DateTimeOffset last, DateTimeOffset end)
    {
        var upToEnd = before + during;
        var touched = upToEnd.Rows.Where(r => r.Account == LedgerAccount.Awarded).Select(r => r.Subject!.Value).ToHashSet();
        var awards = (await db.Set<Award>().AsNoTracking().OrderByDescending(a => a.Proposal.Round.Number).ThenBy(a => a.Proposal.Number)
            .Select(a => new { a.Id, a.Number, a.ClosedAt, Round = a.Proposal.Round.Number, a.Proposal.Round.Name, Plan = a.Proposal.Number, a.Proposal.Title }).ToListAsync()).Where(a => touched.Contains(a.Id)).ToList();
        var evidence = await PlanEvidence.Of(db, touched, end);
        return [.. awards.Select(a =>
        {
            var plan = whose with { Account = LedgerAccount.Awarded, Award = a.Number };
            Figure Moved(string name, EntryKind kind, LedgerAccount account = LedgerAccount.Awarded) => Figure.Within(name, during, period.During(plan with { Account = account, Kind = kind }), a.Id);
            return new PlanPart(a.Round, a.Name, a.Plan ?? 0, a.Title, a.ClosedAt < last && a.ClosedAt < end ? PlanMoneyState.Closed : StateOf(upToEnd, a.Id),
                period.First is null ? null : Figure.Within("still-before", before, period.Before(plan), a.Id), Moved("promised", EntryKind.Award), Moved("supplement", EntryKind.Supplement), Moved("lapsed", EntryKind.Lapse), Moved("paid", EntryKind.Payment),
                Moved("repaid", EntryKind.Repayment, LedgerAccount.Bank), Figure.Within("still", upToEnd, period.UpToEnd(plan), a.Id), evidence.GetValueOrDefault(a.Id, PlanEvidence.None));
        }).Where(p => new[] { p.Promised, p.Supplement, p.Lapsed, p.Paid, p.Repaid, p.Left }.Any(f => f.Amount != Cents.Zero))];
    }

    private static PlanMoneyState StateOf(Movements upToEnd, Guid award)
    {
        var on = new EntryFilter { Account = LedgerAccount.Awarded };
        var (left, paid) = (upToEnd.Within(on, award), upToEnd.Within(on with { Kind = EntryKind.Payment }, award));
        return (left > Cents.Zero, paid > Cents.Zero) switch
        {
            (true, false) => PlanMoneyState.Promised,
            (true, true) => PlanMoneyState.PartlyPaid,
            (false, true) => PlanMoneyState.Paid,
            _ => PlanMoneyState.Returned,
        };
    }
}
