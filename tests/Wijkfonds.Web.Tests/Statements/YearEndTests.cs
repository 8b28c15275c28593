using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements.Annual;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Tests.Shared;
using Wijkfonds.Web.Tests.Shared.Pdf;
using Wijkfonds.Web.Tests.Statements.Auditing;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>What the page about the accounting policy says of the end of a year, and of who signed it, is what the annual accounts show.</summary>
public sealed class YearEndTests
{
    [Theory, EachDatabase]
    public async Task An_award_is_a_cost_of_its_own_year_and_a_debt_until_it_is_paid_in_the_next(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        site.Clock.MoveTo(new(2027, 12, 31, 12, 0, 0, TimeSpan.Zero));
        await n.WithAward(await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", 3_000), 3_000);
        site.Clock.MoveTo(new(2028, 1, 3, 12, 0, 0, TimeSpan.Zero));
        await (await n.As(n.Treasurer).Go("/geld/betalingen")).Press("Betaling klaarzetten",
            ("award", "1"), ("amount", "1.000"), ("payee", "Rosa Bakker"), ("iban", "NL91ABNA0417164300"), ("purpose", "Eerste deel"), ("who", "maker"));
        await n.Second(DecisionKind.ReleasePayment);

        var (before, after) = (await Accounts(n, 2027), await Accounts(n, 2028));
        Assert.Equal((Cents.Euros(3_000), Cents.Euros(3_000)), (Cost(before, "objectives"), Debt(before)));
        Assert.Equal((Cents.Zero, Cents.Euros(2_000)), (Cost(after, "objectives"), Debt(after)));
        Assert.Equal(Bank(before) - Cents.Euros(1_000), Bank(after));
    }

    [Theory, EachDatabase]
    public async Task A_cost_of_the_fund_itself_is_on_no_balance_sheet_until_it_is_released_and_the_notes_say_how_much_waits(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(20_000);
        site.Clock.MoveTo(new(2027, 12, 30, 12, 0, 0, TimeSpan.Zero));
        foreach (var (amount, what) in new[] { ("250", "Zaal in december"), ("40,50", "Koffie"), ("60", "Vergissing") })
            await (await n.As(n.Treasurer).Go("/geld/eigen-kosten")).Press("Betaling klaarzetten", ("kind", "Costs"), ("amount", amount), ("what", what), ("payee", "Buurthuis De Brug"), ("iban", "NL91ABNA0417164300"));
        await using (var db = n.Open())
        {
            var numbers = db.Set<Decision>().Where(d => d.Kind == DecisionKind.PayAllianceCost).OrderBy(d => d.Number).Select(d => d.Number).ToList();
            Assert.False((await n.Speak(numbers[2], n.Member, inFavour: false, reason: "Dit was al betaald")).Refused);
            Assert.True((await n.Stranger.Go("/geld/jaarrekening/2027")).Sees("In 2027 staan er nu 2 betalingen voor kosten van het fonds zelf klaar die nog niet zijn vrijgegeven, samen € 290,50."));
            site.Clock.MoveTo(new(2028, 1, 5, 12, 0, 0, TimeSpan.Zero));
            // The room of a year is a share of what came in that year.
            await n.WithMoney(20_000);
            Assert.False((await n.Speak(numbers[0], n.Member)).Refused);
            Assert.False((await n.Speak(numbers[1], n.Member)).Refused);
        }
        var (before, after) = (await Accounts(n, 2027), await Accounts(n, 2028));
        Assert.Equal((Cents.Zero, Cents.Zero, Cents.Euros(20_000)), (Cost(before, "administration"), Debt(before), Bank(before)));
        Assert.Equal((new Cents(290_50), Cents.Zero), (Cost(after, "administration"), Debt(after)));
        const string note = "Op 31 december 2027 stonden er 2 betalingen voor kosten van het fonds zelf klaar die nog niet waren vrijgegeven, samen € 290,50.";
        var page = await n.Stranger.Go("/geld/jaarrekening/2027");
        Assert.True(page.Sees(note), page.Text);
        // What it is for is told when it is released.
        Assert.False(page.Sees("Zaal in december"));
        Assert.Contains("stonden er 2 betalingen voor kosten van het fonds zelf klaar", await Paper(n, 2027), StringComparison.Ordinal);
        Assert.False((await n.Stranger.Go("/geld/jaarrekening/2028")).Sees("kosten van het fonds zelf klaar"));
        var policy = await n.Stranger.Go("/geld/grondslagen");
        Assert.True(policy.Sees("zij zijn een last op de dag dat twee leden de betaling vrijgeven"));
        Assert.True(policy.Sees("Rond 31 december kan de bank op de balans daarom lager zijn dan op het afschrift."));
    }

    [Theory, EachDatabase]
    public async Task The_accounts_say_on_screen_and_on_paper_who_of_the_committee_signed_and_when_or_that_nobody_did(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        var yvonne = await n.WithSecondAuditor();
        await Says(n, 2028, "Er is nog niet getekend: de kascommissie kijkt het jaar na als het voorbij is.");
        await Says(n, 2027, "De kascommissie heeft voor dit jaar nog niet getekend.");
        await n.WithoutRelations(n.Auditor, yvonne);
        await YearTests.Do(n, (db, who) => Sampling.Draw(db, who, site.Clock.Now, n.FundId, 2027));
        await YearTests.Do(n, (db, who) => Sampling.Check(db, who, site.Clock.Now, n.FundId, 2027, [.. Enumerable.Range(1, 6).Select(e => new CheckForm(e, true, null))]));
        await YearTests.Do(n, (db, who) => Signing.Write(db, who, site.Clock.Now, n.FundId, 2027, new("Akkoord.", "Kees", "2028-02-07")));
        Assert.Null(await YearTests.Sign(n, 2027));
        await Says(n, 2027, "De kascommissie is nog niet klaar: 1 van 2 handtekeningen.", "Voor de kascommissie tekende Kees Kas, op");
        Assert.Contains("Handtekening kascommissie", await Paper(n, 2027), StringComparison.Ordinal);
        Assert.Null(await YearTests.Sign(n, 2027, yvonne));
        await Says(n, 2027, "De kascommissie keek dit jaar na en tekende.", "Voor de kascommissie tekende Kees Kas, op", "Voor de kascommissie tekende Yvonne Smits, op");
        Assert.DoesNotContain("Handtekening kascommissie", await Paper(n, 2027), StringComparison.Ordinal);
        Assert.False((await n.Stranger.Go("/geld/jaarrekening/2027")).Sees("Daar is niet voor getekend."));
        // Who signed saw what was booked by then, and no more.
        site.Clock.Advance(TimeSpan.FromDays(1));
        var book = new Wijkfonds.Web.Funds.Ledger.Book();
        Assert.False((await n.InOneWork(db => book.Interest(db, site.Clock.Now, n.FundId, Guid.NewGuid(), new Cents(99), new DateOnly(2027, 12, 31)))).Refused);
        await Says(n, 2027, "Na de laatste handtekening is er nog 1 boeking van dit jaar bijgekomen.");
    }

    /// <summary>For a stranger on the page, and on paper, where lines break as they must.</summary>
    private static async Task Says(Neighbourhood n, int year, params string[] sentences)
    {
        var (page, paper) = (await n.Stranger.Go($"/geld/jaarrekening/{year}"), Flat(await Paper(n, year)));
        foreach (var sentence in sentences)
        {
            Assert.True(page.Sees(sentence), sentence);
            Assert.Contains(Flat(sentence), paper, StringComparison.Ordinal);
        }
    }

    private static string Flat(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static async Task<string> Paper(Neighbourhood n, int year) =>
        new ReadPdf(await n.Stranger.Http.GetByteArrayAsync(new Uri(n.At($"/geld/jaarrekening/{year}.pdf"), UriKind.Relative))).AllText;

    private static async Task<AnnualAccounts> Accounts(Neighbourhood n, int year)
    {
        await using var db = n.Open();
        return await AnnualAccounts.Of(db, n.FundId, n.Site.Clock.Now, year);
    }

    private static Cents Cost(AnnualAccounts accounts, string row) => accounts.Costs.Single(c => c.Row.Key == row).Now;

    private static Cents Debt(AnnualAccounts accounts) => AnnualAccounts.Sum(accounts.Debts).Now;

    private static Cents Bank(AnnualAccounts accounts) => accounts.Assets.Single(a => a.Row.Key == "bank").Now;
}
