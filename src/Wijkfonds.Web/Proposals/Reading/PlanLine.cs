using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Proposals.Reading;

/// <summary>One plan in a list.</summary>
public sealed record PlanLine(int Number, string Title, string Summary, string Place, string Team, bool WholeNeighbourhood,
    int? Section, int? Theme, string ThemeName, Cents Asked, PlanState State)
{
    /// <summary>Every plan of a round that was sent in, by number: two questions to the database, however many plans there are.</summary>
    public static async Task<IReadOnlyList<PlanLine>> Of(WijkfondsContext db, Round round)
    {
        var rows = await db.Set<Proposal>().AsNoTracking().Where(p => p.RoundId == round.Id && p.Number != null).OrderBy(p => p.Number).Select(p => new
        {
            p.Id, Number = p.Number!.Value, p.Title, p.Summary, p.Place, p.Team, p.WholeNeighbourhood, p.SectionId, p.ThemeId,
            Asked = p.Costs.Sum(c => c.Amount.Value),
            Last = p.Acts.OrderByDescending(a => a.Order).Select(a => a.Kind).First(),
            Awarded = db.Set<Award>().Any(a => a.ProposalId == p.Id),
            // Changed since it was sent in: what others read is then the version, not what its maker is typing.
            Changed = db.Set<ProposalVersion>().Any(v => v.ProposalId == p.Id) && !db.Set<ProposalVersion>().Any(v => v.ProposalId == p.Id && v.At >= p.SavedAt),
        }).ToListAsync();
        var changed = rows.Where(r => r.Changed).Select(r => r.Id).ToList();
        var texts = changed.Count == 0 ? [] : (await db.Set<ProposalVersion>().AsNoTracking().Where(v => changed.Contains(v.ProposalId)).ToListAsync())
            .GroupBy(v => v.ProposalId).ToDictionary(g => g.Key, g => PlanText.Read(g.MaxBy(v => v.Number)!.Text));
        return [.. rows.Select(r =>
        {
            var state = PlanStates.Of(r.Last, r.Awarded);
            if (texts.TryGetValue(r.Id, out var text))
                return new PlanLine(r.Number, text.Title, text.Summary, text.Place, text.Team, text.WholeNeighbourhood, text.Section, text.Theme, text.ThemeName, text.Asked, state);
            var theme = round.Themes.SingleOrDefault(t => t.Id == r.ThemeId);
            return new PlanLine(r.Number, r.Title, r.Summary, r.Place, r.Team, r.WholeNeighbourhood,
                round.Sections.SingleOrDefault(s => s.Id == r.SectionId)?.Number, theme?.Number, theme?.Name ?? "", new Cents(r.Asked), state);
        })];
    }
}
