using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Look;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Funds;

/// <summary>Home of a fund: the one thing to do now, the pot, what it did, who gives and who decides. Outside a fund it leads to the only one, or lists them.</summary>
[AllowAnonymous, Anywhere]
public sealed class HomeModel : FundPage
{
    private const int PlansShown = 5;
    private const int StoriesShown = 2;

    /// <summary>The phases in which there is most to do for a resident come first.</summary>
    private static readonly Phase[] Order =
        [Phase.Voting, Phase.OpeningDelayed, Phase.Submitting, Phase.Counting, Phase.Reviewing, Phase.Decided, Phase.Announced, Phase.CarryingOut, Phase.Closed];

    /// <summary>The installation's funds; null inside one.</summary>
    public IReadOnlyList<Fund>? Funds { get; private set; }
    public Round? Current { get; private set; }
    public Phase Phase { get; private set; }
    public Timeline? Timeline { get; private set; }
    /// <summary>Rounds beside the current one that are not over.</summary>
    public IReadOnlyList<Round> Others { get; private set; } = [];
    /// <summary>How many plans there are to vote on, or that were sent in.</summary>
    public int Plans { get; private set; }
    public PotBar Bar { get; private set; } = null!;
    public IReadOnlyList<PlanMoney> All { get; private set; } = [];
    public IEnumerable<PlanMoney> Did => All.Take(PlansShown);
    /// <summary>Plans that were carried out, as their teams tell it.</summary>
    public IReadOnlyList<Story> Stories { get; private set; } = [];
    public IReadOnlyList<Contributor> Contributors { get; private set; } = [];
    public int Year { get; private set; }
    /// <summary>What is promised for this year.</summary>
    public Cents Yearly { get; private set; }
    public IReadOnlyList<string> Names { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (Get<FundScope>().Fund is null) return await Lead();
        Contributors = await Db.Set<Contributor>().AsNoTracking().Include(c => c.Party).Include(c => c.Pledges).Where(c => c.ConfirmedAt != null).OrderBy(c => c.Number).ToListAsync();
        Year = (await Book.Today(Db, Now, Fund.Id)).Year;
        Yearly = Contributors.Aggregate(Cents.Zero, (sum, c) => sum + c.PledgedIn(Year));
        Names = await Db.Set<Seat>().Where(s => s.Body == Body.Alliance && s.From <= Now && Now < s.Until && s.PublicName != "").OrderBy(s => s.Number).Select(s => s.PublicName).ToListAsync();
        var movements = await Movements.Of(Db);
        Bar = PotBars.Of(Pot.Of(movements), await Pot.Bound(Db, Fund.Id, movements), Here);
        All = await PlanMoney.Of(Db, movements, new EntryFilter());
        Stories = [.. (await Story.Of(Db)).DistinctBy(s => s.Proposal).Take(StoriesShown)];
        await LoadRounds();
        return Page();
    }

    private async Task LoadRounds()
    {
        var rounds = (await Db.Set<Round>().AsNoTracking().Include(r => r.Acts).ToListAsync())
            .Select(r => (Round: r, Phase: r.PhaseAt(Now))).Where(r => Order.Contains(r.Phase))
            .OrderBy(r => Array.IndexOf(Order, r.Phase)).ThenByDescending(r => r.Round.Number).ToList();
        if (rounds.Count == 0) return;
        (Current, Phase) = rounds[0];
        Timeline = RoundTimeline.Of(Current, Now, T);
        Others = [.. rounds.Skip(1).Where(r => r.Phase is not Phase.Closed).Select(r => r.Round)];
        Plans = Phase is Phase.Voting
            ? await Db.Set<BallotPlan>().CountAsync(p => p.RoundId == Current.Id)
            : await Db.Set<Proposal>().CountAsync(p => p.RoundId == Current.Id && p.Number != null);
    }

    private async Task<IActionResult> Lead()
    {
        var funds = await Db.Set<Fund>().AsNoTracking().OrderBy(f => f.Name).ToListAsync();
        if (funds.Count == 1) return LocalRedirect($"/w/{funds[0].Slug}/");
        if (funds.Count == 0) return NotFound();
        Funds = funds;
        return Page();
    }
}
