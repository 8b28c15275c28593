using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Bank;

/// <summary>The same days come again: as another format, overlapping, or at the same instant. Each line is there once.</summary>
public sealed class SameLineTests
{
    private static readonly DateOnly Day = new(2027, 1, 4);
    private const string Giver = "NL02ABNA0123456789", Shop = "NL20INGB0001234567", Other = "NL39RABO0300065264";

    private sealed record Moved(int DaysOn, long Cents, string Name, string Iban, string Text);

    /// <summary>A gift, two equal payments to one party on one day that really are two, the same amount to somebody else, and costs without another account.</summary>
    private static readonly Moved[] Two =
    [
        new(0, 1_000_00, "Gemeente", Giver, "Wijkfonds"), new(0, -10_00, "Winkel", Shop, "koffie"), new(0, -10_00, "Winkel", Shop, "koffie"), new(0, -10_00, "Ander", Other, "thee"), new(1, -2_50, "", "", "Kosten"),
    ];

    [Theory, EachDatabase]
    public async Task As_csv_then_camt_or_camt_then_csv_every_line_is_there_once(string database)
    {
        await using var site = new TestSite(database);
        foreach (var csvFirst in new[] { true, false })
        {
            var n = await Fund(site, csvFirst ? "oosterhoek" : "westhoek");
            var (first, second) = csvFirst ? (Csv(Two), Camt(Two)) : (Camt(Two), Csv(Two));
            Assert.True((await ReadBankTests.Upload(n, first)).Sees("Nieuwe regels: 5."));
            var again = await ReadBankTests.Upload(n, second);
            Assert.True(again.Sees("Nieuwe regels: 0. Regels die er al waren: 5."), again.Text);
            // A longer list of each kind, with a third equal payment that day: one line is new, once.
            Moved[] more = [.. Two, new(0, -10_00, "Winkel", Shop, "koffie"), new(2, -1_00, "Winkel", Shop, "suiker")];
            var longer = await ReadBankTests.Upload(n, csvFirst ? Camt(more) : Csv(more));
            Assert.True(longer.Sees("Nieuwe regels: 2. Regels die er al waren: 5."), $"csv first {csvFirst}: {longer.Text}");
            var last = await ReadBankTests.Upload(n, csvFirst ? Csv(more) : Camt(more));
            Assert.True(last.Sees("Nieuwe regels: 0. Regels die er al waren: 7."), $"csv first {csvFirst}: {last.Text}");
            await using var db = n.Open();
            Assert.Equal(7, await db.Set<BankLine>().CountAsync());
            Assert.Equal(3, await db.Set<BankLine>().CountAsync(l => l.Words.Iban == Shop && l.BookedOn == Day));
        }
    }

    [Theory, EachDatabase]
    public async Task The_same_amount_that_day_to_somebody_else_is_another_line_and_alarms(string database)
    {
        await using var site = new TestSite(database);
        var n = await Fund(site);
        await ReadBankTests.Upload(n, Csv([new(0, -10_00, "Winkel", Shop, "koffie")]));
        var whole = await ReadBankTests.Upload(n, Camt([new(0, -10_00, "Dief", Other, "koffie"), new(0, -10_00, "Winkel", Shop, "koffie")]));
        Assert.True(whole.Sees("Nieuwe regels: 1. Regels die er al waren: 1."), whole.Text);
        await using var db = n.Open();
        Assert.Equal([Shop, Other], await db.Set<BankLine>().OrderBy(l => l.Number).Select(l => l.Words.Iban).ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task Lists_that_overlap_and_the_same_file_twice_add_nothing(string database)
    {
        await using var site = new TestSite(database);
        var n = await Fund(site);
        foreach (var make in new Func<Moved[], byte[]>[] { Csv, Camt })
        {
            await ReadBankTests.Upload(n, make([Two[0], Two[1]]));
            await ReadBankTests.Upload(n, make([Two[1], Two[2], Two[3]]));
            await ReadBankTests.Upload(n, make(Two));
        }
        Assert.True((await ReadBankTests.Upload(n, Csv(Two))).Sees("Dit bestand is al ingelezen"));
        await using var db = n.Open();
        Assert.Equal(5, await db.Set<BankLine>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task The_same_file_read_twice_at_the_same_instant_is_read_once_and_alarms_each_person_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await Fund(site);
        var bytes = Camt(Two);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReadBankTests.Upload(n, bytes))));
        await using var db = n.Open();
        Assert.Single(await db.Set<BankFile>().ToListAsync());
        Assert.Equal(5, await db.Set<BankLine>().CountAsync());
        // Four lines left without a release, in one mail to each of three members and the committee.
        Assert.Equal(4, await db.Set<OutboxMessage>().CountAsync(m => m.Subject.Contains("zonder vrijgegeven")));
    }

    [Theory, EachDatabase]
    public async Task Two_clicks_at_the_same_instant_book_a_line_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await Fund(site);
        await ReadBankTests.Upload(n, new SampleCamt().Line(Day, 5_00, text: "Creditrente").Bytes);
        var pages = new[] { await n.As(n.Treasurer).Go("/geld/bank/regels/1"), await n.As(n.Treasurer).Go("/geld/bank/regels/1") };
        await Task.WhenAll(pages.Select(p => Task.Run(() => p.Press("Ja, als rente boeken"))));
        await using var db = n.Open();
        Assert.Single(await db.Set<BankMark>().ToListAsync());
        Assert.Single(await db.Set<Wijkfonds.Web.Funds.Ledger.JournalEntry>().ToListAsync());
    }

    private static byte[] Camt(Moved[] lines)
    {
        var camt = new SampleCamt(id: $"L{lines.Length}{lines[0].Cents}");
        foreach (var line in lines) camt.Line(Day.AddDays(line.DaysOn), line.Cents, line.Name, line.Iban, line.Text, reference: null);
        return camt.Bytes;
    }

    /// <summary>ING's list, newest first.</summary>
    private static byte[] Csv(Moved[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n",
        [
            "\"Datum\";\"Naam / Omschrijving\";\"Rekening\";\"Tegenrekening\";\"Code\";\"Af Bij\";\"Bedrag (EUR)\";\"Mutatiesoort\";\"Mededelingen\"",
            .. lines.OrderByDescending(l => l.DaysOn).Select(l => string.Create(CultureInfo.InvariantCulture,
                $"\"{Day.AddDays(l.DaysOn):yyyyMMdd}\";\"{l.Name}\";\"{SampleCamt.Iban}\";\"{l.Iban}\";\"GT\";\"{(l.Cents < 0 ? "Af" : "Bij")}\";\"{Math.Abs(l.Cents) / 100},{Math.Abs(l.Cents) % 100:00}\";\"Overschrijving\";\"{l.Text}\"")),
        ]));

    private static async Task<Neighbourhood> Fund(TestSite site, string slug = "oosterhoek")
    {
        var n = await (await Neighbourhood.On(site, slug)).WithContributorsOnly();
        await n.WithAccount();
        return n;
    }
}
