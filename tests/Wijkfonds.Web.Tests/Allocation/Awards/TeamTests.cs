using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;
using Wijkfonds.Web.Tests.Shared.Uploads;

namespace Wijkfonds.Web.Tests.Allocation.Awards;

/// <summary>A plan is done by more than one neighbour, and not everybody has a computer.</summary>
public sealed class TeamTests
{
    private const string Words = "We hebben tien tonnen geplaatst. Veertien buren hielpen mee. De straat is er blij mee.";

    [Theory, EachDatabase]
    public async Task Who_was_added_sends_bill_and_report_and_nobody_of_the_team_decides_about_its_own_money(string database)
    {
        await using var site = new TestSite(database);
        var n = await Won(site, 300);
        var mate = n.SecondMember;
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(mate).Go("/mijn/toekenningen/1")).Status);
        var maker = await (await n.As(n.Resident).Go("/mijn/toekenningen/1")).Press("Toevoegen aan het team", ("mate", "niemand@example.org"));
        Assert.True(maker.Sees("Er is geen account met dit e-mailadres."), maker.Text);
        await (await maker.Go("/mijn/toekenningen/1")).Press("Toevoegen aan het team", ("mate", mate.Email!.ToUpperInvariant()));
        Assert.True(maker.Sees("Toegevoegd.") && maker.Sees("Sanne de Vries"), maker.Text);
        await (await maker.Go("/mijn/toekenningen/1")).Press("Toevoegen aan het team", ("mate", mate.Email!));
        Assert.True(maker.Sees("Die buur hoort al bij het team."), maker.Text);

        var other = await n.As(mate).Go("/mijn");
        Assert.True(other.Sees("Plannen waaraan je meedoet") && other.Sees("Regentonnen"), other.Text);
        await (await other.Go("/mijn/toekenningen/1")).Press("Keuze bewaren", ("way", "Supplier"), ("name", "Bouwmarkt"), ("iban", "NL91ABNA0417164300"));
        Assert.True(other.Sees("Je keuze is bewaard"), other.Text);
        // A mate adds nobody, and takes nobody else off.
        Assert.Empty(other.Page.QuerySelectorAll("input[name=mate]"));

        await n.Prepare(OutgoingKind.Payment, 300, "NL91ABNA0417164300");
        Assert.IsType<ReceiverCannotRelease>((await n.Second(DecisionKind.ReleasePayment, mate)).Refusal);
        Assert.False((await n.Second(DecisionKind.ReleasePayment, n.Member)).Refused);
        await Send(n, mate, "/mijn/toekenningen/1", ("words", Words), ("part", "1"));
        Assert.False((await n.As(mate).Go("/bureau")).Sees("Verslag lezen"));
        Assert.DoesNotContain("Verslag goedkeuren", (await n.As(mate).Go("/geld/toekenningen/1")).Text, StringComparison.Ordinal);
        // What one of them brought, the other sees; a neighbour does not.
        Assert.Equal(HttpStatusCode.OK, (await n.As(n.Resident).Http.GetAsync(new Uri(n.At("/bestanden/1"), UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Residents[1]).Http.GetAsync(new Uri(n.At("/bestanden/1"), UriKind.Relative))).StatusCode);
        await (await n.As(n.Member).Go("/geld/toekenningen/1")).Press("Verslag goedkeuren");
        await using (var db = n.Open())
            Assert.Equal(new[] { n.Resident.Email!, mate.Email! }.Order(), (await db.Set<OutboxMessage>().Where(m => m.Subject.Contains("goedgekeurd")).Select(m => m.To).ToListAsync()).Order());

        await (await n.As(mate).Go("/mijn/toekenningen/1")).Press("Ik doe niet meer mee");
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(mate).Go("/mijn/toekenningen/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(mate).Http.GetAsync(new Uri(n.At("/mijn/toekenningen/1"), UriKind.Relative))).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task The_desk_types_over_a_signed_report_and_notes_where_the_paper_lies(string database)
    {
        await using var site = new TestSite(database);
        var n = await Won(site, 300);
        await n.Release(OutgoingKind.Payment, 300, "NL91ABNA0417164300");
        foreach (var person in new Account?[] { null, n.Resident, n.Member, n.Auditor, n.Host })
            Assert.NotEqual(HttpStatusCode.OK, (await n.As(person).Go("/balie/verslagen/1")).Path == "/balie/verslagen/1" ? (await n.As(person).Go("/balie/verslagen/1")).Status : HttpStatusCode.NotFound);
        var desk = await n.As(n.DeskHelper).Go("/balie/verslagen");
        Assert.True(desk.Sees("Regentonnen"), desk.Text);
        Assert.False((await desk.Go("/balie/verslagen/1")).Sees("NL91"), desk.Text);
        Assert.True((await Send(n, n.DeskHelper, "/balie/verslagen/1", ("words", Words), ("part", "1"))).Sees("Schrijf op waar het ondertekende papier ligt."));
        var sent = await Send(n, n.DeskHelper, "/balie/verslagen/1", ("words", Words), ("part", "1"), ("paper", "map 2, tabblad maart"));
        Assert.True(sent.Sees("Het verslag van Regentonnen is ingestuurd."), sent.Text);
        Assert.True((await n.As(n.Member).Go("/geld/toekenningen/1")).Sees("Het papier ligt: map 2, tabblad maart."));
        Assert.True((await n.As(n.Resident).Go("/mijn/toekenningen/1")).Sees("Op papier ingeleverd bij de balie"));
        // The desk sees no payments and answers no report.
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.DeskHelper).Go("/geld/toekenningen/1")).Status);
        Assert.True((await n.As(n.DeskHelper).Go("/balie/verslagen/1")).Sees("wordt nu geen verslag verwacht"));
    }

    [Theory]
    [InlineData(499, false, "Foto en drie zinnen"), InlineData(2_499, false, "Bewaar je bonnen"), InlineData(2_500, true, "Stuur ook de bonnen")]
    public async Task Below_and_above_the_limits_the_right_evidence_is_asked_and_a_sampled_report_waits_for_its_receipts(int euros, bool milestone, string asked)
    {
        await using var site = new TestSite();
        var n = await Won(site, euros);
        var team = await n.As(n.Resident).Go("/mijn/toekenningen/1");
        Assert.True(euros < 500 || team.Sees(asked), team.Text);
        var sent = await Send(n, n.Resident, "/mijn/toekenningen/1", ("words", Words), ("part", "1"));
        Assert.Equal(milestone, sent.Sees("minstens één bon"));
        if (milestone) return;
        await using var db = n.Open();
        var report = await db.Set<Report>().SingleAsync();
        // Anybody with the head of the book and the two numbers can redo the draw.
        Assert.Equal(euros >= 500 && Sample.FallsOn(report.SampleHead, 1, 1), report.IsSampled);
        if (report.IsSampled)
            Assert.True((await (await n.As(n.Member).Go("/geld/toekenningen/1")).Press("Verslag goedkeuren")).Sees("bonnen"));
    }

    private static async Task<Neighbourhood> Won(TestSite site, long euros)
    {
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var award = await n.WithAward(await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", euros), euros);
        await site.Given([.. AwardPart.For(n.FundId, award.Id, award.Amount, new MoneyRules { FundId = n.FundId })]);
        return n;
    }

    private static async Task<NeighbourhoodVisitor> Send(Neighbourhood n, Account who, string path, params (string Name, string Value)[] fields)
    {
        var page = await n.As(who).Go(path);
        var form = page.Page.QuerySelector("textarea")!.Closest("form")!;
        using var body = new MultipartFormDataContent { { new StringContent(form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields) body.Add(new StringContent(value), name);
        var photo = new ByteArrayContent(SampleFiles.Jpeg());
        photo.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        body.Add(photo, "photo", "foto.jpg");
        await page.Visitor.Send(n.At(path), body);
        return page;
    }
}
