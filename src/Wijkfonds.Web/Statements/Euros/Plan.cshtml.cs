using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Look;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements.Euros;

/// <summary>The euros of one plan: who gave them, through which round they came, when they were paid. Who received them is "the team of the plan".</summary>
[AllowAnonymous]
public sealed class PlanModel : FundPage
{
    public Proposal Plan { get; private set; } = null!;
    public PlanEuros Euros { get; private set; } = null!;
    public IReadOnlyList<EntryStory> Stories { get; private set; } = [];

    /// <summary>Promised for later years: beside the euros of the book, not among them.</summary>
    public IReadOnlyList<YearLine> Years { get; private set; } = [];

    /// <summary>Whether who was paid is related to a giver or a member, in words that name no person.</summary>
    public IReadOnlyList<string> Relations { get; private set; } = [];

    public string PlanPath => $"/rondes/{Plan.Round.Number}/plannen/{Plan.Number}";
    public Cents Promised => Euros.Givers.Aggregate(Cents.Zero, (sum, g) => sum + g.Promised.Amount);
    public Cents Paid => Euros.Givers.Aggregate(Cents.Zero, (sum, g) => sum + g.Paid.Amount);

    public IReadOnlyList<EuroStep> Steps =>
    [
        new(T["euro.contributor"], T.Count("flow.givers", Euros.Givers.Count), "#gevers"),
        new(T["euro.pot"], T["euro.pot.name"], Here("/geld")),
        new(T["euro.round"], Plan.Round.Name, Here($"/rondes/{Plan.Round.Number}")),
        new(T["euro.plan"], T["entry.Plan", Plan.Number ?? 0, Euros.Award.Proposal.Title], Here(PlanPath), Promised),
        new(T["euro.payment"], T["euro.team", T["entry.plan", Plan.Number ?? 0, Euros.Award.Proposal.Title]], "#boekingen", Paid),
        new(T["flow.story"], T["flow.story.name"], Here(PlanPath)),
    ];

    public async Task<IActionResult> OnGet(int number, int plan)
    {
        if (await Db.PublicRound(number) is null || await Db.Plan(number, plan) is not { } found) return NotFound();
        Plan = found;
        if (await PlanEuros.Of(Db, Fund.Id, found.Id, T["layer.own"]) is not { } euros) return NotFound();
        Euros = euros;
        Stories = await new EntryStories(T, Here).Tell(Db, euros.Entries);
        var paid = await Db.Set<Payment>().Where(p => p.AwardId == euros.Award.Id).Select(p => p.PayeeId).Distinct().ToListAsync();
        Relations = await Auditing.Relations.About(Db, Now, paid, T);
        Years = await YearLine.Of(Db, Now, Fund.Id, euros.Award.Id, T, Here);
        return Page();
    }
}
