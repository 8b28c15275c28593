using System.Net;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

public sealed class FlagTests
{
    [Theory, EachDatabase]
    public async Task Each_rule_notices_its_own_and_nothing_else(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var round = await n.WithRound(Phase.CarryingOut);
        var first = await n.WithAward(await n.WithPlan(round, "Regentonnen", 3_000, by: n.Residents[0]), 3_000);
        var second = await n.WithAward(await n.WithPlan(round, "Bankje", 4_000, by: n.Residents[1]), 4_000);
        Assert.Empty(await Kinds(n));

        await Pay(n, first, 1, "NL91ABNA0417164300", null);
        Assert.Empty(await Kinds(n));
        await Pay(n, second, 2, "NL91ABNA0417164300", null);
        Assert.Equal([FlagKind.SameIban], await Kinds(n));
        await Pay(n, second, 3, "NL20INGB0001234567", n.SecondMember.Id);
        await Pay(n, second, 4, "NL44RABO0123456789", n.ContributorRepresentative.Id);
        // 2,400 is within a twentieth of 2,500; 2,374 is not. Both are small, and Joke made both.
        await n.WithAward(await n.WithPlan(round, "Speeltuin", 2_400, by: n.Residents[2]), 2_400);
        await n.WithAward(await n.WithPlan(round, "Kookclub", 2_374, by: n.Residents[2]), 2_374);
        Assert.Equal(Enum.GetValues<FlagKind>(), (await Kinds(n)).Order());
    }

    [Fact]
    public async Task Only_who_sees_money_sees_flags_and_an_accountants_eyes_close_by_themselves()
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithMoney(200);
        var accountant = await n.Account("Anna Accountant");
        await site.Given(new Seat
        {
            FundId = n.FundId, Number = 1, Body = Body.Accountant, Origin = SeatOrigin.Appointed, AccountId = accountant.Id, PublicName = accountant.PublicName,
            From = site.Clock.Now, Until = site.Clock.Now.AddDays(30),
        });
        foreach (var person in new[] { n.Member, n.Treasurer, n.Auditor, accountant })
            Assert.Equal(HttpStatusCode.OK, (await n.As(person).Go("/geld/signalen")).Status);
        foreach (var person in new[] { n.Resident, n.DeskHelper, n.Host, n.ContributorRepresentative })
            Assert.Equal(HttpStatusCode.NotFound, (await n.As(person).Go("/geld/signalen")).Status);
        // Reads every statement, prepares nothing, decides nothing.
        Assert.Equal(HttpStatusCode.OK, (await n.As(accountant).Go("/bijdragers/1/overzicht")).Status);
        Assert.Null((await n.As(accountant).Go("/geld/betalingen")).Page.QuerySelector("main form[method=post]"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(accountant).Go("/bureau")).Status);
        site.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(accountant).Go("/geld/signalen")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(accountant).Go("/bijdragers/1/overzicht")).Status);
    }

    private static async Task<IReadOnlyList<FlagKind>> Kinds(Neighbourhood n)
    {
        await using var db = n.Open();
        return [.. (await Flags.Of(db, n.FundId)).Select(f => f.Kind)];
    }

    private static async Task Pay(Neighbourhood n, Award award, int number, string iban, Guid? account)
    {
        var payee = new Party { FundId = n.FundId, Name = "Iemand", Iban = iban, IsPerson = true, AccountId = account };
        await n.Site.Given(payee, new Payment
        {
            FundId = n.FundId, Number = number, AwardId = award.Id, Amount = Cents.Euros(10), PayeeId = payee.Id, PreparedBy = n.Treasurer.Id, PreparedAt = n.Site.Clock.Now,
        });
    }
}
