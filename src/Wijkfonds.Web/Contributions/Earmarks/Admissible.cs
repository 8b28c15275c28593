using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>
/// Which earmarked euros may enter a section: only those whose earmark every plan admissible there satisfies, by what the
/// section itself states about themes, places and target group.
/// </summary>
public static class Admissible
{
    /// <summary>Confirmed earmarks that the section admits, in the order of layers, each with what it may put in at most.</summary>
    public static async Task<IReadOnlyList<Admitted>> Of(WijkfondsContext db, Round round, Section section)
    {
        var earmarks = await db.Set<Earmark>().AsNoTracking().Include(e => e.Places).Include(e => e.Lists).AsSplitQuery().Where(e => e.FundId == round.FundId && e.ConfirmedAt != null)
            .OrderBy(e => e.Contributor.Number).ThenBy(e => e.Number).ToListAsync();
        return [.. earmarks.Select(e => Admits(section, round.LastDay(), e)).OfType<Admitted>()];
    }

    /// <summary>Null where some plan could be admitted to the section that does not satisfy the earmark.</summary>
    public static Admitted? Admits(Section section, DateOnly day, Earmark earmark)
    {
        if (day.Year < earmark.FirstYear || day.Year > earmark.LastYear) return null;
        if (!Within(EarmarkFit.Lines(section.OnlyThemes), EarmarkFit.Lines(earmark.Themes))) return null;
        if (earmark.TargetGroup.Length > 0 && !section.TargetGroup.Equals(earmark.TargetGroup, StringComparison.OrdinalIgnoreCase)) return null;
        var places = earmark.PlacesAt(null);
        if (places.Count == 0) return new(earmark.Id);
        return section.Area switch
        {
            SectionArea.Complexes when Within(EarmarkFit.Lines(section.Complexes), places.ComplexesOn(day)) => new(earmark.Id),
            // Rounded down to the cent: never more than was agreed.
            SectionArea.WholeNeighbourhood when earmark.WholePercent > 0 => new(earmark.Id, new Cents((long)((Int128)section.Budget.Value * earmark.WholePercent / 100))),
            _ => null,
        };
    }

    /// <summary>The day by which a round's earmarks are judged: its last day of voting.</summary>
    public static DateOnly LastDay(this Round round) => DateOnly.ParseExact(round.VotingCloses.Local[..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static bool Within(IReadOnlyList<string> stated, IReadOnlyList<string> allowed) =>
        allowed.Count == 0 || (stated.Count > 0 && stated.All(s => allowed.Contains(s, StringComparer.OrdinalIgnoreCase)));
}
