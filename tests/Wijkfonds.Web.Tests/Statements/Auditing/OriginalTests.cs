using System.Net;
using System.Net.Http.Headers;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Tests.Funds.Bank;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements.Auditing;

/// <summary>The bank's own files, as the committee and the accountant find them.</summary>
public sealed class OriginalTests
{
    [Theory, EachDatabase]
    public async Task Each_file_of_the_year_is_there_under_its_own_name_and_a_changed_or_missing_one_is_said_aloud_and_stops_the_signature(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(400);
        await site.Given(new Wijkfonds.Web.Funds.MoneyRules { FundId = n.FundId, Iban = SampleCamt.Iban, Holder = "Stichting" });
        var day = new DateOnly(2027, 1, 4);
        var bytes = new SampleCamt().Line(day, 400_00, "GEMEENTE", "NL02ABNA0123456789", "Wijkfonds").Line(day.AddDays(2), -3_10, text: "Kosten").Bytes;
        await Upload(n, bytes, "afschrift januari.xml");
        var accountant = await n.WithAccountant(30);
        foreach (var person in new[] { n.Auditor, accountant, n.Treasurer })
        {
            var page = await n.As(person).Go("/geld/kascommissie/2027");
            foreach (var words in new[] { "afschrift januari.xml", "maandag 4 januari 2027 tot en met woensdag 6 januari 2027", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
                "Het bestand is net opnieuw nagerekend", "Klopt" }) Assert.True(page.Sees(words), words);
            Assert.Equal(bytes, await page.Http.GetByteArrayAsync(new Uri(n.At("/geld/bank/bestanden/1"), UriKind.Relative)));
        }
        var stranger = await n.Stranger.Go("/geld/kascommissie/2027");
        Assert.False(stranger.Sees("afschrift januari.xml"));

        // One byte on the disk.
        var kept = Directory.GetFiles(Path.Combine(site.DataPath, "files")).Single();
        bytes[^2] ^= 1;
        await File.WriteAllBytesAsync(kept, bytes);
        var kees = await n.As(n.Auditor).Go("/geld/kascommissie/2027");
        Assert.NotNull(kees.Page.QuerySelector("[role=alert]"));
        Assert.True(kees.Sees("Klopt niet"));
        Assert.True(kees.Sees("Bestand 1 van de bank is niet meer wat het was."));
        File.Delete(kept);
        await kees.Go("/geld/kascommissie/2027");
        Assert.True(kees.Sees("Weg"));
        Assert.True(kees.Sees("Bestand 1 van de bank is niet meer wat het was."));
        Assert.IsType<OriginalIsWrong>(await Block(n, site));
    }

    /// <summary>What stands in the way once all else is done.</summary>
    private static async Task<Wijkfonds.Web.Shared.Refusal?> Block(Neighbourhood n, TestSite site)
    {
        await using var db = n.Open();
        var store = (Wijkfonds.Web.Shared.Data.FileStore)site.Services.GetService(typeof(Wijkfonds.Web.Shared.Data.FileStore))!;
        var originals = await BankOriginal.Of(db, store, site.Clock.Now, 2027);
        return (await YearFile.Of(db, site.Clock.Now, n.FundId, 2027)).Blocks(originals, new(0, null)).SingleOrDefault(b => b is OriginalIsWrong);
    }

    private static async Task Upload(Neighbourhood n, byte[] bytes, string name)
    {
        var treasurer = await n.As(n.Treasurer).Go("/geld/bank");
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        form.Add(file, "file", name);
        form.Add(new StringContent(treasurer.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        await treasurer.Visitor.Send(n.At("/geld/bank"), form);
        Assert.Equal(HttpStatusCode.OK, treasurer.Status);
        Assert.True(treasurer.Sees("Nieuwe regels: 2."), treasurer.Text);
    }
}
