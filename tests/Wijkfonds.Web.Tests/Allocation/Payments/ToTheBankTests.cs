using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Funds.Bank;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation.Payments;

/// <summary>From prepared to final: what goes to the bank goes once, and to whom it was meant for.</summary>
public sealed class ToTheBankTests
{
    private const string Known = "NL20INGB0001234567", Other = "NL02ABNA0123456789";

    [Theory, EachDatabase]
    public async Task A_released_payment_goes_into_one_file_and_is_final_when_the_bank_shows_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site);
        await Release(n, 1);
        var treasurer = await n.As(n.Treasurer).Go("/geld/betalingen/bestanden");
        Assert.True(treasurer.Sees("1 betaling klaar voor de bank"), treasurer.Text);
        await treasurer.Press("Bestand voor de bank maken");
        Assert.Equal("/geld/betalingen/bestanden/1", treasurer.Path);
        Assert.True(treasurer.Sees("Samen, 1 betaling"), treasurer.Text);
        Assert.True((await n.As(n.Auditor).Go("/geld/betalingen/1")).Sees("Naar de bank"));
        var xml = await treasurer.Http.GetByteArrayAsync(new Uri(n.At("/geld/betalingen/bestanden/1?als=xml"), UriKind.Relative));
        var leaves = XDocument.Load(new MemoryStream(xml)).Descendants().Where(e => !e.HasElements).Select(e => e.Value).ToList();
        Assert.Contains("OOSTERHOEK-1", leaves);
        Assert.Contains("1000.00", leaves);
        Assert.Contains("OOSTERHOEK-20270104-1", leaves);
        Assert.Equal(xml, await treasurer.Http.GetByteArrayAsync(new Uri(n.At("/geld/betalingen/bestanden/1?als=xml"), UriKind.Relative)));
        Assert.True((await treasurer.Go("/geld/betalingen/bestanden")).Sees("Er is nu niets dat naar de bank moet."));
        using (var fetched = await n.As(n.Auditor).Http.GetAsync(new Uri(n.At("/geld/betalingen/bestanden/1?als=xml"), UriKind.Relative))) Assert.Equal(HttpStatusCode.NotFound, fetched.StatusCode);

        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(new(2027, 1, 5), -1_000_00, "Rosa Bakker", Known, "", "OOSTERHOEK-1").Bytes);
        await (await treasurer.Go("/geld/bank")).Press("1 regel die zeker klopt bevestigen");
        Assert.True((await treasurer.Go("/geld/betalingen/1")).Sees("Betaald"), treasurer.Text);
        // What left is not taken back in the book.
        await (await treasurer.Go($"/geld/boekingen/{await Entry(n)}")).Press("Terugdraaien voorleggen", ("reason", "Vergissing"));
        Assert.True(treasurer.Sees("Dit is al naar de bank (betaling 1)"), treasurer.Text);
    }

    [Theory, EachDatabase]
    public async Task Two_files_at_the_same_instant_hold_a_payment_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site);
        await Release(n, 1);
        var pages = new[] { await n.As(n.Treasurer).Go("/geld/betalingen/bestanden"), await n.As(n.Treasurer).Go("/geld/betalingen/bestanden") };
        await Task.WhenAll(pages.Select(p => Task.Run(() => p.Press("Bestand voor de bank maken"))));
        await using var db = n.Open();
        Assert.Single(await db.Set<PaymentExport>().ToListAsync());
        Assert.Single(pages, p => p.Status == HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task Only_by_decision_of_two_a_payment_leaves_its_file_and_goes_again(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site);
        await Release(n, 1);
        var treasurer = await (await n.As(n.Treasurer).Go("/geld/betalingen/bestanden")).Press("Bestand voor de bank maken");
        await (await treasurer.Go("/geld/betalingen/bestanden/1")).Press("Intrekken voorleggen", ("position", "1"), ("reason", "De bank weigerde het bestand."));
        Assert.True((await treasurer.Go("/geld/betalingen/bestanden")).Sees("Er is nu niets dat naar de bank moet."));
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.WithdrawExport, n.Treasurer)).Refusal);
        Assert.False((await n.Second(DecisionKind.WithdrawExport)).Refused);
        await (await treasurer.Go("/geld/betalingen/bestanden")).Press("Bestand voor de bank maken");
        Assert.Equal("/geld/betalingen/bestanden/2", treasurer.Path);
        Assert.True((await treasurer.Go("/geld/betalingen/bestanden/1")).Sees("Ingetrokken"));
        Assert.True(treasurer.Sees("Samen, 0 betalingen") && treasurer.Sees("Het gaat niet meer naar de bank."), treasurer.Text);
        // The first file is not given again: with it the bank would pay twice.
        using var first = await treasurer.Http.GetAsync(new Uri(n.At("/geld/betalingen/bestanden/1?als=xml"), UriKind.Relative));
        Assert.Equal((HttpStatusCode.Conflict, "text/html"), (first.StatusCode, first.Content.Headers.ContentType!.MediaType));
    }

    [Theory, EachDatabase]
    public async Task After_one_payment_left_its_file_the_rest_leaves_together_and_all_go_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Release(OutgoingKind.Payment, 1_000);
        await n.Release(OutgoingKind.OwnCost, 150);
        await n.Release(OutgoingKind.Cash, 100);
        await n.Export();
        var treasurer = await (await n.As(n.Treasurer).Go("/geld/betalingen/bestanden/1")).Press("Intrekken voorleggen", ("position", "1"), ("reason", "Verkeerd bedrag."));
        await n.Second(DecisionKind.WithdrawExport);
        Assert.True((await treasurer.Go("/geld/betalingen/bestanden/1")).Sees("Samen, 2 betalingen") && treasurer.Sees("€ 250"), treasurer.Text);
        Assert.Null(treasurer.Page.QuerySelector("a[href$='als=xml']"));
        Assert.True(treasurer.Sees("Haal die er dan ook uit en maak een nieuw bestand."), treasurer.Text);
        // The bank did make one of them after all: that one stays.
        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(new(2027, 1, 5), -100_00, "Ans de Wit", Neighbourhood.KeeperIban, "", "OOSTERHOEK-K1").Bytes);
        await treasurer.Go("/geld/betalingen/bestanden/1");
        await treasurer.Press("Intrekken voorleggen", ("position", "0"), ("reason", "De bank nam het bestand niet aan."));
        Assert.True(treasurer.Sees("Er ligt een voorstel om alles uit dit bestand te halen."), treasurer.Text);
        await (await n.As(n.Treasurer).Go("/geld/bank")).Press("1 regel die zeker klopt bevestigen");
        var member = await n.As(n.Member).Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.WithdrawExport)}");
        Assert.True(member.Sees("OOSTERHOEK-E1: Buurthuis De Brug, € 150") && !member.Sees("OOSTERHOEK-K1"), member.Text);
        Assert.False((await n.Second(DecisionKind.WithdrawExport)).Refused);
        await using var db = n.Open();
        Assert.Equal(["OOSTERHOEK-K1"], await db.Set<PaymentExport>().Where(e => e.WithdrawnAt == null).Select(e => e.Reference).ToListAsync());
        Assert.True((await n.Export()).Sees("Samen, 2 betalingen"));
    }

    [Theory, EachDatabase]
    public async Task Another_account_of_a_known_receiver_takes_two_people_a_call_and_48_hours(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site);
        await Release(n, 1);
        var treasurer = await Prepare(n, 500, Other);
        Assert.True(treasurer.Sees("Van Rosa Bakker kennen we een ander rekeningnummer. Vraag de wijziging aan bij betaling 1."), treasurer.Text);
        await (await treasurer.Go("/geld/betalingen/1/rekening")).Press("Nieuw rekeningnummer voorleggen", ("iban", Other), ("note", "gebeld"));
        Assert.True(treasurer.Sees("Schrijf op wie je hebt teruggebeld"), treasurer.Text);
        const string call = "Rosa gebeld op 06-12345678 (stond op haar plan), zij bevestigde het.";
        await treasurer.Press("Nieuw rekeningnummer voorleggen", ("iban", Other), ("note", call));
        Assert.True(treasurer.Sees("Geld aan deze ontvanger is al vrijgegeven (betaling 1)"), treasurer.Text);
        await (await treasurer.Go("/geld/betalingen/bestanden")).Press("Bestand voor de bank maken");
        await (await treasurer.Go("/geld/betalingen/1/rekening")).Press("Nieuw rekeningnummer voorleggen", ("iban", Other), ("note", call));
        Assert.True(treasurer.Sees("Er ligt een nieuw nummer bij een tweede lid."), treasurer.Text);
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.ChangeIban, n.Treasurer)).Refusal);
        Assert.False((await n.Second(DecisionKind.ChangeIban)).Refused);
        await Prepare(n, 500, Other);
        var early = await n.Second(DecisionKind.ReleasePayment);
        Assert.Equal(new IbanTooNew(site.Clock.Now.AddHours(48)), early.Refusal);
        site.Clock.Advance(TimeSpan.FromHours(48));
        Assert.False((await n.Second(DecisionKind.ReleasePayment)).Refused);
        // The file that went keeps the account for which it was released.
        await using var db = n.Open();
        Assert.Equal(Known, await db.Set<PaymentExport>().Select(e => e.Iban).SingleAsync());
    }

    [Theory, EachDatabase]
    public async Task Who_receives_does_not_agree_to_their_own_new_account(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site, maker: one => one.SecondMember);
        await Prepare(n, 1_000, Known);
        await (await n.As(n.Treasurer).Go("/geld/betalingen/1/rekening")).Press("Nieuw rekeningnummer voorleggen", ("iban", Other), ("note", "Teruggebeld op het oude nummer, maandag."));
        Assert.IsType<ReceiverCannotRelease>((await n.Second(DecisionKind.ChangeIban, n.SecondMember)).Refusal);
        Assert.False((await n.Second(DecisionKind.ChangeIban, n.Member)).Refused);
        // The payment that was prepared for the old account lapsed with it.
        await using var db = n.Open();
        Assert.False(await db.Set<Decision>().AnyAsync(d => d.Kind == DecisionKind.ReleasePayment && d.DroppedAt == null));
    }

    private static async Task<Neighbourhood> Promised(TestSite site, Func<Neighbourhood, Wijkfonds.Web.Neighbours.Account>? maker = null)
    {
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        await site.Given(new MoneyRules { FundId = n.FundId, Iban = SampleCamt.Iban, Holder = "Stichting Wijkfonds", DecidedAt = site.Clock.Now });
        var plan = await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", 3_000, by: maker?.Invoke(n));
        await n.WithAward(plan, 3_000);
        return n;
    }

    private static async Task<NeighbourhoodVisitor> Prepare(Neighbourhood n, int euros, string iban) => await (await n.As(n.Treasurer).Go("/geld/betalingen")).Press("Betaling klaarzetten",
        ("award", "1"), ("amount", euros.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("payee", "Rosa Bakker"), ("iban", iban), ("purpose", "Eerste deel"), ("who", "maker"));

    private static async Task Release(Neighbourhood n, int number)
    {
        var prepared = await Prepare(n, 1_000, Known);
        Assert.Equal($"/geld/betalingen/{number}", prepared.Path);
        Assert.False((await n.Second(DecisionKind.ReleasePayment)).Refused);
    }

    private static async Task<long> Entry(Neighbourhood n)
    {
        await using var db = n.Open();
        return await db.Set<JournalEntry>().Where(e => e.Kind == EntryKind.Payment).Select(e => e.Sequence).SingleAsync();
    }
}
