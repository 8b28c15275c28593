using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>What one plan was promised in all, what was paid of it and what is left, of the whole fund or of one contributor's euros.</summary>
public sealed record PlanMoney(int Round, string RoundName, int Number, string Title, Figure Awarded, Figure Paid, Figure Left)
{
    /// <param name="movements">Limited to the contributor, where <paramref name="whose"/> names one.</param>
    public static async Task<IReadOnlyList<PlanMoney>> Of(WijkfondsContext db, Movements movements, EntryFilter whose)
    {
        var touched = movements.Rows.Where(r => r.Account == LedgerAccount.Awarded).Select(r => r.Subject).ToHashSet();
        var awards = await db.Set<Award>().AsNoTracking().OrderByDescending(a => a.Proposal.Round.Number).ThenBy(a => a.Proposal.Number)
            .Select(a => new { a.Id, a.Number, Round = a.Proposal.Round.Number, a.Proposal.Round.Name, Plan = a.Proposal.Number, a.Proposal.Title }).ToListAsync();
        return [.. awards.Where(a => touched.Contains(a.Id)).Select(a =>
        {
            // What is left is what the years before left too.
            var plan = whose with { Account = LedgerAccount.Awarded, Award = a.Number };
            return new PlanMoney(a.Round, a.Name, a.Plan ?? 0, a.Title, Promised(movements, plan, a.Id, $"/rondes/{a.Round}/plannen/{a.Plan}/geld#boekingen"),
                Figure.Of("paid", movements, plan with { Kind = EntryKind.Payment }, a.Id),
                Figure.Of("awarded", movements, plan with { From = null }, a.Id));
        })];
    }

    /// <summary>All that was promised: at first, on top, less what was not needed. Of several kinds the plan's own page shows the entries.</summary>
    private static Figure Promised(Movements movements, EntryFilter plan, Guid award, string several)
    {
        var first = Figure.Of("promised", movements, plan with { Kind = EntryKind.Award }, award);
        var (more, less) = (movements.Figure(plan with { Kind = EntryKind.Supplement }, subject: award), movements.Figure(plan with { Kind = EntryKind.Lapse }, subject: award));
        return more == Cents.Zero && less == Cents.Zero ? first : first with { Amount = first.Amount + more - less, Path = several };
    }
}
