using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions;

/// <summary>What the treasurer typed from the bank's list. Again says that an equal line is really another one; Earmark is a number, 0 for unbound, empty for the oldest instalments.</summary>
public sealed record DepositForm(string? Contributor, string? Date, string? Amount, string? Reference, bool Again, string? Earmark = null);

/// <summary>The treasurer enters money that arrived on the bank; it stands in the book once a second member saw it too.</summary>
public sealed class EnterDeposit(Deciding deciding, Texts texts)
{
    private const int LongestAgoInYears = 5;

    /// <param name="form">The form's own reference: the same one posted twice enters one deposit.</param>
    public async Task<Outcome<Deposit>> New(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, Guid form, DepositForm typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await db.Set<Deposit>().IgnoreQueryFilters().SingleOrDefaultAsync(d => d.Id == form) is { } before)
            return before.FundId == fund ? before : new NotFoundHere();
        if (!int.TryParse(typed.Contributor, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await db.Set<Contributor>().Include(c => c.Party).SingleOrDefaultAsync(c => c.Number == number) is not { } contributor)
            return new Missing("contributor", "Deposit.Contributor");
        if (contributor.ConfirmedAt is null) return new ContributorNotConfirmed();
        var amount = Typed.Amount(typed.Amount, "amount");
        if (amount.Refused) return amount.Refusal;
        if (amount.Value <= Cents.Zero) return new AmountNotPositive();
        if (amount.Value > Book.Largest) return new AmountTooLarge(Book.Largest);
        var today = await Book.Today(db, now, fund);
        if (!DateOnly.TryParseExact(typed.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return new Missing("date", "Deposit.Date");
        if (date > today) return new DepositInFuture(today);
        if (date < today.AddYears(-LongestAgoInYears)) return new DepositLongAgo(today.AddYears(-LongestAgoInYears));
        if (await BookYear.Bars(db, fund, date) is { } closed) return closed;
        var reference = Typed.Line(typed.Reference, "reference", 140);
        if (reference.Refused) return reference.Refusal;
        var earmark = string.IsNullOrEmpty(typed.Earmark) ? null : AgreementForm.Whole(typed.Earmark);
        if (!string.IsNullOrEmpty(typed.Earmark) && earmark is not 0
            && !await db.Set<Earmark>().AnyAsync(e => e.ContributorId == contributor.Id && e.Number == earmark && e.ConfirmedAt != null)) return new Missing("earmark", "Agreement.Earmark");
        if (!typed.Again && await LooksSame(db, contributor.Id, date, amount.Value, reference.Value)) return new DepositLooksSame(date, amount.Value);

        var deposit = new Deposit
        {
            Id = form, FundId = fund, ContributorId = contributor.Id, ValueDate = date, Amount = amount.Value, BankReference = reference.Value, Earmark = earmark, EnteredAt = now,
        };
        db.Add(deposit);
        // Saved first: who stands aside is asked of the deposit as it stands.
        await db.SaveChangesAsync();
        var words = texts.In(await db.Set<Fund>().Where(f => f.Id == fund).Select(f => f.Language).SingleAsync());
        var decision = await deciding.Propose(db, who, now, DecisionKind.ConfirmDeposit, deposit.Id,
            $"{contributor.Party.Name}, {words.Money(amount.Value)}, {words.Day(date)}", "/stortingen");
        return decision.Refused ? decision.Refusal : deposit;
    }

    /// <summary>Equal to one that is booked or still waits; one that was voted down does not count.</summary>
    private static Task<bool> LooksSame(WijkfondsContext db, Guid contributor, DateOnly date, Cents amount, string reference) =>
        db.Set<Deposit>().AnyAsync(d => d.ContributorId == contributor && d.ValueDate == date && d.Amount.Value == amount.Value && d.BankReference == reference
            && !db.Set<Decision>().Any(x => x.Kind == DecisionKind.ConfirmDeposit && x.Subject == d.Id && x.DroppedAt != null));
}
