using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation;

/// <summary>
/// What one earmark's euros in a section came to: set apart, promised to plans that won, and back to the earmark. Before the
/// result is confirmed it is what the booking will be: each award takes from all layers of the section in proportion.
/// </summary>
/// <param name="Unbound">What was in the section besides, that nobody bound.</param>
/// <param name="Spent">What the plans that won there cost together.</param>
public sealed record BoundShare(Section Section, string Earmark, string Giver, Cents Reserved, Cents Awarded, Cents Unbound, Cents Spent)
{
    public Cents Rest => Reserved - Awarded;

    /// <summary>Without the earmarked money there had not been enough for what won: it decided the section.</summary>
    public bool Decided => Spent > Unbound;

    /// <summary>In order of section, then of layers; a section without earmarked euros has none.</summary>
    public static async Task<IReadOnlyList<BoundShare>> Of(WijkfondsContext db, Round round, IReadOnlyList<SectionResult> results)
    {
        var shares = new List<BoundShare>();
        foreach (var result in results)
        {
            var held = await Layers.SetApart(db, round.FundId, result.SectionId);
            if (!held.Any(l => l.Layer.IsBound)) continue;
            var left = held.Select(l => l.Amount).ToArray();
            var unbound = held.Where(l => !l.Layer.IsBound).Aggregate(Cents.Zero, (sum, l) => sum + l.Amount);
            foreach (var plan in result.Elected)
            {
                var parts = Division.InProportion(plan.Plan.Cost, [.. left.Select(l => l.Value)]);
                for (var i = 0; i < left.Length; i++) left[i] -= parts[i];
            }
            for (var i = 0; i < left.Length; i++)
                if (held[i].Layer.IsBound)
                {
                    var earmark = await db.Set<Earmark>().AsNoTracking().Include(e => e.Contributor.Party).SingleAsync(e => e.Id == held[i].Layer.Reference);
                    shares.Add(new(result.Section, earmark.Name, earmark.Contributor.Party.Name, held[i].Amount, held[i].Amount - left[i], unbound, result.Spent));
                }
        }
        return shares;
    }
}
