using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Funds.Bank;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation.Payments;

/// <summary>Each of the five ways in which a team can be paid, from its choice to the line on the bank's list.</summary>
public sealed class WaysOfPayingTests
{
    private const string Stands = "Je hebt hierbij een belang gemeld. Laat een ander lid beslissen.";
    private const string Receives = "Dit geld komt bij jou terecht";

    private static readonly string[] Public =
    [
        "/", "/geld", "/geld/waarheen", "/geld/boekingen", "/geld/boekingen/4", "/geld/grootboek.txt", "/geld/jaarrekening/2027", "/geld/jaarrekening/2027.pdf",
        "/besluiten", "/rondes/1", "/rondes/1/plannen/1", "/rondes/1/plannen/1/geld", "/geld/eigen-kosten", "/bijdragers/1", "/bijdragers/2",
    ];

    public static TheoryData<string, PayingWay> Ways()
    {
        var data = new TheoryData<string, PayingWay>();
        foreach (var database in EachDatabaseAttribute.PostgresServer is null ? new[] { EachDatabaseAttribute.Sqlite } : [EachDatabaseAttribute.Sqlite, EachDatabaseAttribute.Postgres])
            foreach (var way in Enum.GetValues<PayingWay>()) data.Add(database, way);
        return data;
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_team_chooses_how_and_the_money_goes_there_and_nobody_else_learns_to_whom(string database, PayingWay way)
    {
        await using var site = new TestSite(database);
        var walk = Walk.Of(way);
        var n = await Won(site, walk);

        // The team reads what each way means, chooses one, and hears of a slip in the account before anybody pays to it.
        var team = await n.As(n.Resident).Go("/mijn/toekenningen/1");
        Assert.All(Enum.GetValues<PayingWay>(), each => Assert.True(team.Sees(site.Texts.In("nl")[$"PayingWay.{each}"]) && team.Sees(site.Texts.In("nl")[$"PayingWay.{each}.advice"]), each.ToString()));
        await team.Press("Keuze bewaren", ("way", way.ToString()), ("name", walk.Name), ("iban", walk.Iban[..^1] + (char)('0' + ((walk.Iban[^1] - '0' + 1) % 10))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, team.Status);
        Assert.True(team.Sees("Dit rekeningnummer klopt niet."), team.Text);
        Assert.Equal((way.ToString(), walk.Name), (team.Page.QuerySelector("[name=way][checked]")!.GetAttribute("value"), team.Page.QuerySelector("#name")!.GetAttribute("value")));
        await team.Press("Keuze bewaren", ("iban", walk.Iban));
        Assert.True(team.Sees("Je keuze is bewaard.") && team.Sees($"Gekozen: {site.Texts.In("nl")[$"PayingWay.{way}"]}"), team.Text);

        // The treasurer finds the choice filled in, and prepares.
        var treasurer = await n.As(n.Treasurer).Go("/geld/betalingen?toekenning=1");
        Assert.True(treasurer.Sees($"Het team koos: {site.Texts.In("nl")[$"PayingWay.{way}"]}."), treasurer.Text);
        Assert.Equal((walk.Name, walk.Iban, walk.Who, "300"), (Field(treasurer, "#payee"), Field(treasurer, "#iban"), Field(treasurer, "[name=who][checked]"), Field(treasurer, "#amount")));
        await treasurer.Press("Betaling klaarzetten", [("purpose", "Tonnen en grond"), .. walk.MoreTyped(n)]);
        Assert.True(treasurer.Sees("€ 300 staat klaar. Een ander lid moet hem vrijgeven."), treasurer.Text);

        // Who gets it, or has an interest, does not release it; somebody else does.
        var barred = await (await n.As(n.SecondMember).Go("/geld/betalingen/1")).Press("Betaling vrijgeven");
        Assert.True(barred.Status is HttpStatusCode.Forbidden or HttpStatusCode.Conflict, barred.Status.ToString());
        Assert.True(barred.Sees(walk.Refusal), barred.Text);
        Assert.True((await n.As(n.Resident).Go("/mijn/toekenningen/1")).Sees("Tot nu toe is € 0 betaald. Er is nog € 300."));
        var member = await (await n.As(n.Member).Go("/geld/betalingen/1")).Press("Betaling vrijgeven");
        Assert.True(member.Sees("€ 300 is vrijgegeven") && member.Sees("Vrijgegeven door Mo Yildiz"), member.Text);

        // It goes to the bank under the name and number that the team gave, and is final when the bank shows it.
        var sheet = await n.Export();
        Assert.True(sheet.Sees(walk.Name) && sheet.Sees("Samen, 1 betaling"), sheet.Text);
        var xml = XDocument.Load(new MemoryStream(await sheet.Http.GetByteArrayAsync(new Uri(n.At("/geld/betalingen/bestanden/1?als=xml"), UriKind.Relative))));
        SepaTests.Obeys(xml);
        var transfer = xml.Descendants().Single(e => e.Name.LocalName == "CdtTrfTxInf");
        Assert.Equal((walk.Name, walk.Iban, "300.00"), (Value(transfer, "Cdtr", "Nm"), Value(transfer, "CdtrAcct", "IBAN"), Value(transfer, "Amt", "InstdAmt")));
        Assert.Equal("Naar de bank", State(await member.Go("/geld/betalingen/1")));
        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(new DateOnly(2027, 1, 5), -300_00, walk.Name, walk.Iban, "", "OOSTERHOEK-1").Bytes);
        await (await treasurer.Go("/geld/bank")).Press("1 regel die zeker klopt bevestigen");
        Assert.True(treasurer.Sees("Boek en bank zijn gelijk."), treasurer.Text);
        Assert.Equal("Betaald", State(await member.Go("/geld/betalingen/1")));

        // The team reads what was paid and what it shows for it; everybody reads the plan's money, and nobody the receiver.
        team = await n.As(n.Resident).Go("/mijn/toekenningen/1");
        Assert.True(team.Sees("Tot nu toe is € 300 betaald. Er is nog € 0.") && team.Sees("Betaald, wacht op verslag"), team.Text);
        Assert.True((await n.Stranger.Go("/geld")).Sees("€ 300 uitbetaald aan het team van plan 1: Regentonnen."));
        foreach (var path in Public) await NamesNobody(n.Stranger.Http, n.At(path), walk);
        foreach (var ending in new[] { "", ".csv", ".json", ".pdf" }) await NamesNobody(n.As(n.ContributorRepresentative).Http, n.At($"/bijdragers/1/overzicht{ending}?jaar=2027"), walk);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Residents[1]).Go("/mijn/toekenningen/1")).Status);
        foreach (var path in new[] { "/geld/betalingen", "/geld/betalingen/1", "/geld/betalingen/bestanden/1", "/geld/toekenningen/1", "/geld/bank" })
            Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Residents[1]).Go(path)).Status);
    }

    [Theory, EachDatabase]
    public async Task A_way_that_does_not_exist_is_asked_for_again_and_after_the_plan_was_closed_nothing_is_chosen(string database)
    {
        await using var site = new TestSite(database);
        var n = await Won(site, Walk.Of(PayingWay.Supplier));
        var team = await (await n.As(n.Resident).Go("/mijn/toekenningen/1")).Press("Keuze bewaren", ("way", "Cash"));
        Assert.True(team.Sees("Kies hoe jullie betaald willen worden."), team.Text);
        // Chosen again, the last choice counts, and the account can wait.
        foreach (var way in new[] { PayingWay.Advance, PayingWay.Supplier }) await (await team.Go("/mijn/toekenningen/1")).Press("Keuze bewaren", ("way", way.ToString()), ("name", ""), ("iban", ""));
        await using (var db = n.Open())
        {
            var chosen = await db.Set<PayWish>().SingleAsync();
            Assert.Equal((PayingWay.Supplier, ""), (chosen.Way, chosen.Iban));
        }
        await (await n.As(n.Treasurer).Go("/geld/toekenningen/1")).Press("Voorstellen", ("change", "afsluiten"), ("reason", "Het gaat niet door"));
        Assert.False((await n.Second(DecisionKind.CloseAward, n.Member)).Refused);
        await team.Press("Keuze bewaren", ("way", nameof(PayingWay.Refund)));
        Assert.Equal(HttpStatusCode.Conflict, team.Status);
        Assert.True((await n.As(n.Treasurer).Go("/geld/betalingen")).Sees("Er is nu geen plan met geld"));
    }

    /// <summary>A plan that won € 300, and why the second member may not release its money.</summary>
    private static async Task<Neighbourhood> Won(TestSite site, Walk walk)
    {
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        await n.WithAccount();
        var plan = await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", 300, by: walk.Way == PayingWay.Advance ? n.SecondMember : null);
        var award = await n.WithAward(plan, 300);
        await site.Given([.. AwardPart.For(n.FundId, award.Id, award.Amount, new MoneyRules { FundId = n.FundId })]);
        switch (walk.Way)
        {
            case PayingWay.Supplier:
                await site.Given(new Interest { FundId = n.FundId, AccountId = n.SecondMember.Id, Subject = plan.Id, Reason = "Mijn broer is de kweker", DeclaredAt = site.Clock.Now });
                break;
            case PayingWay.Holder:
                // The holder gives here too, and is known by its account; the member declared an interest in it as a giver.
                await using (var db = site.Open())
                    await db.Set<Web.Contributions.Party>().Where(p => p.Id == n.Contributors[1].PartyId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Iban, walk.Iban));
                await site.Given(new Interest { FundId = n.FundId, AccountId = n.SecondMember.Id, Subject = n.Contributors[1].Id, Reason = "Werkt daar", DeclaredAt = site.Clock.Now });
                break;
            case PayingWay.OwnOrganisation:
                await site.Given(new TeamMate { FundId = n.FundId, AwardId = award.Id, AccountId = n.SecondMember.Id, AddedAt = site.Clock.Now });
                break;
            case PayingWay.Advance:
                // The maker is the member; a neighbour of the team does the talking.
                await site.Given(new TeamMate { FundId = n.FundId, AwardId = award.Id, AccountId = n.Resident.Id, AddedAt = site.Clock.Now });
                break;
        }
        return n;
    }

    private static async Task NamesNobody(HttpClient http, string path, Walk walk)
    {
        var bytes = await http.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        var text = path.Contains(".pdf", StringComparison.Ordinal) ? new Shared.Pdf.ReadPdf(bytes).AllText : Encoding.UTF8.GetString(bytes);
        Assert.True(text.Length > 100, path);
        foreach (var said in new[] { walk.Name, walk.Iban, Iban.Show(walk.Iban), "Tonnen en grond" })
            Assert.False(text.Contains(said, StringComparison.OrdinalIgnoreCase), $"{path} says {said}");
    }

    private static string? Field(NeighbourhoodVisitor visitor, string selector) => visitor.Page.QuerySelector(selector)!.GetAttribute("value");

    private static string State(NeighbourhoodVisitor visitor) => visitor.Page.QuerySelector(".big .badge")!.TextContent;

    private static string Value(XElement transfer, string part, string leaf) =>
        transfer.Elements().Single(e => e.Name.LocalName == part).DescendantsAndSelf().Single(e => e.Name.LocalName == leaf).Value;

    /// <param name="Who">What the form has chosen by itself about the receiver.</param>
    /// <param name="Refusal">What the second member, who stands too close, reads.</param>
    private sealed record Walk(PayingWay Way, string Name, string Iban, string Who, string Refusal)
    {
        public static Walk Of(PayingWay way) => way switch
        {
            PayingWay.Supplier => new(way, "Kweker Kees van Dam", "NL20INGB0001234567", "organisation", Stands),
            PayingWay.Holder => new(way, "Buurtbeheer Lijsterhof", "NL39RABO0300065264", "organisation", Stands),
            PayingWay.OwnOrganisation => new(way, "Vereniging De Tonnenrollers", "NL02ABNA0123456789", "organisation", Receives),
            PayingWay.Advance => new(way, "S.A. Vriesman-Mol", "NL44RABO0123456789", "maker", Receives),
            _ => new(way, "J.P. Smitsdochter", "NL18RABO0123459876", "maker", Receives),
        };

        /// <summary>The second member paid at the shop for the team, and gets it back: the treasurer says whose account it is.</summary>
        public (string, string)[] MoreTyped(Neighbourhood n) => Way == PayingWay.Refund ? [("who", "person"), ("account", n.SecondMember.Email!)] : [];
    }
}
