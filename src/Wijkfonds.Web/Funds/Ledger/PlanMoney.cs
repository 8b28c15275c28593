using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>What one plan was promised, what was paid of it and what is left, of the whole fund or of one contributor's euros.</summary>
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
            return new PlanMoney(a.Round, a.Name, a.Plan ?? 0, a.Title,
                Figure.Of("promised", movements, plan with { Kind = EntryKind.Award }, a.Id),
                Figure.Of("paid", movements, plan with { Kind = EntryKind.Payment }, a.Id),
                Figure.Of("awarded", movements, plan with { From = null }, a.Id));
        })];
    }
}
