using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Funds.Bank;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation.Payments;

/// <summary>Whatever money leaves for: the same file, the same printed list, the same place on the bank's list, the same alarm.</summary>
public sealed class OutgoingTests
{
    private static readonly DateOnly Day = new(2027, 1, 5);

    public static TheoryData<string, OutgoingKind> Kinds()
    {
        var data = new TheoryData<string, OutgoingKind>();
        foreach (var database in EachDatabaseAttribute.PostgresServer is null ? new[] { EachDatabaseAttribute.Sqlite } : [EachDatabaseAttribute.Sqlite, EachDatabaseAttribute.Postgres])
            foreach (var kind in Enum.GetValues<OutgoingKind>()) data.Add(database, kind);
        return data;
    }

    [Theory, EachDatabase]
    public async Task All_that_was_released_goes_in_one_file_and_is_final_when_the_bank_shows_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Release(OutgoingKind.Payment, 1_000);
        await n.Release(OutgoingKind.OwnCost, 150);
        await n.Release(OutgoingKind.Cash, 100);
        await n.Release(OutgoingKind.Refund, 250);
        var sheet = await n.Export();
        Assert.True(sheet.Sees("Samen, 4 betalingen") && sheet.Sees("€ 1.500") && sheet.Sees("Buurthuis De Brug"), sheet.Text);
        var xml = XDocument.Load(new MemoryStream(await sheet.Http.GetByteArrayAsync(new Uri(n.At("/geld/betalingen/bestanden/1?als=xml"), UriKind.Relative))));
        SepaTests.Obeys(xml);
        Assert.Equal([("OOSTERHOEK-1", Neighbourhood.TeamIban), ("OOSTERHOEK-E1", Neighbourhood.HallIban), ("OOSTERHOEK-K1", Neighbourhood.KeeperIban), ("OOSTERHOEK-T1", Neighbourhood.GiverIban)],
            xml.Descendants().Where(e => e.Name.LocalName == "CdtTrfTxInf").Select(t => (t.Descendants().Single(e => e.Name.LocalName == "EndToEndId").Value, t.Descendants().Single(e => e.Name.LocalName == "IBAN").Value)));
        Assert.True((await n.As(n.Treasurer).Go("/geld/betalingen/bestanden")).Sees("Er is nu niets dat naar de bank moet."));

        var read = await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00)
            .Line(Day, -1_000_00, "R Bakker", Neighbourhood.TeamIban, "", "OOSTERHOEK-1").Line(Day, -150_00, "Buurthuis", Neighbourhood.HallIban, "", "OOSTERHOEK-E1")
            .Line(Day, -100_00, "A de Wit", Neighbourhood.KeeperIban, "", "OOSTERHOEK-K1").Line(Day, -250_00, "Gemeente", Neighbourhood.GiverIban, "", "OOSTERHOEK-T1").Bytes);
        Assert.True(read.Sees("Nieuwe regels: 4.") && !read.Sees("Let op"), read.Text);
        await (await read.Go("/geld/bank")).Press("4 regels die zeker kloppen bevestigen");
        Assert.True(read.Sees("Boek en bank zijn gelijk."), read.Text);
        foreach (var page in new[] { "/geld/betalingen/1", "/geld/eigen-kosten", "/geld/kas", "/bijdragers/1/teruggeven" })
            Assert.True((await read.Go(page)).Page.QuerySelectorAll(".badge").Any(b => b.TextContent == "Betaald"), page);
        Assert.True((await read.Go("/geld/bank/regels/2")).Page.QuerySelector("a[href$='/geld/eigen-kosten']") is not null, read.Text);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Prepared_but_not_released_alarms_when_it_leaves_and_released_does_not_but_once(string database, OutgoingKind kind)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Prepare(kind, 90);
        var iban = new[] { Neighbourhood.TeamIban, Neighbourhood.HallIban, Neighbourhood.KeeperIban, Neighbourhood.GiverIban }[(int)kind];
        Assert.True((await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(Day, -90_00, "Iemand", iban).Bytes)).Sees("Let op"), "not released");
        Assert.False((await n.Second(Neighbourhood.ReleaseOf(kind))).Refused);
        Assert.False((await n.As(n.Member).Go("/bureau")).Sees("zonder vrijgegeven betaling"));
        // The same once more is money that nobody released.
        var twice = await ReadBankTests.Upload(n, new SampleCamt(opening: 199_910_00, id: "2027-002", number: 2).Line(Day.AddDays(1), -90_00, "Iemand", iban).Bytes);
        Assert.True(twice.Sees("er ging 1 keer geld weg zonder vrijgegeven betaling"), twice.Text);
        Assert.True(twice.Sees("1 regel die zeker klopt bevestigen"), twice.Text);
        await (await twice.Go("/geld/bank/regels/1")).Press("Ja, dit is die betaling");
        Assert.True((await twice.Go("/geld/bank/regels/2")).Sees("Hier ging geld weg zonder betaling die het fonds vrijgaf."), twice.Text);
        await using var db = n.Open();
        Assert.Equal(8, await db.Set<OutboxMessage>().CountAsync(m => m.Subject.Contains("zonder vrijgegeven")));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Two_releases_at_the_same_instant_pay_once(string database, OutgoingKind kind)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Prepare(kind, 90);
        var decision = await n.OpenDecision(Neighbourhood.ReleaseOf(kind));
        var both = await Task.WhenAll(new[] { n.Member, n.SecondMember }.Select(who => Task.Run(() => n.Speak(decision, who))));
        Assert.Single(both, outcome => !outcome.Refused);
        await using var db = n.Open();
        var id = (await Outgoing.All(db, released: true)).Single().Id;
        Assert.Single(await db.Set<JournalEntry>().Where(e => e.Subject == id).ToListAsync());
        // Nor do two files at the same instant hold it twice.
        var pages = new[] { await n.As(n.Treasurer).Go("/geld/betalingen/bestanden"), await n.As(n.Treasurer).Go("/geld/betalingen/bestanden") };
        await Task.WhenAll(pages.Select(p => Task.Run(() => p.Press("Bestand voor de bank maken"))));
        Assert.Single(await db.Set<PaymentExport>().ToListAsync());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_comes_back_is_booked_back_and_what_is_in_a_file_is_not_taken_back_in_the_book(string database, OutgoingKind kind)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        var free = (await Pot(n)).Bank;
        await n.Release(kind, 90);
        await n.Export();
        await using var db = n.Open();
        var paid = (await Outgoing.Standing(db)).Single();
        var treasurer = await (await n.As(n.Treasurer).Go($"/geld/boekingen/{paid.Entry}")).Press("Terugdraaien voorleggen", ("reason", "Vergissing"));
        Assert.True(treasurer.Sees("Dit is al naar de bank ("), treasurer.Text);
        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(Day, -90_00, "Iemand", paid.Iban, "", paid.Reference(n.Fund))
            .Line(Day.AddDays(2), 90_00, "Iemand", paid.Iban, "Rekening opgeheven", paid.Reference(n.Fund), reason: "AC04").Bytes);
        await (await treasurer.Go("/geld/bank")).Press("2 regels die zeker kloppen bevestigen");
        Assert.True(treasurer.Sees("Boek en bank zijn gelijk."), treasurer.Text);
        Assert.Equal(free, (await Pot(n)).Bank);
        Assert.Empty(await Outgoing.Standing(db));
        Assert.Equal("returned", (await PaymentState.Of(db, [paid]))[paid.Id].Name);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Another_account_of_a_known_receiver_takes_two_people_and_48_hours_whatever_it_is_for(string database, OutgoingKind kind)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Release(kind, 90);
        await n.Export();
        const string other = "NL18RABO0123459876";
        await n.Prepare(kind, 10, other);
        await using var db = n.Open();
        var paid = Assert.Single(await Outgoing.All(db));
        var page = await (await n.As(n.Treasurer).Go($"/geld/betalingen/{paid.Key}/rekening")).Press("Nieuw rekeningnummer voorleggen", ("iban", other), ("note", "Gebeld op het nummer uit ons eigen boekje, maandag."));
        Assert.True(page.Sees("Er ligt een nieuw nummer bij een tweede lid."), page.Text);
        Assert.False((await n.Second(Web.Alliance.DecisionKind.ChangeIban)).Refused);
        await n.Prepare(kind, 10, other);
        Assert.IsType<IbanTooNew>((await n.Second(Neighbourhood.ReleaseOf(kind))).Refusal);
        site.Clock.Advance(TimeSpan.FromHours(48));
        Assert.False((await n.Second(Neighbourhood.ReleaseOf(kind))).Refused);
        Assert.Equal(other, (await Outgoing.Ready(db, site.Clock.Now)).Single().Iban);
    }

    [Theory, EachDatabase]
    public async Task Cash_that_is_fetched_with_the_card_is_known_by_its_amount_but_not_before_it_was_released(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Prepare(OutgoingKind.Cash, 100, "");
        Assert.True((await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(Day.AddDays(-4), -100_00, text: "Geldautomaat").Bytes)).Sees("Let op"));
        Assert.False((await n.Second(Web.Alliance.DecisionKind.DrawCash)).Refused);
        // What left days before anybody released it stays an alarm.
        Assert.True((await n.As(n.Member).Go("/bureau")).Sees("zonder vrijgegeven betaling"));
        var page = await n.As(n.Treasurer).Go("/geld/betalingen/bestanden");
        Assert.True(page.Sees("Met de bankpas te halen") && page.Sees("door Ans de Wit"), page.Text);
        var read = await ReadBankTests.Upload(n, new SampleCamt(opening: 199_900_00, id: "2", number: 2).Line(Day, -100_00, text: "Geldautomaat").Bytes);
        Assert.False(read.Sees("Let op"), read.Text);
        Assert.True((await read.Go("/geld/bank/regels/2")).Sees("Geld voor de kleine kas, kasbon 1"), read.Text);
        await read.Press("Ja, dit is die betaling");
        Assert.False((await read.Go("/geld/betalingen/bestanden")).Sees("Met de bankpas te halen"));
    }

    [Theory, EachDatabase]
    public async Task Nobody_releases_what_they_receive_or_stand_close_to_whatever_it_is_for(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        var treasurer = n.As(n.Treasurer);
        await (await treasurer.Go("/geld/kas")).Press("Bijvullen voorstellen", ("amount", "50"), ("payee", "Sanne"), ("account", n.SecondMember.Email!));
        Assert.IsType<ReceiverCannotRelease>((await n.Second(Web.Alliance.DecisionKind.DrawCash, n.SecondMember)).Refusal);
        Assert.False((await n.Second(Web.Alliance.DecisionKind.DrawCash, n.Member)).Refused);
        await (await treasurer.Go("/geld/kas")).Press("Bijvullen voorstellen", ("amount", "50"), ("payee", "Tineke"), ("account", n.Treasurer.Email!));
        Assert.True(treasurer.Sees("Dit geld komt bij jou terecht"), treasurer.Text);
        // Who speaks for the giver does not release what goes back to it; who declared an interest in it stands aside, also where it is paid as a supplier.
        await site.Given(new Web.Contributions.Representative { FundId = n.FundId, ContributorId = n.Contributors[0].Id, AccountId = n.SecondMember.Id, From = site.Clock.Now });
        await n.Prepare(OutgoingKind.Refund, 50);
        Assert.IsType<ReceiverCannotRelease>((await n.Second(Web.Alliance.DecisionKind.GiveBack, n.SecondMember)).Refusal);
        await site.Given(new Web.Alliance.Interest { FundId = n.FundId, AccountId = n.Member.Id, Subject = n.Contributors[1].Id, Reason = "Werkt daar", DeclaredAt = site.Clock.Now });
        await (await treasurer.Go("/geld/eigen-kosten")).Press("Betaling klaarzetten", ("kind", "Costs"), ("amount", "20"), ("what", "Zaal"), ("payee", "woonstichting de brug"), ("iban", Neighbourhood.HallIban));
        Assert.IsType<Web.Alliance.StandsAside>((await n.Second(Web.Alliance.DecisionKind.PayAllianceCost, n.Member)).Refusal);
        Assert.False((await n.Second(Web.Alliance.DecisionKind.PayAllianceCost, n.SecondMember)).Refused);
    }

    [Theory, EachDatabase]
    public async Task Cash_goes_back_to_the_bank_by_two_and_is_known_when_it_arrives(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Release(OutgoingKind.Cash, 100);
        var treasurer = await (await n.As(n.Treasurer).Go("/geld/kas")).Press("Terugbrengen voorstellen", ("amount", "100,01"));
        Assert.True(treasurer.Sees("€ 100"), treasurer.Text);
        Assert.Equal(HttpStatusCode.Conflict, treasurer.Status);
        await (await treasurer.Go("/geld/kas")).Press("Terugbrengen voorstellen", ("amount", "60"));
        Assert.True(treasurer.Sees("Je voorstel om € 60 terug te brengen wacht op een ander lid."), treasurer.Text);
        Assert.IsType<Web.Alliance.SecondPersonNeeded>((await n.Second(Web.Alliance.DecisionKind.ReturnCash, n.Treasurer)).Refusal);
        var decision = await n.OpenDecision(Web.Alliance.DecisionKind.ReturnCash);
        var both = await Task.WhenAll(new[] { n.Member, n.SecondMember }.Select(who => Task.Run(() => n.Speak(decision, who))));
        Assert.Single(both, outcome => !outcome.Refused);
        Assert.Equal(Cents.Euros(40), (await Pot(n)).Cash);

        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(Day, -100_00, "A de Wit", Neighbourhood.KeeperIban, "", "OOSTERHOEK-K1").Line(Day.AddDays(1), 60_00, text: "Storting automaat").Bytes);
        await (await treasurer.Go("/geld/bank")).Press("1 regel die zeker klopt bevestigen");
        Assert.True((await treasurer.Go("/geld/bank/regels/2")).Sees("Geld uit de kleine kas, kasbon 2"), treasurer.Text);
        await treasurer.Press("Ja, dit is het geld uit de kas");
        Assert.True((await treasurer.Go("/geld/bank")).Sees("Boek en bank zijn gelijk."), treasurer.Text);
    }

    private static async Task<Pot> Pot(Neighbourhood n)
    {
        await using var db = n.Open();
        return await Web.Funds.Pot.Of(db);
    }
}
