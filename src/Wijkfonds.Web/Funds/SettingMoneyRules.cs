using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Funds;

/// <summary>What was typed about the fund's own rules.</summary>
public sealed record MoneyRulesForm(string? Iban, string? Holder, string? LimitA, string? LimitB, string? AllianceShare, string? CashMaximum);

/// <summary>Two members set the fund's own rules about money: the treasurer proposes, another agrees.</summary>
public sealed class SettingMoneyRules : IEffect
{
    private const int MostShare = 50;

    private sealed record Terms(string Iban, string Holder, long LimitA, long LimitB, int AllianceShare, long CashMaximum);

    public DecisionKind Kind => DecisionKind.SetMoneyRules;

    public async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, Fund fund, MoneyRulesForm typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        var iban = Iban.Read(typed.Iban, "iban");
        if (iban.Refused) return iban.Refusal;
        var holder = Typed.Needed(typed.Holder, "holder", 120, "MoneyRules.Holder");
        if (holder.Refused) return holder.Refusal;
        var amounts = new List<long>();
        foreach (var (field, text) in new[] { ("limit-a", typed.LimitA), ("limit-b", typed.LimitB), ("cash", typed.CashMaximum) })
        {
            var amount = Typed.Amount(text, field);
            if (amount.Refused) return amount.Refusal;
            if (amount.Value > Book.Largest) return new AmountTooLarge(Book.Largest);
            amounts.Add(amount.Value.Value);
        }
        if (amounts[0] > amounts[1]) return new LimitsCrossed();
        if (!int.TryParse(typed.AllianceShare, NumberStyles.None, CultureInfo.InvariantCulture, out var share) || share > MostShare) return new Missing("share", "MoneyRules.Share");
        return await deciding.Propose(db, who, now, Kind, fund.Id, fund.Name, "/geld/regels",
            JsonSerializer.Serialize(new Terms(iban.Value, holder.Value, amounts[0], amounts[1], share, amounts[2])));
    }

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var terms = Read(decision);
        return Task.FromResult<IReadOnlyList<string>>([
            words["moneyrules.explain.account", Iban.Show(terms.Iban), terms.Holder], words["moneyrules.explain.limits", new Cents(terms.LimitA), new Cents(terms.LimitB)],
            words["moneyrules.explain.share", terms.AllianceShare], words["moneyrules.explain.cash", new Cents(terms.CashMaximum)]]);
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        var terms = Read(decision);
        var rules = await MoneyRules.Of(db, decision.FundId);
        if (db.Entry(rules).State == EntityState.Detached) db.Add(rules);
        (rules.Iban, rules.Holder, rules.LimitA, rules.LimitB) = (terms.Iban, terms.Holder, new(terms.LimitA), new(terms.LimitB));
        (rules.AllianceShare, rules.CashMaximum, rules.DecidedAt) = (terms.AllianceShare, new(terms.CashMaximum), now);
        return null;
    }

    private static Terms Read(Decision decision) => JsonSerializer.Deserialize<Terms>(decision.Terms)!;
}

/// <summary>The lower limit lies above the higher one.</summary>
public sealed record LimitsCrossed : Refusal
{
    public override string? Field => "limit-a";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
