using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Proposals.Reading;

/// <summary>Two versions of a plan beside each other: what went and what came, part by part.</summary>
[AllowAnonymous]
public sealed class VersionsModel : FundPage
{
    public Proposal Plan { get; private set; } = null!;
    public IReadOnlyList<ProposalVersion> Versions { get; private set; } = [];
    public ProposalVersion Before { get; private set; } = null!;
    public ProposalVersion After { get; private set; } = null!;
    public IReadOnlyList<(string Part, IReadOnlyList<Passage> Text)> Parts { get; private set; } = [];
    public string Title { get; private set; } = "";

    /// <summary>Without a choice the last two.</summary>
    public async Task<IActionResult> OnGet(int number, int plan, string? van, string? tot)
    {
        if (await Db.PublicRound(number) is null || await Db.Plan(number, plan) is not { } found) return NotFound();
        Plan = found;
        Versions = await Db.VersionsOf(found.Id);
        if (Versions.Count == 0) return NotFound();
        Before = Chosen(van) ?? Versions[Math.Max(0, Versions.Count - 2)];
        After = Chosen(tot) ?? Versions[^1];
        var (before, after) = (PlanText.Read(Before.Text), PlanText.Read(After.Text));
        Title = PlanText.Read(Versions[^1].Text).Title;
        Parts = [.. Lines(before).Zip(Lines(after), (a, b) => (a.Part, WordDiff.Of(a.Text, b.Text)))];
        return Page();
    }

    private ProposalVersion? Chosen(string? typed) => Versions.FirstOrDefault(v => v.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == typed);

    private IEnumerable<(string Part, string Text)> Lines(PlanText text) =>
    [
        ("plan.Title", text.Title), ("plan.Summary", text.Summary), ("plan.Story", text.Story),
        ("plan.where", text.WholeNeighbourhood ? T["plan.Where.whole"] : text.Place), ("plan.Section", text.SectionName), ("plan.Theme", text.ThemeName),
        ("plan.costs", string.Join(" ; ", text.Costs.Select(c => $"{c.What} {T.Money(new Cents(c.Cents))}"))),
        ("plan.asked.sum", T.Money(text.Asked)), ("plan.OwnPart", text.OwnPart), ("plan.Team", text.Team),
    ];
}
