using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>The earmarked money of a round: in which section it is, whether each plan there fits, and who said what about it.</summary>
[AllowAnonymous]
public sealed class InRoundModel : FundPage
{
    [BindProperty(Name = "kind")] public string? Kind { get; set; }
    [BindProperty(Name = "reason")] public string? Reason { get; set; }
    [BindProperty(Name = "letter")] public string? Letter { get; set; }
    [BindProperty(Name = "earmark")] public Guid Earmark { get; set; }
    [BindProperty(Name = "plan")] public int Plan { get; set; }
    [BindProperty(Name = "section")] public int Section { get; set; }

    public Round Round { get; private set; } = null!;
    public IReadOnlyList<Inside> Inside { get; private set; } = [];
    public IReadOnlyList<PlanFit> Fits { get; private set; } = [];
    public IReadOnlyList<Decision> Open { get; private set; } = [];
    /// <summary>What was said about money that is not beside those plans any more.</summary>
    public IReadOnlyList<SaidBefore> Before { get; private set; } = [];
    /// <summary>What became of each proposal that a plan fits, by its word.</summary>
    public IReadOnlyDictionary<Guid, Decision> Judging { get; private set; } = new Dictionary<Guid, Decision>();
    /// <summary>The plans and givers in which this member declared an interest.</summary>
    public IReadOnlySet<Guid> Interests { get; private set; } = new HashSet<Guid>();
    public bool IsFrozen => Round.Has(RoundActKind.BallotFrozen);

    /// <summary>This viewer speaks for who gave the money.</summary>
    public bool Represents(Inside inside) => Viewer.Represents.Any(r => r.ContributorId == inside.Earmark.ContributorId);

    /// <summary>This viewer enters what the giver wrote in a letter.</summary>
    public bool EntersLetters(Inside inside) => !Represents(inside) && Treasury.Bar(Viewer) is null;

    /// <summary>Why this member does not judge this plan beside this money; null when they may.</summary>
    public Refusal? Aside(PlanFit fit) => Proposals.Reviewing.ReviewRules.StandsAside(fit.Plan, Viewer)
        ?? (Interests.Contains(fit.Plan.Id) || Interests.Contains(fit.In.Earmark.ContributorId) ? new StandsAside() : null);

    /// <summary>The proposal that this plan fits, while it waits for a second member.</summary>
    public Decision? Waits(PlanFit fit) => fit.Words.Select(w => Judging.GetValueOrDefault(w.Id)).FirstOrDefault(d => d is { IsOpen: true });

    /// <summary>The form about this plan that was refused: its words come back, in the giver's form or in the members'.</summary>
    public bool Returns(PlanFit fit, bool givers) => Refusal is not null && Plan == fit.Plan.Number && Earmark == fit.In.Earmark.Id
        && Enum.TryParse<EarmarkWordKind>(Kind, out var kind) && SayingFit.IsGivers(kind) == givers;

    public async Task<IActionResult> OnGet(int number) => await Load(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int number)
    {
        if (!Viewer.IsSignedIn || !await Load(number)) return NotFound();
        var said = await Work.Run(db => Get<SayingFit>().Say(db, Viewer, Now, number, Plan, Earmark, new WordForm(Kind, Reason, Letter)));
        return said.Refused ? Refused(said.Refusal) : Confirmed($"/rondes/{number}/oormerken", said.Value.Kind is EarmarkWordKind.ProposedFits ? "contributor.proposed" : "earmark.said");
    }

    public async Task<IActionResult> OnPostOut(int number)
    {
        if (!Viewer.IsMember || !await Load(number)) return NotFound();
        var proposed = await Work.Run(db => TakingOutEarmark.Propose(db, Get<Deciding>(), Viewer, Now, number, Section, Earmark, T));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed($"/rondes/{number}/oormerken", "contributor.proposed");
    }

    private async Task<bool> Load(int number)
    {
        if (await Db.Round(number) is not { IsPublic: true } round) return false;
        Round = round;
        Inside = await SectionEarmarks.Of(Db, round);
        Fits = await SectionEarmarks.Fits(Db, round);
        var sections = round.Sections.Select(s => s.Id).ToList();
        Before = await SaidBefore.Of(Db, round, Fits);
        Judging = await JudgingFit.On(Db, Fits.SelectMany(f => f.Words).Concat(Before.SelectMany(b => b.Plans).SelectMany(p => p.Words)));
        if (Viewer.IsMember) Interests = await Db.Set<Interest>().Where(i => i.AccountId == Viewer.AccountId && i.EndedAt == null).Select(i => i.Subject).ToHashSetAsync();
        if (Viewer.IsMember) Open = await Db.Set<Decision>().AsNoTracking().Where(d => d.Kind == DecisionKind.TakeOutEarmark && sections.Contains(d.Subject) && d.CarriedAt == null && d.DroppedAt == null).ToListAsync();
        return true;
    }
}
