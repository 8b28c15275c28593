using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Proposals.Moving;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Proposals.Reviewing;

/// <summary>One plan on the table: read it, propose an outcome, or be the second. A member with an interest says so and stands aside.</summary>
public sealed class ReviewModel : FundPage
{
    [BindProperty] public string? Outcome { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Words { get; set; }
    [BindProperty] public string? Interest { get; set; }

    public ReviewLine Line { get; private set; } = null!;
    public Proposal Plan => Line.Plan;
    public Round Round { get; private set; } = null!;
    public int Version { get; private set; }
    /// <summary>Why this member cannot speak here, or why nobody can now.</summary>
    public Refusal? Closed { get; private set; }
    public ReviewTerms? Proposed => Line.Decision is { } open && !Line.IsStale ? ReviewTerms.Read(open.Terms) : null;
    public bool HasSpoken => Line.Decision?.Voices.Any(v => v.AccountId == Viewer.AccountId) == true;
    public bool HasInterest { get; private set; }
    /// <summary>Whether it fits the earmarked money of its section.</summary>
    public IReadOnlyList<PlanFit> Fits { get; private set; } = [];
    /// <summary>It is admitted, and could still go to another section.</summary>
    public bool MayMove { get; private set; }

    public string? Error(string field) => ModelState[field]?.Errors.FirstOrDefault()?.ErrorMessage;

    public async Task<IActionResult> OnGet(int number, int plan) => await Load(number, plan) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int number, int plan, int version)
    {
        var terms = ReviewRules.Terms(Outcome, Reason, Words, version);
        if (terms.Refused) return await Again(number, plan, terms.Refusal);
        var proposed = await Work.Run(db => Get<ReviewProposing>().Propose(db, Viewer, number, plan, terms.Value, Now));
        return proposed.Refused ? await Again(number, plan, proposed.Refusal) : Confirmed($"/rondes/{number}/toets", "review.proposed", plan);
    }

    public async Task<IActionResult> OnPostSpeak(int number, int plan, int decision, bool agree)
    {
        if (!await Load(number, plan) || Line.Decision?.Number != decision && await IsElsewhere(decision)) return NotFound();
        var reason = Typed.Line(Words);
        if (reason.Length > 1000) return Refused(new PlanWordsTooLong("words", 1000, reason.Length));
        var spoken = await Work.Run(db => Get<Deciding>().Speak(db, Viewer, Now, decision, agree, reason));
        if (spoken.Refused) return Refused(spoken.Refusal);
        return Confirmed($"/rondes/{number}/toets", agree ? "review.carried" : "review.dropped", plan);
    }

    public async Task<IActionResult> OnPostInterest(int number, int plan)
    {
        var declared = await Work.Run(db => ReviewProposing.DeclareInterest(db, Viewer, number, plan, Interest, Now));
        return declared.Refused ? await Again(number, plan, declared.Refusal) : Confirmed($"/rondes/{number}/toets/{plan}", "review.aside");
    }

    private async Task<IActionResult> Again(int number, int plan, Refusal refusal) => await Load(number, plan) ? Refused(refusal) : NotFound();

    /// <summary>This page speaks on decisions about its own plan only.</summary>
    private async Task<bool> IsElsewhere(int decision) => !await Db.Set<Decision>().AnyAsync(d => d.Number == decision && d.Subject == Plan.Id);

    private async Task<bool> Load(int number, int plan)
    {
        if (!Viewer.IsMember || await Db.PublicRound(number) is not { } round) return false;
        if ((await ReviewQueue.Of(Db, round)).FirstOrDefault(l => l.Plan.Number == plan) is not { } line) return false;
        (Round, Line, Version) = (round, line, await ReviewProposing.LastVersion(Db, line.Plan));
        HasInterest = await Db.Set<Interest>().AnyAsync(i => i.AccountId == Viewer.AccountId && i.Subject == line.Plan.Id && i.EndedAt == null);
        if (await Db.Plan(number, plan) is { } whole) Fits = await SectionEarmarks.FitsOf(Db, whole);
        MayMove = round.Sections.Count > 1 && MovingRules.MayMove(Plan, round, Now) is null;
        Closed = ReviewRules.MayBeReviewed(Plan, round, Now) ?? ReviewRules.StandsAside(Plan, Viewer) ?? (HasInterest ? new StandsAside() : null);
        return true;
    }
}
