using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation.Years;

/// <summary>Plans that won in 2027, all money set aside, and givers that promise later years. The clock stands in January 2027.</summary>
internal sealed class YearsWorld(Neighbourhood n)
{
    public Neighbourhood N => n;
    public TestSite Site => n.Site;

    /// <summary>Plans of EUR 3,000 each, numbered from 1, as are their awards; nothing is free in the pot.</summary>
    public static async Task<YearsWorld> Of(TestSite site, int plans = 1, Func<Neighbourhood, Account>? maker = null, string slug = "oosterhoek")
    {
        var n = await (await Neighbourhood.On(site, slug)).WithMoney(50_000);
        var round = await n.WithRound(Phase.CarryingOut);
        for (var i = 1; i <= plans; i++)
        {
            var award = await n.WithAward(await n.WithPlan(round, i == 1 ? "Regentonnen" : "Plan " + Text(i), 3_000, by: maker?.Invoke(n)), 3_000);
            await site.Given([.. AwardPart.For(n.FundId, award.Id, award.Amount, new MoneyRules { FundId = n.FundId })]);
        }
        return new(n);
    }

    /// <summary>A giver (0 the municipality, 1 the corporation) promises a year, without a schedule.</summary>
    public async Task Pledge(int giver, int year, long euros)
    {
        var pledge = new Pledge { FundId = n.FundId, ContributorId = n.Contributors[giver].Id, Year = year, EnteredAt = Site.Clock.Now, ConfirmedAt = Site.Clock.Now };
        await Site.Given(pledge, pledge.Becomes(Cents.Euros(euros), PledgeReason.Promised, Site.Clock.Now));
    }

    /// <summary>One more organisation, number 3, that put nothing in yet.</summary>
    public async Task WithThirdGiver()
    {
        var party = new Party { FundId = n.FundId, Name = "Fonds Goede Buren" };
        await Site.Given(party, new Contributor { FundId = n.FundId, Number = 3, PartyId = party.Id, Kind = ContributorKind.Foundation, EnteredAt = Site.Clock.Now, ConfirmedAt = Site.Clock.Now });
    }

    /// <summary>A giver binds what it promises for a year by an earmark on a theme.</summary>
    public async Task PledgeBound(int giver, int year, long euros, string theme, int number = 1)
    {
        var earmark = new Earmark { FundId = n.FundId, ContributorId = n.Contributors[giver].Id, Number = number, Name = "Alleen " + theme, Themes = theme, EnteredAt = Site.Clock.Now, ConfirmedAt = Site.Clock.Now };
        var agreement = new Agreement
        {
            FundId = n.FundId, ContributorId = n.Contributors[giver].Id, Number = number, Form = LegalForm.Gift, EarmarkId = earmark.Id, EnteredAt = Site.Clock.Now, ConfirmedAt = Site.Clock.Now,
        };
        agreement.Instalments.Add(new Instalment { FundId = n.FundId, Number = 1, Year = year, DueOn = new DateOnly(year, 2, 1), Amount = Cents.Euros(euros) });
        await Site.Given(earmark, agreement);
    }

    public void MoveTo(int year, int month = 1, int day = 10) => Site.Clock.MoveTo(new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.Zero));

    public Task<Outcome<Decision>> Propose(int award, params (int Year, long Euros)[] years) => Do<ProposingYears, Decision>(async (proposing, db, now) =>
        await proposing.Promise(db, await Viewer(n.Treasurer), now, n.Fund, award, [.. years.Select(y => (y.Year, (string?)Text((int)y.Euros)))], "Dit loopt goed"));

    /// <summary>Proposed and agreed.</summary>
    public async Task<Outcome<Decision>> Promise(int award, params (int Year, long Euros)[] years) =>
        await Agree(await Propose(award, years));

    public async Task<Outcome<Decision>> Withdraw(int award, params int[] numbers)
    {
        return await Agree(await Do<ProposingYears, Decision>(async (proposing, db, now) => await proposing.Withdraw(db, await Viewer(n.Treasurer), now, n.Fund, award, numbers, "De gever stopt")));
    }

    /// <summary>Money arrives: entered today, and not agreed yet. Returns the number of the open decision.</summary>
    public async Task<int> Enter(int giver, Cents amount, int? earmark = null)
    {
        var entered = await Do<EnterDeposit, Deposit>(async (enter, db, now) => await enter.New(db, await Viewer(n.Treasurer), now, n.FundId, Guid.NewGuid(), new(Text(giver + 1),
            now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), amount.ToFile(), "", true, earmark is { } number ? Text(number) : null)));
        if (entered.Refused) throw new InvalidOperationException(entered.Refusal.ToString());
        await using var db = n.Open();
        return await db.Set<Decision>().Where(d => d.Kind == DecisionKind.ConfirmDeposit && d.Subject == entered.Value.Id).Select(d => d.Number).SingleAsync();
    }

    public async Task<Outcome<Decision>> Arrives(int giver, long euros, int? earmark = null) => await n.Speak(await Enter(giver, Cents.Euros(euros), earmark), n.SecondMember);

    /// <summary>The treasurer proposes something about an award as its page does, and a second member agrees.</summary>
    public async Task<Outcome<Decision>> Change(int award, DecisionKind kind, string? amount = null)
    {
        var word = ChangingAward.Kinds.Single(k => k.Kind == kind).Word;
        return await Agree(await Do<ProposingChange, Decision>(async (proposing, db, now) => await proposing.Propose(db, await Viewer(n.Treasurer), now, n.Fund, award,
            new(word, amount, now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "Zo is het"))));
    }

    public async Task<Outcome<Decision>> Reverse(long entry)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var deciding = scope.ServiceProvider.GetRequiredService<Deciding>();
        return await Agree(await Do<ReversingEntry, Decision>(async (reversing, db, now) => await reversing.Propose(db, deciding, await Viewer(n.Treasurer), now, entry, "Vergissing")));
    }

    /// <summary>Where the years stand, by year and plan: "2028 plan 1 Conditional".</summary>
    public async Task<IReadOnlyList<string>> States()
    {
        await using var db = n.Open();
        return [.. (await YearStandings.Of(db, n.FundId, await Book.Today(db, Site.Clock.Now, n.FundId))).Rows.OrderBy(r => r.Row.Year).ThenBy(r => r.Row.Award.Number).ThenBy(r => r.Row.Number)
            .Select(r => $"{r.Row.Year} plan {r.Row.Award.Number} {r.State}")];
    }

    public async Task<Cents> Left(int award)
    {
        await using var db = n.Open();
        return await Web.Funds.Pot.LeftOf(db, await db.Set<Award>().Where(a => a.Number == award).Select(a => a.Id).SingleAsync());
    }

    public async Task<Pot> Pot(int giver, int? earmark = null)
    {
        await using var db = n.Open();
        return await Web.Funds.Pot.Of(db, giver + 1, earmark);
    }

    private async Task<Outcome<Decision>> Agree(Outcome<Decision> proposed) => proposed.Refused ? proposed.Refusal : await n.Speak(proposed.Value.Number, n.SecondMember);

    private async Task<Outcome<T>> Do<TRule, T>(Func<TRule, Web.Shared.Data.WijkfondsContext, DateTimeOffset, Task<Outcome<T>>> act) where TRule : notnull
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await n.InOneWork(db => act(scope.ServiceProvider.GetRequiredService<TRule>(), db, Site.Clock.Now));
    }

    private Task<Viewer> Viewer(Account account) => n.Viewer(account);

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
