using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Proposals.Moving;

/// <summary>A member proposes to put an admitted plan in another section, and sees beforehand which sections take it.</summary>
public sealed class MoveModel : FundPage
{
    [BindProperty(Name = "section")] public int? Section { get; set; }
    [BindProperty(Name = "reason")] public string? Reason { get; set; }

    public Proposal Plan { get; private set; } = null!;
    public Section From { get; private set; } = null!;
    public IReadOnlyList<PlanFit> InSection { get; private set; } = [];
    /// <summary>Every other section, with why it does not take the plan; null where it does.</summary>
    public IReadOnlyList<(Section Section, Refusal? Barred, IReadOnlyList<PlanFit> Fits)> Targets { get; private set; } = [];
    /// <summary>Why nobody, or not this member, can move it now.</summary>
    public Refusal? Closed { get; private set; }
    public Decision? Open { get; private set; }

    public string? Error(string field) => ModelState[field]?.Errors.FirstOrDefault()?.ErrorMessage;

    public async Task<IActionResult> OnGet(int number, int plan) => await Load(number, plan) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int number, int plan)
    {
        if (!await Load(number, plan)) return NotFound();
        var proposed = await Work.Run(db => MovingPlan.Propose(db, Get<Deciding>(), Viewer, Now, number, plan, new MoveForm(Section, Reason), T));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed($"/rondes/{number}/toets/{plan}/verplaatsen", "move.proposed", plan);
    }

    private async Task<bool> Load(int number, int plan)
    {
        if (!Viewer.IsMember || await Db.PublicRound(number) is null || await Db.Plan(number, plan) is not { SectionId: not null } found) return false;
        Plan = found;
        From = found.Round.Sections.Single(s => s.Id == found.SectionId);
        var fits = await SectionEarmarks.FitsAnywhere(Db, found);
        InSection = [.. fits.Where(f => f.In.Section.Id == From.Id)];
        var targets = new List<(Section, Refusal?, IReadOnlyList<PlanFit>)>();
        foreach (var to in found.Round.Sections.Where(s => s.Id != From.Id).OrderBy(s => s.Number))
            targets.Add((to, await MovingRules.MayEnter(Db, found, to), [.. fits.Where(f => f.In.Section.Id == to.Id)]));
        Targets = targets;
        Closed = MovingRules.MayMove(found, found.Round, Now) ?? Reviewing.ReviewRules.StandsAside(found, Viewer)
            ?? (await Db.Set<Interest>().AnyAsync(i => i.AccountId == Viewer.AccountId && i.Subject == found.Id && i.EndedAt == null) ? new StandsAside() : null);
        Open = await Db.Set<Decision>().AsNoTracking().SingleOrDefaultAsync(d => d.Kind == DecisionKind.MovePlan && d.Subject == found.Id && d.CarriedAt == null && d.DroppedAt == null);
        return true;
    }
}
