using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Uploads;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Funds.Cash;

/// <summary>What was typed about the tin. Which fields count follows from the act.</summary>
public sealed record CashForm(string? Amount, string? What, string? Date, ReceiverForm? Who = null);

/// <summary>
/// The petty cash: filled by two members up to the fund's maximum, spent by the treasurer with a receipt for each purchase,
/// counted by two members.
/// </summary>
public sealed class KeepingCash(Book book, Deciding deciding, Texts texts)
{
    /// <param name="form">The form's own reference: the same one posted twice does one thing.</param>
    public async Task<Outcome<CashSlip>> Draw(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, Guid form, CashForm typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await Known(db, fund.Id, form) is { } known) return known;
        var amount = Whole(typed.Amount);
        if (amount.Refused) return amount.Refusal;
        var (held, rules) = (await Book.Held(db, fund.Id), await MoneyRules.Of(db, fund.Id));
        if (held + amount.Value > rules.CashMaximum) return new ExceedsCashMaximum(amount.Value, held, rules.CashMaximum);
        var fetches = await Receiver.Take(db, now, fund.Id, typed.Who ?? new(null, null, true, null), ibanNeeded: false);
        if (fetches.Refused) return fetches.Refusal;
        var slip = await Slip(db, who, now, fund.Id, form, CashSlipKind.Draw, amount.Value, "", await Book.Today(db, now, fund.Id), fetches.Value.Id);
        return await Propose(db, who, now, fund, slip, DecisionKind.DrawCash);
    }

    /// <summary>What is not needed goes back to the bank: a second member agrees, and the bank's list shows it arrive.</summary>
    public async Task<Outcome<CashSlip>> Return(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, Guid form, CashForm typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await Known(db, fund.Id, form) is { } known) return known;
        var amount = Whole(typed.Amount);
        if (amount.Refused) return amount.Refusal;
        if (await Book.Held(db, fund.Id) is var held && amount.Value > held) return new ExceedsCash(amount.Value, held);
        var slip = await Slip(db, who, now, fund.Id, form, CashSlipKind.Return, amount.Value, "", await Book.Today(db, now, fund.Id));
        return await Propose(db, who, now, fund, slip, DecisionKind.ReturnCash);
    }

    /// <summary>Something small was bought. It is in the book at once: the receipt is the second pair of eyes, and so is the count.</summary>
    public async Task<Outcome<CashSlip>> Spend(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, Guid form, CashForm typed, IReadOnlyList<Brought> files)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await Known(db, fund.Id, form) is { } known) return known;
        var amount = Whole(typed.Amount);
        if (amount.Refused) return amount.Refusal;
        var what = Typed.Needed(typed.What, "what", 200, "Cash.What");
        if (what.Refused) return what.Refusal;
        if (!DateOnly.TryParseExact(typed.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new Missing("date", "Cash.Date");
        var today = await Book.Today(db, now, fund.Id);
        if (day > today) return new DepositInFuture(today);
        if (files.Count == 0) return new UploadMissing("receipt");
        var share = await AllianceShare.Of(db, fund.Id, day.Year);
        if (amount.Value > share.Room) return new ExceedsAllianceShare(amount.Value, share.Room, share.Most);
        var slip = await Slip(db, who, now, fund.Id, form, CashSlipKind.Spend, amount.Value, what.Value, day);
        var entry = await book.SpendCash(db, now, fund.Id, slip.Id, amount.Value, day);
        if (entry.Refused) return entry.Refusal;
        (slip.DoneAt, slip.EntrySequence) = (now, entry.Value.Sequence);
        return await Bringing.Keep(db, who, now, fund.Id, slip.Id, files) is { } refusal ? refusal : slip;
    }

    /// <summary>A member counted the tin; a second one who was there agrees.</summary>
    public async Task<Outcome<CashSlip>> Count(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, Guid form, CashForm typed)
    {
        who = await who.Again(db, now);
        if (!who.IsMember) return new NotFoundHere();
        if (Treasury.BarConfirming(who) is { } bar) return bar;
        if (await Known(db, fund.Id, form) is { } known) return known;
        var counted = Typed.Amount(typed.Amount, "amount");
        if (counted.Refused) return counted.Refusal;
        if (counted.Value > Book.Largest) return new AmountTooLarge(Book.Largest);
        if (await db.Set<CashSlip>().AnyAsync(s => s.Kind == CashSlipKind.Count && s.DoneAt == null && db.Set<Decision>().Any(d => d.Kind == DecisionKind.CountCash && d.Subject == s.Id && d.DroppedAt == null)))
            return new CountStillWaits();
        var slip = await Slip(db, who, now, fund.Id, form, CashSlipKind.Count, counted.Value, "", await Book.Today(db, now, fund.Id));
        slip.Expected = await Book.Held(db, fund.Id);
        return await Propose(db, who, now, fund, slip, DecisionKind.CountCash);
    }

    private async Task<Outcome<CashSlip>> Propose(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, CashSlip slip, DecisionKind kind)
    {
        // Saved first: who may speak on it is asked of the slip as it stands.
        await db.SaveChangesAsync();
        var decision = await deciding.Propose(db, who, now, kind, slip.Id, texts.In(fund.Language, fund.Zone).Money(slip.Amount), "/geld/kas");
        return decision.Refused ? decision.Refusal : slip;
    }

    private static async Task<CashSlip> Slip(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, Guid form, CashSlipKind kind, Cents amount, string what, DateOnly day, Guid? payee = null)
    {
        var slip = new CashSlip
        {
            Id = form, FundId = fund, Number = 1 + (await db.Set<CashSlip>().MaxAsync(s => (int?)s.Number) ?? 0), Kind = kind, Amount = amount, What = what, Day = day,
            EnteredBy = who.AccountId!.Value, EnteredAt = now, PayeeId = payee,
        };
        db.Add(slip);
        return slip;
    }

    private static async Task<Outcome<CashSlip>?> Known(WijkfondsContext db, Guid fund, Guid form) =>
        await db.Set<CashSlip>().IgnoreQueryFilters().SingleOrDefaultAsync(s => s.Id == form) is { } before ? before.FundId == fund ? before : new NotFoundHere() : null;

    private static Outcome<Cents> Whole(string? typed)
    {
        var amount = Typed.Amount(typed, "amount");
        return amount.Refused ? amount : amount.Value <= Cents.Zero ? new AmountNotPositive() : amount.Value > Book.Largest ? new AmountTooLarge(Book.Largest) : amount;
    }
}

/// <summary>One count at a time.</summary>
public sealed record CountStillWaits : Refusal;

/// <summary>Since it was counted, money went in or out of the tin.</summary>
public sealed record CashMoved : Refusal;
