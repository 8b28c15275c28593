using System.Globalization;
using System.Net;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Cash;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;
using Wijkfonds.Web.Tests.Shared.Uploads;

namespace Wijkfonds.Web.Tests.Funds.Cash;

public sealed class CashTests
{
    [Theory, EachDatabase]
    public async Task Two_fill_the_tin_up_to_its_maximum_a_receipt_stands_with_each_purchase_and_two_count(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(20_000);
        Assert.True((await Draw(n, "250,01")).Sees("€ 250"), "more than the maximum");
        Assert.True((await Draw(n, "200")).Sees("wacht op een ander lid"));
        Assert.Equal(Cents.Zero, (await PotOf(n)).Cash);
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.DrawCash, n.Treasurer)).Refusal);
        Assert.False((await n.Second(DecisionKind.DrawCash, n.Member)).Refused);
        Assert.Equal(Cents.Euros(200), (await PotOf(n)).Cash);
        Assert.True((await Draw(n, "50,01")).Sees("€ 250"));

        Assert.True((await Spend(n, "12,50", "Koffie", null)).Sees("Kies eerst een bestand"));
        Assert.True((await Spend(n, "200,01", "Koffie", SampleFiles.Jpeg())).Sees("€ 200"));
        var spent = await Spend(n, "12,50", "Koffie voor de bewonersavond", SampleFiles.Jpeg());
        Assert.True(spent.Sees("De aankoop van € 12,50 staat in het grootboek"), spent.Text);
        Assert.Equal(new Cents(18_750), (await PotOf(n)).Cash);
        Assert.Equal(HttpStatusCode.OK, (await n.As(n.Auditor).Http.GetAsync(new Uri(n.At("/bestanden/1"), UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Resident).Go("/geld/kas")).Status);

        // Counted by two: a euro is missing.
        await (await n.As(n.Member).Go("/geld/kas")).Press("Telling vastleggen", ("amount", "186,50"));
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.CountCash, n.Member)).Refusal);
        Assert.False((await n.Second(DecisionKind.CountCash, n.SecondMember)).Refused);
        var pot = await PotOf(n);
        Assert.Equal(new Cents(18_650), pot.Cash);
        Assert.Equal(pot.Received + pot.Other, pot.Free + pot.Reserved + pot.Awarded + pot.Paid);
    }

    [Theory, EachDatabase]
    public async Task A_count_no_longer_counts_when_the_tin_was_opened_since(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(20_000);
        await Draw(n, "200");
        await n.Second(DecisionKind.DrawCash, n.Member);
        await (await n.As(n.Member).Go("/geld/kas")).Press("Telling vastleggen", ("amount", "200"));
        await Spend(n, "12,50", "Koffie", SampleFiles.Jpeg());
        Assert.IsType<CashMoved>((await n.Second(DecisionKind.CountCash, n.SecondMember)).Refusal);
        Assert.True((await (await n.As(n.SecondMember).Go("/geld/kas")).Press("Telling vastleggen", ("amount", "187,50"))).Sees("Er wacht al een telling"));
    }

    [Theory, EachDatabase]
    public async Task A_tin_that_was_not_counted_for_three_months_stands_at_the_desk(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(20_000);
        await Draw(n, "200");
        await n.Second(DecisionKind.DrawCash, n.Member);
        Assert.False((await n.As(n.Member).Go("/bureau")).Sees("De kleine kas tellen"));
        site.Clock.Advance(TimeSpan.FromDays(92));
        Assert.True((await n.As(n.Member).Go("/bureau")).Sees("De kleine kas tellen"));
    }

    [Theory, EachDatabase]
    public async Task A_receipt_of_a_day_on_which_the_tin_was_empty_is_refused(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(20_000);
        await Draw(n, "30");
        await n.Second(DecisionKind.DrawCash, n.Member);
        var first = DateOnly.FromDateTime(site.Clock.Now.UtcDateTime);
        site.Clock.Advance(TimeSpan.FromDays(10));
        await Spend(n, "20", "Koffie", SampleFiles.Jpeg());
        site.Clock.Advance(TimeSpan.FromDays(1));
        await Draw(n, "100");
        await n.Second(DecisionKind.DrawCash, n.Member);
        var before = await Spend(n, "0,01", "Thee", SampleFiles.Jpeg(), first.AddDays(-1));
        Assert.True(before.Sees("lag er nooit meer dan € 0 in de kas"), before.Text);
        // Of the 30 that lay there 20 were spent later: with 11 more the tin would have been empty by then.
        Assert.True((await Spend(n, "10,01", "Thee", SampleFiles.Jpeg(), first)).Sees("lag er nooit meer dan € 10 in de kas"));
        Assert.True((await Spend(n, "10", "Thee", SampleFiles.Jpeg(), first)).Sees("De aankoop van € 10 staat in het grootboek"));
        Assert.Equal(Cents.Euros(100), (await PotOf(n)).Cash);
        await using var db = n.Open();
        for (var day = first.AddDays(-1); day <= first.AddDays(12); day = day.AddDays(1))
            Assert.True(await Web.Statements.Auditing.CountingAlong.Held(db, day) >= Cents.Zero, day.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<NeighbourhoodVisitor> Draw(Neighbourhood n, string amount) =>
        await (await n.As(n.Treasurer).Go("/geld/kas")).Press("Bijvullen voorstellen", ("amount", amount), ("payee", "Ans de Wit"));

    private static async Task<NeighbourhoodVisitor> Spend(Neighbourhood n, string amount, string what, byte[]? receipt, DateOnly? day = null)
    {
        var treasurer = await n.As(n.Treasurer).Go("/geld/kas");
        var form = treasurer.Page.QuerySelector("form[enctype]")!;
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("amount", amount), ("what", what), ("date", (day ?? DateOnly.FromDateTime(n.Site.Clock.Now.UtcDateTime)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("form", form.QuerySelector("[name=form]")!.GetAttribute("value")!), ("__RequestVerificationToken", form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!) })
            body.Add(new StringContent(value), name);
        if (receipt is not null) body.Add(new ByteArrayContent(receipt), "receipt", "bon.jpg");
        await treasurer.Visitor.Send(n.At("/geld/kas?handler=Spend"), body);
        return treasurer;
    }

    private static async Task<Pot> PotOf(Neighbourhood n)
    {
        await using var db = n.Open();
        return await Pot.Of(db);
    }
}
