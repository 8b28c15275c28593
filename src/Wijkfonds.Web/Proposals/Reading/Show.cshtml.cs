using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Proposals.Reading;

/// <summary>One plan as everybody sees it: what, who, how much, where it stands and why, and what was paid.</summary>
[AllowAnonymous]
public sealed class ShowModel : FundPage
{
    public Proposal Plan { get; private set; } = null!;
    public PlanText Text { get; private set; } = null!;
    public IReadOnlyList<ProposalVersion> Versions { get; private set; } = [];
    public Award? Award { get; private set; }
    /// <summary>What it was promised for later years, where something was.</summary>
    public IReadOnlyList<YearLine> Years { get; private set; } = [];
    /// <summary>What its team told about it, as far as everybody may read it.</summary>
    public IReadOnlyList<Story> Stories { get; private set; } = [];
    /// <summary>What organisations bring to it beside the money.</summary>
    public PlanInKind InKind { get; private set; } = null!;
    public PlanResult? Result { get; private set; }
    /// <summary>Whether it fits the earmarked money of its section, while it is in the running.</summary>
    public IReadOnlyList<PlanFit> Fits { get; private set; } = [];
    /// <summary>What was said beside money that is not in its section any more.</summary>
    public IReadOnlyList<SaidBefore> Before { get; private set; } = [];
    public IReadOnlyDictionary<Guid, Decision> Judging { get; private set; } = new Dictionary<Guid, Decision>();
    public PlanState State { get; private set; }
    /// <summary>The name its maker chose to show; empty where none was chosen. Nothing else of the person is read.</summary>
    public string Maker { get; private set; } = "";

    public Round Round => Plan.Round;
    public bool IsMine => Viewer.AccountId == Plan.AccountId;
    public string Why => T.Why(State, Plan.LastAct, Round, Award?.Amount, Now);
    public IEnumerable<Payment> Paid => Award?.Payments.Where(p => p.ReleasedAt is not null).OrderBy(p => p.Number) ?? Enumerable.Empty<Payment>();

    public async Task<IActionResult> OnGet(int number, int plan)
    {
        if (await Db.PublicRound(number) is null || await Db.Plan(number, plan) is not { } found) return NotFound();
        Plan = found;
        Versions = await Db.VersionsOf(found.Id);
        Text = Versions.Count > 0 ? PlanText.Read(Versions[^1].Text) : PlanText.Of(found, found.Round);
        Award = await Db.Set<Award>().AsNoTracking().Include(a => a.Payments).SingleOrDefaultAsync(a => a.ProposalId == found.Id);
        if (Award is not null) (Stories, Years) = (await Story.Of(Db, found.Id), await YearLine.Of(Db, Now, Fund.Id, Award.Id, T, Here));
        InKind = await PlanInKind.Of(Db, Now, found.Id);
        Result = await Db.ResultOf(found.Id);
        if (found.LastAct?.Kind is not (null or ProposalActKind.Refused or ProposalActKind.Withdrawn)) Fits = await SectionEarmarks.FitsOf(Db, found);
        Before = await SaidBefore.Of(Db, found.Round, Fits, found.Id);
        Judging = await JudgingFit.On(Db, Before.SelectMany(b => b.Plans).SelectMany(p => p.Words));
        State = PlanStates.Of(found.LastAct?.Kind, Award is not null);
        Maker = await Db.Set<Account>().Where(a => a.Id == found.AccountId).Select(a => a.PublicName).SingleOrDefaultAsync() ?? "";
        return Page();
    }
}
