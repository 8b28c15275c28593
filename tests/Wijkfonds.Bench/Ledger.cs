using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Bench;

/// <summary>The open book of a busy year: six givers, 150 plans, 2,000 entries. Times are those of whole requests over loopback.</summary>
internal static class Ledger
{
    private const int Entries = 2_000;

    public static async Task<IEnumerable<Figure>> Run()
    {
        using var site = new TestSite();
        site.UseKestrel(0);
        site.StartServer();
        var n = await Neighbourhood.On(site);
        await Fill(site, n);
        var year = site.Clock.Now.Year;
        var statement = $"/bijdragers/1/overzicht";
        var treasurer = n.As(n.Treasurer).Http;
        // The cookie is for the name, whatever the port.
        treasurer.BaseAddress = new UriBuilder(site.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        var stranger = Visitor.At(site.ClientOptions.BaseAddress).Http;
        var open = new[] { "/geld", "/geld/waarheen", "/geld/boekingen", $"/geld/jaarrekening/{year}", "/geld/rekening/1100", "/bijdragers" };
        var pages = new List<Figure>();
        foreach (var path in open) pages.Add(new($"page_ms {path}", await Time(stranger, n.At(path)), "ms"));
        return
        [
            new("statement_ms", await Time(treasurer, n.At($"{statement}?jaar={year}")), "ms"),
            new("public_page_ms", pages.Max(p => p.Value), "ms"),
            new("pdf_ms", await Time(treasurer, n.At($"{statement}.pdf?jaar={year}")), "ms"),
            new("post_entry_ms", await Post(site, n), "ms"),
            new("verify_chain_ms", await Verify(), "ms"),
            .. pages,
            new("annual_pdf_ms", await Time(stranger, n.At($"/geld/jaarrekening/{year}.pdf")), "ms"),
            new("xaf_ms", await Time(stranger, n.At($"/geld/jaarrekening/{year}.xaf")), "ms"),
            new("statement_xlsx_ms", await Time(treasurer, n.At($"{statement}.xlsx?jaar={year}")), "ms"),
            new("ledger_export_ms", await Time(stranger, n.At("/geld/grootboek.txt")), "ms"),
        ];
    }

    private static async Task Fill(TestSite site, Neighbourhood n)
    {
        await n.WithMoney(400_000);
        var book = site.Services.GetRequiredService<Book>();
        var more = Enumerable.Range(3, 4).Select(i => new Party { FundId = n.FundId, Name = $"Organisatie {i}" }).ToList();
        await site.Given([.. more]);
        await site.Given([.. more.Select((p, i) => new Contributor { FundId = n.FundId, Number = i + 3, PartyId = p.Id, Kind = (ContributorKind)(i + 2), EnteredAt = site.Clock.Now, ConfirmedAt = site.Clock.Now })]);
        var day = DateOnly.FromDateTime(site.Clock.Now.UtcDateTime);
        var booked = 2;
        foreach (var party in more) await Must(n.InOneWork(db => book.Deposit(db, site.Clock.Now, n.FundId, Guid.NewGuid(), party.Id, Cents.Euros(30_000), day)));
        var payee = new Party { FundId = n.FundId, Name = "Rosa Bakker", IsPerson = true };
        await site.Given(payee);
        booked += more.Count;
        var awards = new List<Award>();
        for (var r = 1; r <= 3; r++)
        {
            var round = await n.WithRound(Phase.CarryingOut, sections: [("Groen", 60_000), ("Samen", 60_000)]);
            booked += 2;
            for (var i = 0; i < 50; i++)
            {
                awards.Add(await n.WithAward(await n.WithPlan(round, $"Plan van straat {i}", 2_000, section: round.Sections[i % 2]), 2_000));
                booked++;
            }
        }
        for (var number = 1; booked < Entries; number++, booked++)
        {
            var award = awards[number % awards.Count];
            site.Clock.Advance(TimeSpan.FromMinutes(90));
            var payment = new Payment
            {
                FundId = n.FundId, Number = number, AwardId = award.Id, Amount = new Cents(10_001), PayeeId = payee.Id, PreparedBy = n.Treasurer.Id,
                PreparedAt = site.Clock.Now, ReleasedBy = n.Member.Id, ReleasedAt = site.Clock.Now,
            };
            await site.Given(payment);
            await Must(n.InOneWork(db => book.Pay(db, site.Clock.Now, n.FundId, award.Id, payment.Id, payment.Amount)));
        }
    }

    private static async Task<double> Post(TestSite site, Neighbourhood n)
    {
        var book = site.Services.GetRequiredService<Book>();
        var (party, day) = (n.Contributors[0].PartyId, DateOnly.FromDateTime(site.Clock.Now.UtcDateTime));
        return await Figure.Median(10, 51, () => Figure.Milliseconds(() =>
            Must(n.InOneWork(db => book.Deposit(db, site.Clock.Now, n.FundId, Guid.NewGuid(), party, Cents.Euros(1), day)))));
    }

    /// <summary>What `wijkfonds verify` does with a book of 100,000 entries: read the file, redo every sum and every hash.</summary>
    private static async Task<double> Verify()
    {
        var fund = Guid.NewGuid().ToString("D");
        string[] parties = [.. Enumerable.Range(0, 6).Select(_ => Guid.NewGuid().ToString("D"))];
        var file = LedgerExport.Of(fund, Enumerable.Range(1, 100_000).Select(i => new EntryText(fund, i, new DateOnly(2027, 1, 1).AddDays(i % 365), 1_800_000_000_000 + i, "payment",
            null, Guid.NewGuid().ToString("D"), "entry.Payment",
            [new("awarded", parties[i % 6], Guid.NewGuid().ToString("D"), 10_000 + i), new("bank", parties[i % 6], null, -10_000 - i)]))).Write();
        return await Figure.Median(1, 5, () => Figure.Milliseconds(() =>
        {
            if (LedgerExport.Read(file).Check().Any(f => !f.Holds)) throw new InvalidOperationException("The chain does not hold.");
            return Task.CompletedTask;
        }));
    }

    private static Task<double> Time(HttpClient http, string path) => Figure.Median(5, 21, () => Figure.Milliseconds(async () =>
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        if (answer.StatusCode != System.Net.HttpStatusCode.OK || answer.RequestMessage!.RequestUri!.AbsolutePath.Contains("inloggen", StringComparison.Ordinal))
            throw new InvalidOperationException($"{answer.StatusCode} at {path}");
        await answer.Content.ReadAsByteArrayAsync();
    }));

    private static async Task Must(Task<Outcome<JournalEntry>> act)
    {
        if ((await act).Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
    }
}
