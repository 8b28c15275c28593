using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Look;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>One payment: who gets it and what for, and the second member who releases it.</summary>
[Authorize]
public sealed class ShowModel : FundPage
{
    public Payment Payment { get; private set; } = null!;
    public Decision? Decision { get; private set; }
    public Cents Left { get; private set; }
    public PaymentState State { get; private set; } = null!;
    /// <summary>The file for the bank that it is in.</summary>
    public int? InFile { get; private set; }
    /// <summary>Before this instant its receiver may not be paid: the bank account was changed.</summary>
    public DateTimeOffset? Waits { get; private set; }
    /// <summary>Where it goes elsewhere than the team chose.</summary>
    public string? Other { get; private set; }
    public IReadOnlyList<Signature> Eyes { get; private set; } = [];
    public bool MayRelease => Viewer.IsMember && Decision is { IsOpen: true } && Payment.PreparedBy != Viewer.AccountId;

    public async Task<IActionResult> OnGet(int number) => await Load(number) ? Page() : NotFound();

    public Task<IActionResult> OnPost(int number) => Speak(number, true, "", "payments.released");

    public Task<IActionResult> OnPostStop(int number, string? reason) => Speak(number, false, reason, "payments.stopped");

    private async Task<IActionResult> Speak(int number, bool inFavour, string? reason, string done)
    {
        if (!await Load(number) || Decision is null) return NotFound();
        var why = Typed.Line(reason, "reason", 500);
        if (why.Refused) return Refused(why.Refusal);
        var spoken = await Work.Run(db => Get<Deciding>().Speak(db, Viewer, Now, Decision.Number, inFavour, why.Value));
        return spoken.Refused ? Refused(spoken.Refusal) : Confirmed($"/geld/betalingen/{number}", done, Payment.Amount);
    }

    private async Task<bool> Load(int number)
    {
        if (!Viewer.SeesMoney) return false;
        var payment = await Db.Set<Payment>().AsNoTracking().Include(p => p.Payee).Include(p => p.Award.Proposal.Round).SingleOrDefaultAsync(p => p.Number == number);
        if (payment is null) return false;
        Payment = payment;
        Left = await Pot.LeftOf(Db, payment.AwardId);
        State = (await PaymentState.Of(Db, [Outgoing.Of(payment)]))[payment.Id];
        Waits = await IbanWait.For(Db, payment.Payee, Now);
        Other = await OtherThanChosen.Of(Db, payment, T);
        InFile = await Db.Set<PaymentFile>().Where(f => f.Payments.Any(e => e.Subject == payment.Id && e.WithdrawnAt == null)).Select(f => (int?)f.Number).SingleOrDefaultAsync();
        Decision = await Db.Set<Decision>().AsNoTracking().Include(d => d.Voices.OrderBy(v => v.At)).ThenInclude(v => v.Seat)
            .Where(d => d.Kind == DecisionKind.ReleasePayment && d.Subject == payment.Id).OrderByDescending(d => d.Number).FirstOrDefaultAsync();
        Eyes = Decision is null ? [] : [.. Decision.Voices.Select((v, i) => new Signature(T[i == 0 ? "payments.by" : v.InFavour ? "payments.released-by" : "payments.stopped-by", v.Seat.PublicName], v.At)),
            .. Decision.IsOpen ? [new Signature(T["payments.waits"])] : Array.Empty<Signature>()];
        return true;
    }
}
