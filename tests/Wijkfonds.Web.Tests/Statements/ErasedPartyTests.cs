using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>Public pages and files never name who was paid, and what is erased leaves the book whole.</summary>
public sealed class ErasedPartyTests
{
    private static readonly string[] Public =
    [
        "/", "/geld", "/geld/waarheen", "/geld/boekingen", "/geld/boekingen?kolommen=boekhouding", "/geld/boekingen/6", "/geld/jaarrekening/2027", "/geld/jaarrekening/2027.pdf",
        "/geld/jaarrekening/2027.xaf", "/geld/jaarrekening/2027.xaf?versie=3.2", "/geld/rekening/1100", "/geld/grootboek.txt", "/geld/kascommissie/2027", "/rondes/1/plannen/1", "/rondes/1/plannen/1/geld", "/bijdragers/1",
    ];

    private static readonly string[] Statement = ["", ".csv", ".json", ".pdf", ".xlsx", ".xaf"];

    [Theory, EachDatabase]
    public async Task Who_was_paid_is_named_nowhere_and_after_erasure_every_file_is_still_made(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        await Read(n);
        await using (var db = n.Open())
        {
            foreach (var party in await db.Set<Party>().ToListAsync())
            {
                (party.Name, party.Iban, party.Email, party.Contact, party.AccountId) = ("", "", "", "", null);
                party.ErasedAt = site.Clock.Now;
            }
            await db.SaveChangesAsync();
        }
        await Read(n);
        var book = LedgerExport.Read(await n.Stranger.Http.GetStringAsync(new Uri(n.At("/geld/grootboek.txt"), UriKind.Relative)));
        Assert.All(book.Check(), finding => Assert.True(finding.Holds, finding.ToString()));
    }

    private static async Task Read(Neighbourhood n)
    {
        foreach (var path in Public) await Anonymous(n.Stranger.Http, n.At(path));
        foreach (var ending in Statement) await Anonymous(n.As(n.ContributorRepresentative).Http, n.At($"/bijdragers/1/overzicht{ending}?jaar=2027"));
    }

    private static async Task Anonymous(HttpClient http, string path)
    {
        var bytes = await http.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        var text = path.Contains(".pdf", StringComparison.Ordinal) ? new Shared.Pdf.ReadPdf(bytes).AllText : System.Text.Encoding.UTF8.GetString(bytes);
        // The payee of BookOfTwoYears; as maker of the plan her chosen name may stand with the plan itself.
        if (!path.EndsWith("/plannen/1", StringComparison.Ordinal)) Assert.DoesNotContain("Rosa", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NL91", text, StringComparison.Ordinal);
    }
}
