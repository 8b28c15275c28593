using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>One agreement: what is due when, what arrived for it, and its terms for who may see them.</summary>
[AllowAnonymous]
public sealed class ShowModel : FundPage
{
    [BindProperty(Name = "day")] public string? Day { get; set; }
    [BindProperty(Name = "amount")] public string? Amount { get; set; }
    [BindProperty(Name = "reason")] public string? Reason { get; set; }
    [BindProperty(Name = "notice")] public string? Notice { get; set; }
    [BindProperty(Name = "against")] public bool Against { get; set; }
    [BindProperty(Name = "undo")] public bool Undo { get; set; }
    /// <summary>Which of the two forms was posted, so that it stays open.</summary>
    public string Posted { get; private set; } = "";

    public Agreement Agreement { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public IReadOnlyList<Term> Terms { get; private set; } = [];
    /// <summary>Decisions about it; what is open only for members.</summary>
    public IReadOnlyList<DecisionLine> Decisions { get; private set; } = [];
    /// <summary>Whether a second member can still agree to it.</summary>
    public bool Waits { get; private set; }
    public bool MaySeeTerms => Viewer.MaySee(Agreement.ContributorId);
    public bool MayChange => Treasury.Bar(Viewer) is null && Agreement.ConfirmedAt is not null;
    public Cents Received => Terms.Aggregate(Cents.Zero, (sum, t) => sum + t.Received);
    public Cents Amounts => Terms.Aggregate(Cents.Zero, (sum, t) => sum + t.Amount);

    public async Task<IActionResult> OnGet(int number, int agreement) => await Load(number, agreement) ? Page() : NotFound();

    public async Task<IActionResult> OnPostEnd(int number, int agreement) => await Propose(number, agreement, "end", Get<EndingAgreement>());

    public async Task<IActionResult> OnPostFinal(int number, int agreement) => await Propose(number, agreement, "final", Get<FinalisingAgreement>());

    private async Task<IActionResult> Propose(int number, int agreement, string form, AfterAgreement act)
    {
        if (!await Load(number, agreement)) return NotFound();
        Posted = form;
        var proposed = await Work.Run(db => act.Propose(db, Get<Deciding>(), Viewer, Now, number, agreement, new(Day, Amount, Reason, Notice, Against, Undo)));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed($"/bijdragers/{number}/toezeggingen/{agreement}", "contributor.proposed");
    }

    private async Task<bool> Load(int number, int agreement)
    {
        var found = await Schedules.Whole(Db).Include(a => a.Contributor.Party).SingleOrDefaultAsync(a => a.Contributor.Number == number && a.Number == agreement);
        if (found is null || (found.ConfirmedAt is null && !Viewer.SeesMoney)) return false;
        (Agreement, Name) = (found, found.Contributor.Party.Name);
        var today = await Book.Today(Db, Now, Fund.Id);
        Terms = found.ConfirmedAt is null ? Schedule.Of([found], _ => [], today).Terms
            : [.. (await Schedules.Of(Db, Fund.Id, number, today)).Terms.Where(t => t.Agreement.Id == found.Id)];
        Waits = found.ConfirmedAt is null && (await Deciding.OpenAbout(Db, DecisionKind.ConfirmAgreement)).Contains(found.Id);
        Decisions = await DecisionLine.About(Db, Get<Deciding>(), found.Id, T, Viewer);
        return true;
    }
}
