using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements.Auditing.Flagging;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Bench;

/// <summary>The open book of a busy year: six givers, 150 plans, 2,000 entries. Times are those of whole requests over loopback.</summary>
internal static class Ledger
{
    public static async Task<IEnumerable<Figure>> Run()
    {
        using var site = new TestSite();
        site.UseKestrel(0);
        site.StartServer();
        var n = await Neighbourhood.On(site);
        await BusyYear.Fill(site, n);
        var year = site.Clock.Now.Year;
        var statement = $"/bijdragers/1/overzicht";
        var treasurer = n.As(n.Treasurer).Http;
        // The cookie is for the name, whatever the port.
        treasurer.BaseAddress = new UriBuilder(site.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        var stranger = Visitor.At(site.ClientOptions.BaseAddress).Http;
        var open = new[] { "/geld", "/geld/waarheen", "/geld/boekingen", $"/geld/jaarrekening/{year}", "/geld/rekening/1100", "/bijdragers" };
        var auditor = n.As(n.Auditor).Http;
        auditor.BaseAddress = treasurer.BaseAddress;
        var pages = new List<Figure>();
        foreach (var path in open) pages.Add(new($"page_ms {path}", await Time(stranger, n.At(path)), "ms"));
        return
        [
            new("statement_ms", await Time(treasurer, n.At($"{statement}?jaar={year}")), "ms"),
            new("public_page_ms", pages.Max(p => p.Value), "ms"),
            new("pdf_ms", await Time(treasurer, n.At($"{statement}.pdf?jaar={year}")), "ms"),
            new("post_entry_ms", await Post(site, n), "ms"),
            new("verify_chain_ms", await Verify(), "ms"),
            new("flags_ms", await Time(treasurer, n.At("/geld/signalen")), "ms"),
            new("raise_flags_ms", await Raise(site, n), "ms"),
            new("audit_page_ms", await Time(auditor, n.At($"/geld/kascommissie/{year}")), "ms"),
            new("check_book_ms", await CheckBook(site, n), "ms"),
            .. pages,
            new("annual_pdf_ms", await Time(stranger, n.At($"/geld/jaarrekening/{year}.pdf")), "ms"),
            new("xaf_ms", await Time(stranger, n.At($"/geld/jaarrekening/{year}.xaf")), "ms"),
            new("statement_xlsx_ms", await Time(treasurer, n.At($"{statement}.xlsx?jaar={year}")), "ms"),
            new("ledger_export_ms", await Time(stranger, n.At("/geld/grootboek.txt")), "ms"),
        ];
    }

    /// <summary>One more payment, and the rules look at everything.</summary>
    private static async Task<double> Raise(TestSite site, Neighbourhood n)
    {
        Payment last;
        await using (var db = n.Open()) last = await db.Set<Payment>().OrderByDescending(p => p.Number).FirstAsync();
        var number = last.Number;
        return await Figure.Median(3, 15, async () =>
        {
            site.Clock.Advance(TimeSpan.FromMinutes(90));
            await site.Given(new Payment
            {
                FundId = n.FundId, Number = ++number, AwardId = last.AwardId, Amount = new Cents(10_001), PayeeId = last.PayeeId, PreparedBy = n.Treasurer.Id, PreparedAt = site.Clock.Now,
            });
            return await Figure.Milliseconds(() => BusyYear.Look(site, n));
        });
    }

    /// <summary>The whole stored book redone, as the program does by itself.</summary>
    private static Task<double> CheckBook(TestSite site, Neighbourhood n) => Figure.Median(3, 15, () => Figure.Milliseconds(async () =>
    {
        await using var db = site.Database.Open(n.FundId);
        if (!(await BookCheck.Of(db, n.FundId)).Holds) throw new InvalidOperationException("The book does not hold.");
    }));

    private static async Task<double> Post(TestSite site, Neighbourhood n)
    {
        var book = site.Services.GetRequiredService<Book>();
        var (party, day) = (n.Contributors[0].PartyId, DateOnly.FromDateTime(site.Clock.Now.UtcDateTime));
        return await Figure.Median(10, 51, () => Figure.Milliseconds(() =>
            BusyYear.Must(n.InOneWork(db => book.Deposit(db, site.Clock.Now, n.FundId, Guid.NewGuid(), party, Cents.Euros(1), day)))));
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
}
