using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>What was typed about a change. Change: one of the words of <see cref="ChangingAward.Kinds"/>.</summary>
public sealed record ChangeForm(string? Change, string? Amount, string? Date, string? Reason);

/// <summary>The treasurer proposes to change or close an award, with the reason; a second member decides.</summary>
public sealed class ProposingChange(Deciding deciding, Texts texts)
{
    public async Task<Outcome<Decision>> Propose(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int number, ChangeForm typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await db.Set<Award>().Where(a => a.Number == number).Select(a => (Guid?)a.Id).SingleOrDefaultAsync() is not { } id || await ChangingAward.Find(db, id) is not { } award) return new NotFoundHere();
        if (ChangingAward.Kinds.Where(k => k.Word == typed.Change).Select(k => (DecisionKind?)k.Kind).SingleOrDefault() is not { } kind) return new Missing("change", "Award.Change");
        var amount = Cents.Zero;
        DateOnly? day = null;
        if (kind == DecisionKind.CloseAward) amount = await Pot.LeftOf(db, award.Id);
        else
        {
            var read = Typed.Amount(typed.Amount, "amount");
            if (read.Refused) return read.Refusal;
            amount = read.Value;
            if (amount <= Cents.Zero) return new AmountNotPositive();
            if (amount > Book.Largest) return new AmountTooLarge(Book.Largest);
        }
        if (kind == DecisionKind.RepayAward)
        {
            if (!DateOnly.TryParseExact(typed.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return new Missing("date", "Award.Date");
            var today = await Book.Today(db, now, fund.Id);
            if (date > today) return new DepositInFuture(today);
            if (await BookYear.Bars(db, fund.Id, date) is { } closed) return closed;
            day = date;
        }
        if (await ChangingAward.Bars(db, fund.Id, kind, award, amount) is { } refusal) return refusal;
        var reason = Typed.Needed(typed.Reason, "reason", 500, "Award.Reason");
        if (reason.Refused) return reason.Refusal;
        var words = texts.In(fund.Language, fund.Zone);
        var about = words["entry.plan", award.Proposal.Number ?? 0, award.Proposal.Title];
        return await deciding.Propose(db, who, now, kind, award.Id, kind == DecisionKind.CloseAward ? about : $"{words.Money(amount)}, {about}", $"/geld/toekenningen/{award.Number}",
            JsonSerializer.Serialize(new AwardTerms(amount.Value, reason.Value, day)), reason.Value);
    }
}
