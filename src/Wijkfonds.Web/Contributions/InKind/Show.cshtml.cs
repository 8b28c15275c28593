using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>One offer: what it is, who took it up, what came; teams take it up and confirm here.</summary>
[AllowAnonymous]
public sealed class ShowModel : FundPage
{
    [BindProperty(Name = "form")] public Guid Form { get; set; }
    [BindProperty(Name = "plan")] public string? PlanTyped { get; set; }
    [BindProperty(Name = "quantity")] public string? Quantity { get; set; }
    [BindProperty(Name = "delivered")] public string? Delivered { get; set; }
    [BindProperty(Name = "date")] public string? Date { get; set; }
    [BindProperty(Name = "thanks")] public string? Thanks { get; set; }
    [BindProperty(Name = "again")] public bool Again { get; set; }
    [BindProperty(Name = "reason")] public string? Reason { get; set; }
    [BindProperty(Name = "from")] public string? From { get; set; }
    [BindProperty(Name = "why")] public string? Why { get; set; }

    public Offer Offer { get; private set; } = null!;
    public OfferStanding Standing { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    /// <summary>The number of the decision that a second member still has to speak on.</summary>
    public int? Waiting { get; private set; }
    /// <summary>Plans for which this person can take up what is left.</summary>
    public IReadOnlyList<Proposal> TakenUpBy { get; private set; } = [];
    /// <summary>Plans of the offer for which this person confirms.</summary>
    public IReadOnlySet<Guid> Mine { get; private set; } = new HashSet<Guid>();
    /// <summary>What was said with each act, for who may see the statement.</summary>
    public IReadOnlyDictionary<Guid, string> Notes { get; private set; } = new Dictionary<Guid, string>();
    /// <summary>Typed over at the desk, and not yet put to a second member: where the paper lies.</summary>
    public string? Paper { get; private set; }
    public bool MayWithdraw => Offer.Counts && !Standing.IsOver && !Standing.IsWithdrawn && Withdrawing.May(Viewer, Offer);

    public async Task<IActionResult> OnGet(int number, int offer) => await Load(number, offer) ? Page() : NotFound();

    public Task<IActionResult> OnPostAccept(int number, int offer) => Do(number, offer, "offer.accepted", () =>
        Work.Run(db => Get<Accepting>().Accept(db, Viewer, Now, Fund, number, offer, Form, new(PlanTyped, Quantity, Date))));

    public Task<IActionResult> OnPostGiveBack(int number, int offer) => Do(number, offer, "offer.given-back", () =>
        Work.Run(db => Accepting.GiveBack(db, Viewer, Now, Fund, number, offer, Form, new(PlanTyped, Delivered))));

    public Task<IActionResult> OnPostDeliver(int number, int offer) => Do(number, offer, "offer.delivered", () =>
        Work.Run(db => Get<Delivering>().Confirm(db, Viewer, Now, Fund, number, offer, Form, new(PlanTyped, Delivered, Date, Thanks, Again))));

    public Task<IActionResult> OnPostCorrect(int number, int offer, int delivery) => Do(number, offer, "offer.corrected", () =>
        Work.Run(db => Get<Delivering>().Correct(db, Viewer, Now, Fund, number, offer, delivery, Reason)));

    public Task<IActionResult> OnPostWithdraw(int number, int offer) => Do(number, offer, "offer.withdrawn", () =>
        Work.Run(db => Get<Withdrawing>().Withdraw(db, Viewer, Now, Fund, number, offer, From, Why)));

    public async Task<IActionResult> OnPostForward(int number, int offer)
    {
        if (!await Load(number, offer)) return NotFound();
        var forwarded = await Work.Run(db => Get<EnterOffer>().PutForward(db, Viewer, Now, number, offer));
        return forwarded.Refused ? Refused(forwarded.Refusal) : Confirmed(Offers.PathOf(Offer), "offer.entered");
    }

    public async Task<IActionResult> OnPostSendBack(int number, int offer)
    {
        if (!await Load(number, offer)) return NotFound();
        var back = await Work.Run(db => PaperOffer.SendBack(db, Viewer, Now, Fund.Id, number, offer, Reason));
        return back.Refused ? Refused(back.Refusal) : Confirmed("/bureau", "offer.sent-back", Offer.What);
    }

    private async Task<IActionResult> Do(int number, int offer, string done, Func<Task<Outcome<OfferAct>>> act)
    {
        if (!await Load(number, offer)) return NotFound();
        var outcome = await act();
        return outcome.Refused ? Refused(outcome.Refusal) : Confirmed(Offers.PathOf(Offer), done);
    }

    private async Task<bool> Load(int number, int offer)
    {
        if (await Offers.For(Db, Viewer).AsNoTracking().SingleOrDefaultAsync(o => o.Contributor.Number == number && o.Number == offer) is not { } found) return false;
        (Offer, Today) = (found, await Book.Today(Db, Now, Fund.Id));
        Standing = OfferStanding.Of(found, Today);
        if (Standing.Whole.Left > 0) TakenUpBy = await PlanTeam.PlansOf(Db, Viewer, Now, found.ContributorId, found.ProposalId);
        var mine = new HashSet<Guid>();
        foreach (var plan in found.Acts.Select(a => a.Proposal).OfType<Proposal>().DistinctBy(p => p.Id))
            if (await PlanTeam.Bars(Db, Viewer, Now, plan, found.ContributorId) is null) mine.Add(plan.Id);
        Mine = mine;
        if (Viewer.MaySee(found.ContributorId))
            Notes = await Db.Set<OfferNote>().Where(note => note.Words != "" && Db.Set<OfferAct>().Any(a => a.Id == note.ActId && a.OfferId == found.Id)).ToDictionaryAsync(note => note.ActId, note => note.Words);
        if (Viewer.IsMember && !found.Counts)
            Waiting = await Db.Set<Decision>().Where(d => d.Kind == DecisionKind.ConfirmOffer && d.Subject == found.Id && d.CarriedAt == null && d.DroppedAt == null).Select(d => (int?)d.Number).FirstOrDefaultAsync();
        if (!found.Counts && Waiting is null && found.Acts.SingleOrDefault(a => a.Kind == OfferActKind.OnPaper) is { } typedOver)
            Paper = await Db.Set<OfferNote>().Where(note => note.ActId == typedOver.Id).Select(note => note.Words).SingleOrDefaultAsync();
        return true;
    }

    public Proposal PlanOf(Guid id) => Offer.Acts.Select(a => a.Proposal).OfType<Proposal>().First(p => p.Id == id);
}
