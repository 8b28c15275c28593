using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements;

/// <summary>How far the money of a plan is.</summary>
public enum PlanMoneyState { Promised, PartlyPaid, Paid, Returned }

/// <summary>
/// What one contributor's euros did in one plan, to the cent: promised, promised on top, not needed after all and paid in the
/// period, and what is still to be paid at its end.
/// </summary>
public sealed record PlanPart(int Round, string RoundName, int Number, string Title, PlanMoneyState State, Figure Promised, Figure Supplement, Figure Lapsed, Figure Paid, Figure Left)
{
    /// <summary>What changed the promise later, where something did.</summary>
    public IEnumerable<Figure> Changes => new[] { Supplement, Lapsed }.Where(f => f.Amount != Cents.Zero);

    /// <summary>By round, the newest first, then by plan; only plans that the period says something about.</summary>
    public static async Task<IReadOnlyList<PlanPart>> Of(WijkfondsContext db, EntryFilter whose, Period period, Movements during, Movements upToEnd)
    {
        var touched = upToEnd.Rows.Where(r => r.Account == LedgerAccount.Awarded).Select(r => r.Subject).ToHashSet();
        var awards = await db.Set<Award>().AsNoTracking().OrderByDescending(a => a.Proposal.Round.Number).ThenBy(a => a.Proposal.Number)
            .Select(a => new { a.Id, a.Number, Round = a.Proposal.Round.Number, a.Proposal.Round.Name, Plan = a.Proposal.Number, a.Proposal.Title }).ToListAsync();
        return [.. awards.Where(a => touched.Contains(a.Id)).Select(a =>
        {
            var plan = whose with { Account = LedgerAccount.Awarded, Award = a.Number };
            return new PlanPart(a.Round, a.Name, a.Plan ?? 0, a.Title, StateOf(upToEnd, a.Id),
                Figure.Within("promised", during, period.During(plan with { Kind = EntryKind.Award }), a.Id),
                Figure.Within("supplement", during, period.During(plan with { Kind = EntryKind.Supplement }), a.Id),
                Figure.Within("lapsed", during, period.During(plan with { Kind = EntryKind.Lapse }), a.Id),
                Figure.Within("paid", during, period.During(plan with { Kind = EntryKind.Payment }), a.Id),
                Figure.Within("awarded", upToEnd, period.UpToEnd(plan), a.Id));
        }).Where(p => new[] { p.Promised, p.Supplement, p.Lapsed, p.Paid, p.Left }.Any(f => f.Amount != Cents.Zero))];
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
