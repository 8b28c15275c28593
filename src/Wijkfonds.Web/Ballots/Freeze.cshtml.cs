using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Ballots;

/// <summary>Members freeze the ballot; afterwards everybody can see what was sealed, and check it.</summary>
[AllowAnonymous]
public sealed class FreezeModel : FundPage
{
    public Round Round { get; private set; } = null!;
    public IReadOnlyList<Proposal> Admitted { get; private set; } = [];
    public IReadOnlyList<BallotPlan> Plans { get; private set; } = [];
    public Decision? Open { get; private set; }
    /// <summary>Why the ballot cannot be frozen now.</summary>
    public Refusal? Prevents { get; private set; }
    /// <summary>Admitted plans that do not fit the earmarked money of their section, or of which nobody said so.</summary>
    public IReadOnlyList<PlanFit> Misfits { get; private set; } = [];
    public bool IsFrozen => Round.Has(RoundActKind.BallotFrozen);

    public async Task<IActionResult> OnGet(int number) => await Load(number) ? Page() : NotFound();

    public async Task<IActionResult> OnGetText(int number)
    {
        if (!await Load(number) || !IsFrozen) return NotFound();
        var text = BallotText.Of(Round, Plans, Round.Act(RoundActKind.TieLotDrawn)!.Note);
        return File(System.Text.Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", $"stembiljet-ronde-{Round.Number}.txt");
    }

    public async Task<IActionResult> OnPost(int number)
    {
        if (!await Load(number) || !Viewer.IsMember) return NotFound();
        var outcome = await Work.Run(db => Freezing.Propose(db, Get<Deciding>(), Viewer, Now, number));
        return outcome.Refused ? Refused(outcome.Refusal) : Confirmed($"/rondes/{number}/stembiljet-vaststellen", "freeze.proposed");
    }

    private async Task<bool> Load(int number)
    {
        if (await Db.Round(number) is not { } round) return false;
        Round = round;
        if (IsFrozen)
        {
            Plans = await Db.Set<BallotPlan>().AsNoTracking().Where(p => p.RoundId == round.Id).OrderBy(p => p.Number).ToListAsync();
            return true;
        }
        if (!Viewer.IsMember || !round.Has(RoundActKind.Approved)) return false;
        var submitted = await Freezing.Submitted(Db, round.Id);
        Admitted = [.. submitted.Where(p => p.IsAdmitted)];
        Misfits = await SectionEarmarks.Misfits(Db, round);
        Prevents = Freezing.Untimely(round, Now) ?? Freezing.Prevents(round, submitted) ?? await SectionEarmarks.Prevents(Db, round);
        Open = await Db.Set<Decision>().AsNoTracking().SingleOrDefaultAsync(d => d.Kind == DecisionKind.FreezeBallot && d.Subject == round.Id && d.CarriedAt == null && d.DroppedAt == null);
        return true;
    }
}
