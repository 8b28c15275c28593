using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Bank;

/// <summary>A treasurer reads the bank's list, and every line gets its place.</summary>
public sealed class ReadBankTests
{
    private static readonly DateOnly Day = new(2027, 1, 4);
    private const string Team = "NL20INGB0001234567";

    [Theory, EachDatabase]
    public async Task The_same_file_and_the_same_line_twice_book_nothing_twice_and_nothing_is_booked_without_a_click(string database)
    {
        await using var site = new TestSite(database);
        var n = await Fund(site);
        var first = new SampleCamt(opening: 0).Line(Day, 40_000_00, "GEMEENTE OOSTERSTAD", "NL02ABNA0123456789", "Wijkfonds 2027").Line(Day, 12_34, text: "Creditrente", reference: "RENTE");
        var treasurer = await Upload(n, first.Bytes);
        Assert.True(treasurer.Sees("Nieuwe regels: 2. Regels die er al waren: 0."), treasurer.Text);
        Assert.Empty(await Entries(n));
        Assert.True((await Upload(n, first.Bytes)).Sees("Dit bestand is al ingelezen"));
        // The next list overlaps: what was there is known, what is new is new.
        var second = new SampleCamt(opening: 0).Line(Day, 40_000_00, "GEMEENTE OOSTERSTAD", "NL02ABNA0123456789", "Wijkfonds 2027").Line(Day, 12_34, text: "Creditrente", reference: "RENTE")
            .Line(Day.AddDays(1), -3_10, text: "Kosten zakelijk betalingsverkeer", code: "ACMT/MDOP/CHRG");
        Assert.True((await Upload(n, second.Bytes)).Sees("Nieuwe regels: 1. Regels die er al waren: 2."));
        Assert.Equal(3, await Count(n));

        Assert.True((await treasurer.Go("/geld/bank/regels/2")).Sees("Rente"), treasurer.Text);
        await treasurer.Press("Ja, als rente boeken");
        var deposit = await (await treasurer.Go("/geld/bank/regels/1")).Press("Storting voorleggen aan een tweede lid");
        Assert.True(deposit.Sees("Storting van € 40.000"), deposit.Text);
        Assert.Single(await Entries(n));
        Assert.False((await n.Second(DecisionKind.ConfirmDeposit)).Refused);
        await (await treasurer.Go("/geld/bank/regels/3")).Press("Ja, als bankkosten boeken");
        Assert.Equal([EntryKind.Interest, EntryKind.Deposit, EntryKind.BankCosts], (await Entries(n)).Select(e => e.Kind));
        Assert.True((await n.As(n.Auditor).Go("/geld/bank")).Sees("Boek en bank zijn gelijk."));
        Assert.True((await n.Stranger.Go("/geld")).Sees("De bank is voor het laatst ingelezen op maandag 4 januari 2027"));
    }

    [Theory, EachDatabase]
    public async Task A_payment_is_final_when_the_bank_shows_it_and_comes_back_when_the_bank_returns_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await Paid(site);
        var bank = new SampleCamt(opening: 200_000_00).Line(Day.AddDays(1), -1_000_00, "R Bakker", Team, "Eerste deel", "OOSTERHOEK-1");
        var treasurer = await Upload(n, bank.Bytes);
        Assert.False(treasurer.Sees("Let op"));
        Assert.True((await n.As(n.Treasurer).Go("/geld/bank")).Sees("Vrijgegeven, maar nog niet op de bank gezien"), treasurer.Text);
        await (await treasurer.Go("/geld/bank")).Press("1 regel die zeker klopt bevestigen");
        Assert.True(treasurer.Sees("Bevestigde regels: 1."), treasurer.Text);
        var back = new SampleCamt(opening: 199_000_00, id: "2027-002").Line(Day.AddDays(2), 1_000_00, "R Bakker", Team, "Rekening opgeheven", "OOSTERHOEK-1", reason: "AC04");
        await Upload(n, back.Bytes);
        await (await treasurer.Go("/geld/bank/regels/2")).Press("Ja, terugboeken");
        await using var db = n.Open();
        Assert.Equal((Cents.Zero, Cents.Euros(3_000)), ((await Pot.Of(db)).Paid, (await Pot.Of(db)).Awarded));
        Assert.Equal(new DateOnly(2027, 1, 6), (await Entries(n))[^1].ValueDate);
        var balance = await BankBalance.Of(db);
        Assert.Equal((balance.Bank, (object)""), (balance.Book, string.Join(' ', balance.Reasons)));
    }

    [Theory, EachDatabase]
    public async Task Money_that_left_without_a_release_alarms_everybody_at_once_until_two_members_explain_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await Paid(site);
        // The right amount to the right account is a payment; anything else is not.
        var treasurer = await Upload(n, new SampleCamt(opening: 200_000_00).Line(Day, -999_99, "Onbekend", "NL39RABO0300065264", "Bloemen").Bytes);
        Assert.True(treasurer.Sees("Let op: er ging 1 keer geld weg zonder vrijgegeven betaling"), treasurer.Text);
        await using var db = n.Open();
        var mails = await db.Set<OutboxMessage>().Where(m => m.Subject.Contains("zonder vrijgegeven")).Select(m => m.To).ToListAsync();
        Assert.Equal(new[] { n.Treasurer, n.Member, n.SecondMember, n.Auditor }.Select(a => a.Email!).Order(), mails.Order());
        foreach (var member in new[] { n.Treasurer, n.Member }) Assert.True((await n.As(member).Go("/bureau")).Sees("Er ging € 999,99 van de bank zonder vrijgegeven betaling"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Resident).Go("/geld/bank/regels/1")).Status);
        await (await treasurer.Go("/geld/bank/regels/1")).Press("Voorleggen aan een tweede lid", ("words", "De bank boekte verkeerd, en boekt het terug."));
        Assert.True(treasurer.Sees("Voorgelegd."), treasurer.Text);
        Assert.True((await n.As(n.Member).Go("/bureau")).Sees("zonder vrijgegeven betaling"));
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.ExplainBankLine, n.Treasurer)).Refusal);
        Assert.False((await n.Second(DecisionKind.ExplainBankLine)).Refused);
        Assert.False((await n.As(n.Member).Go("/bureau")).Sees("zonder vrijgegeven betaling"));
        Assert.True((await treasurer.Go("/geld/bank")).Sees("Op de bank, uitgelegd in woorden"));
    }

    [Theory, EachDatabase]
    public async Task Another_account_a_gap_and_a_bank_that_nobody_read_are_named(string database)
    {
        await using var site = new TestSite(database);
        var n = await Fund(site);
        Assert.True((await Upload(n, new SampleCamt(iban: "NL39RABO0300065264").Line(Day, 1_00).Bytes)).Sees("Dat is niet de rekening van het fonds"));
        await Upload(n, new SampleCamt(opening: 0).Line(Day, 10_00, text: "a").Bytes);
        await Upload(n, new SampleCamt(opening: 15_00, id: "2027-009").Line(Day.AddDays(9), 5_00, text: "b").Bytes);
        var page = await n.As(n.Auditor).Go("/geld/bank");
        Assert.True(page.Sees("Hier ontbreekt een afschrift: op maandag 4 januari 2027 eindigde de bank met € 10"), page.Text);
        Assert.True(page.Sees("Niet te verklaren"), page.Text);
        // A later list without balances goes on from there.
        await Upload(n, System.Text.Encoding.UTF8.GetBytes(System.Text.RegularExpressions.Regex.Replace(
            new SampleCamt(id: "2027-010").Line(Day.AddDays(12), 2_50, text: "c").Text(), "<Bal>.*?</Bal>", "", System.Text.RegularExpressions.RegexOptions.Singleline)));
        Assert.True((await page.Go("/geld/bank")).Sees("Volgens de bank, op zaterdag 16 januari 2027€ 22,50"), page.Text);
        site.Clock.Advance(TimeSpan.FromDays(36));
        Assert.True((await n.As(n.Treasurer).Go("/bureau")).Sees("De bank inlezen"));
        Assert.True((await n.Stranger.Go("/geld")).Sees("Dat is te lang geleden."));
    }

    [Theory, EachDatabase]
    public async Task What_is_in_the_original_stays_and_only_members_and_the_committee_fetch_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await Fund(site);
        var bytes = new SampleCamt().Line(Day, 1_00).Bytes;
        await Upload(n, bytes);
        Assert.Equal(bytes, await n.As(n.Auditor).Http.GetByteArrayAsync(new Uri(n.At("/geld/bank/bestanden/1"), UriKind.Relative)));
        foreach (var other in new[] { n.Resident, n.DeskHelper, n.Host, n.ContributorRepresentative })
            Assert.Equal(HttpStatusCode.NotFound, (await n.As(other).Go("/geld/bank/bestanden/1")).Status);
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_hostile_is_refused_on_the_page_in_words()
    {
        await using var site = new TestSite();
        var n = await Fund(site);
        Assert.True((await Upload(n, new byte[100 * 1024 * 1024])).Sees("Dit bestand is te groot: hoogstens 20 MB."));
        Assert.True((await Upload(n, "<!DOCTYPE d [<!ENTITY a \"b\">]><Document>&a;</Document>"u8.ToArray())).Sees("een DOCTYPE"));
        Assert.True((await Upload(n, [])).Sees("Kies eerst een bestand van de bank."));
        // Of another account, by its name; within it hundreds of lists of the right one do not help.
        var other = await Upload(n, new SampleCamt(iban: "NL39RABO0300065264").Line(Day, 1_00).Bytes);
        Assert.True(other.Sees("NL39RABO0300065264") || other.Sees("NL39 RABO"), other.Text);
        Assert.True((await Upload(n, System.Text.Encoding.UTF8.GetBytes(new SampleCamt().Line(Day, 5_00).Text().Replace("Ccy=\"EUR\">5.00", "Ccy=\"GBP\">5.00", StringComparison.Ordinal)))).Sees("bedragen in GBP"));
        Assert.Equal(0, await Count(n));
    }

    internal static async Task<NeighbourhoodVisitor> Upload(Neighbourhood n, byte[] bytes)
    {
        var visitor = await n.As(n.Treasurer).Go("/geld/bank");
        var token = visitor.Page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", "afschrift.xml");
        await visitor.Visitor.Send(n.At("/geld/bank"), form);
        return visitor;
    }

    private static async Task<Neighbourhood> Fund(TestSite site)
    {
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        await site.Given(new MoneyRules { FundId = n.FundId, Iban = SampleCamt.Iban, Holder = "Stichting Wijkfonds", DecidedAt = site.Clock.Now });
        return n;
    }

    /// <summary>EUR 200,000 received, and one payment of EUR 1,000 released.</summary>
    private static async Task<Neighbourhood> Paid(TestSite site)
    {
        var n = await (await Fund(site)).WithMoney(200_000);
        var plan = await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", 3_000);
        await n.WithAward(plan, 3_000);
        await (await n.As(n.Treasurer).Go("/geld/betalingen")).Press("Betaling klaarzetten",
            ("award", "1"), ("amount", "1.000"), ("payee", "Rosa Bakker"), ("iban", Team), ("purpose", "Eerste deel"), ("who", "maker"));
        var released = await n.Second(DecisionKind.ReleasePayment);
        Assert.False(released.Refused, released.Refusal?.ToString());
        return n;
    }

    private static async Task<IReadOnlyList<JournalEntry>> Entries(Neighbourhood n)
    {
        await using var db = n.Open();
        return await db.Set<JournalEntry>().OrderBy(e => e.Sequence).ToListAsync();
    }

    private static async Task<int> Count(Neighbourhood n)
    {
        await using var db = n.Open();
        return await db.Set<BankLine>().CountAsync();
    }
}
