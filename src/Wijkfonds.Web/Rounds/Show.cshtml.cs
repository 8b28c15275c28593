using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared.Look;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Rounds;

/// <summary>One round: where it is, what you can do now, its money, and every decision about it.</summary>
[AllowAnonymous]
public sealed class ShowModel : FundPage
{
    public Round Round { get; private set; } = null!;
    public Phase Phase { get; private set; }
    public Timeline Timeline => RoundTimeline.Of(Round, Now, T);
    public int Plans { get; private set; }
    /// <summary>Of whose euros each section's budget is made.</summary>
    public IReadOnlyList<SectionBudget> Budgets { get; private set; } = [];
    /// <summary>What was decided about this round, the newest first; what is still open only for members.</summary>
    public IReadOnlyList<DecisionLine> Decisions { get; private set; } = [];
    public DecisionLine? Open(DecisionKind kind) => Decisions.FirstOrDefault(d => d.IsOpen && d.Kind == kind);

    public async Task<IActionResult> OnGet(int number) => await Load(number) ? Page() : NotFound();

    /// <summary>Puts the draft before a second member.</summary>
    public async Task<IActionResult> OnPostPropose(int number)
    {
        if (!Viewer.IsMember || !await Load(number)) return NotFound();
        var proposed = await Work.Run(db => ApprovingRound.Propose(db, Get<Deciding>(), Viewer, Now, number));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed($"/rondes/{number}", "round.proposed");
    }

    private async Task<bool> Load(int number)
    {
        if (await Db.Round(number) is not { } round || (!round.IsPublic && !Viewer.IsMember)) return false;
        (Round, Phase) = (round, round.PhaseAt(Now));
        Plans = await Db.Set<Proposal>().CountAsync(p => p.RoundId == round.Id && p.Number != null);
        Budgets = await BudgetLayers.Of(Db, round);
        Decisions = await DecisionLine.About(Db, Get<Deciding>(), round.Id, T, Viewer);
        return true;
    }
}
