using System.Net;
using AngleSharp.Html.Dom;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Funds.Bank;

namespace Wijkfonds.Web.Tests.Shared;

public sealed class EveryPageTests
{
    private static readonly string[] Garbage = ["", "-1", "0", "99999999999999999999", "<script>alert(1)</script>", new('a', 10_000), "2027-03-28T02:30", "'; DROP TABLE \"Fund\"; --", "a\0b", "0000-01-01T00:00"];

    [Theory, EachDatabase]
    public async Task Looking_at_any_page_as_anybody_breaks_nothing_and_changes_nothing(string database)
    {
        await using var site = new TestSite(database);
        var n = await Full(site);
        var before = await EveryPage.Rows(site);
        var seen = 0;
        foreach (var person in Everybody(n))
            foreach (var path in EveryPage.Paths(site))
            {
                var visitor = await Visitor.To(site, person).Go(n.At(path));
                Assert.True((int)visitor.Status < 500, $"{(int)visitor.Status} at {path} for {person?.PublicName ?? "a stranger"}");
                if (visitor.Status == HttpStatusCode.OK) seen++;
            }
        Assert.True(seen > 100, $"only {seen} pages were seen");
        Assert.Equal(before, await EveryPage.Rows(site));
    }

    [Fact]
    public async Task A_post_without_the_forms_own_token_is_refused_everywhere()
    {
        await using var site = new TestSite();
        var n = await Full(site);
        var before = await EveryPage.Rows(site);
        foreach (var path in EveryPage.Paths(site).Where(p => !p.StartsWith("/fout", StringComparison.Ordinal)))
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("anything", "1")]);
            using var answer = await Visitor.To(site, n.Treasurer).Http.PostAsync(new Uri(n.At(path), UriKind.Relative), form);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{(int)answer.StatusCode} at {path}");
        }
        Assert.Equal(before, await EveryPage.Rows(site));
    }

    [Theory, EachDatabase]
    public async Task Whatever_is_typed_in_any_form_gets_an_answer(string database)
    {
        await using var site = new TestSite(database);
        var n = await Full(site);
        var sent = 0;
        foreach (var person in Everybody(n))
            foreach (var path in EveryPage.Paths(site).Where(p => !p.Contains("uitloggen", StringComparison.Ordinal)))
            {
                var visitor = await Visitor.To(site, person).Go(n.At(path));
                if (visitor.Status != HttpStatusCode.OK) continue;
                foreach (var form in visitor.Page.Forms.Where(f => f.Method == "post"))
                    foreach (var garbage in Garbage)
                    {
                        var fields = form.Elements.OfType<IHtmlElement>().Select(e => e.GetAttribute("name")).Where(f => f is { Length: > 0 }).Distinct()
                            .Select(f => KeyValuePair.Create(f!, f == "__RequestVerificationToken" ? Token(form) : garbage));
                        using var content = new FormUrlEncodedContent(fields);
                        var action = form.GetAttribute("action") is { Length: > 0 } named ? named : n.At(path);
                        using var answer = await visitor.Http.PostAsync(new Uri(action, UriKind.Relative), content);
                        Assert.True((int)answer.StatusCode is < 500 or 503, $"{(int)answer.StatusCode} at {action} for {person?.PublicName ?? "a stranger"} with '{garbage[..Math.Min(20, garbage.Length)]}'");
                        sent++;
                    }
            }
        Assert.True(sent > 300, $"only {sent} forms were sent");
    }

    private static string Token(IHtmlFormElement form) =>
        form.Elements.OfType<IHtmlInputElement>().FirstOrDefault(e => e.Name == "__RequestVerificationToken")?.Value ?? "";

    private static Account?[] Everybody(Neighbourhood n) =>
        [null, n.Resident, n.Member, n.Treasurer, n.Auditor, n.DeskHelper, n.Host, n.ContributorRepresentative];

    /// <summary>Money, a round to send plans to, one under review, one to vote in, one that is carried out with payments, hours that nobody took up yet; and a year before under audit, with findings.</summary>
    private static async Task<Neighbourhood> Full(TestSite site)
    {
        var n = await Neighbourhood.On(site);
        await n.WithMoney(400_000);
        foreach (var phase in new[] { Phase.Submitting, Phase.Reviewing, Phase.Voting })
        {
            var round = await n.WithRound(phase);
            await n.WithPlan(round, "Regentonnen", 1_200, admitted: phase == Phase.Voting);
            await n.WithPlan(round, "Taalcafé", 2_400, admitted: phase != Phase.Submitting);
        }
        await n.WithOffer();
        await WithAudit(n, EveryPage.Year(site));
        await PayAndRead(n);
        return n;
    }

    private static async Task WithAudit(Neighbourhood n, int year)
    {
        var booked = await n.InOneWork(db => new Wijkfonds.Web.Funds.Ledger.Book().Interest(db, n.Site.Clock.Now, n.FundId, Guid.NewGuid(), new Cents(4_12), new DateOnly(year, 12, 31)));
        Assert.False(booked.Refused);
        var kees = await n.As(n.Auditor).Go($"/geld/kascommissie/{year}/steekproef");
        await kees.Press("Steekproef loten");
        foreach (var (words, i) in new[] { ("Waar is de bon?", 1), ("Wie telde de kas?", 2) })
            await (await kees.Go($"/geld/kascommissie/{year}")).Press("Bevinding plaatsen", ("words", words), ("due", n.Site.Clock.Now.AddDays(30 * i).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        await (await n.As(n.Member).Go($"/geld/kascommissie/{year}")).Press("Antwoord plaatsen", ("answer", "In de map."));
        await n.Site.RunJobs();
    }

    /// <summary>An award in parts, a payment that waits, a file for the bank, petty cash, and lines of the bank that nobody explained.</summary>
    private static async Task PayAndRead(Neighbourhood n)
    {
        await n.WithAccount();
        var award = await n.WithAward(await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Geveltuinen", 3_000), 3_000);
        await n.Site.Given([.. AwardPart.For(n.FundId, award.Id, award.Amount, new MoneyRules { FundId = n.FundId })]);
        await n.Prepare(OutgoingKind.Payment, 500);
        await n.Release(OutgoingKind.OwnCost, 150);
        await n.Release(OutgoingKind.Cash, 100);
        await n.Export();
        await n.Prepare(OutgoingKind.OwnCost, 20);
        var read = await ReadBankTests.Upload(n, new SampleCamt().Line(new(2027, 1, 5), -40_00, "Onbekend", "NL18RABO0123459876", "factuur").Line(new(2027, 1, 5), 30_00, "Iemand", "NL18RABO0123459876", "van ons").Bytes);
        if (!read.Sees("Nieuwe regels: 2.")) throw new InvalidOperationException(read.Text);
    }
}
