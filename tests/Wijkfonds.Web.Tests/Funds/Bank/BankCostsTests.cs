using System.Text;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Funds.Bank;

/// <summary>What the bank itself takes and gives, what only looks like it, and a bank that nobody reads.</summary>
public sealed class BankCostsTests
{
    private static readonly DateOnly Day = new(2027, 1, 5);

    [Theory, EachDatabase]
    public async Task Only_the_banks_own_word_keeps_costs_silent_never_a_text_or_a_small_amount(string database)
    {
        await using var site = new TestSite(database);
        var n = await Fund(site);
        foreach (var (cents, text, iban, code, alarms) in new (long, string, string, string, bool)[]
        {
            (-9_90, "Kosten zakelijk betalen", "", "ACMT/MDOP/CHRG", false), (-4_00, "Debetrente", "", "ACMT/MDOP/INTR", false),
            (-9_90, "Kosten zakelijk betalen", "", "", true), (-1, "", "", "", true), (-99_99, "Reiskosten", "", "PMNT/CCRD/POSD", true),
            (-9_90, "Kosten", "NL20INGB0001234567", "ACMT/MDOP/CHRG", true), (-100_01, "Kosten", "", "ACMT/MDOP/CHRG", true),
        })
        {
            var read = await ReadBankTests.Upload(n, new SampleCamt(opening: 100_000, id: Guid.NewGuid().ToString("N")).Line(Day, cents, "", iban, text, code: code).Bytes);
            Assert.True(read.Sees("Let op") == alarms, $"{cents} {text} {iban} {code}: {read.Text}");
        }
    }

    [Theory, EachDatabase]
    public async Task A_click_books_costs_and_interest_more_than_a_hundred_euros_of_costs_takes_two(string database)
    {
        await using var site = new TestSite(database);
        var n = await Fund(site);
        await ReadBankTests.Upload(n, new SampleCamt(opening: 20_000_00).Line(Day, -9_90, text: "Kosten", code: "ACMT/MDOP/CHRG").Line(Day, -8_00, text: "Kosten zakelijk betalen")
            .Line(Day, -100_01, text: "Kosten", code: "ACMT/MDOP/CHRG").Line(Day, 12_00, text: "Rente", code: "ACMT/MCOP/INTR").Line(Day, 3_00, text: "Van de bank", code: "ACMT/MCOP/INTR").Bytes);
        var treasurer = await (await n.As(n.Treasurer).Go("/geld/bank")).Press("3 regels die zeker kloppen bevestigen");
        await (await treasurer.Go("/geld/bank/regels/2")).Press("Ja, als bankkosten boeken");
        Assert.True(treasurer.Sees("De regel heeft een plek."), treasurer.Text);
        await (await treasurer.Go("/geld/bank/regels/3")).Press("Ja, als bankkosten boeken");
        Assert.True(treasurer.Sees("twee leden"), treasurer.Text);
        await (await treasurer.Go("/geld/bank/regels/3")).Press("Voorleggen aan een tweede lid", ("words", "Kosten van het hele jaar"), ("costs", "true"));
        Assert.False((await n.Second(DecisionKind.ExplainBankLine)).Refused);
        await using var db = n.Open();
        Assert.Equal(3, await db.Set<JournalEntry>().CountAsync(e => e.Kind == EntryKind.BankCosts));
        Assert.Equal(2, await db.Set<JournalEntry>().CountAsync(e => e.Kind == EntryKind.Interest));
        Assert.True((await treasurer.Go("/geld/bank")).Sees("Boek en bank zijn gelijk."), treasurer.Text);
    }

    [Theory, EachDatabase]
    public async Task A_number_of_the_bank_that_is_skipped_is_named_although_the_balance_agrees(string database)
    {
        await using var site = new TestSite(database);
        var n = await Fund(site);
        await ReadBankTests.Upload(n, new SampleCamt(opening: 0, id: "a", number: 7).Line(Day, 5_00, text: "a").Bytes);
        await ReadBankTests.Upload(n, new SampleCamt(opening: 5_00, id: "b", number: 8).Line(Day.AddDays(1), 5_00, text: "b").Bytes);
        Assert.False((await n.As(n.Auditor).Go("/geld/bank")).Sees("De bank nummert"));
        await ReadBankTests.Upload(n, new SampleCamt(opening: 10_00, id: "c", number: 10).Line(Day.AddDays(5), 5_00, text: "c").Bytes);
        Assert.True((await n.As(n.Auditor).Go("/geld/bank")).Sees("na nummer 8 lazen we nummer 10"));
        // Of a list without balances nobody can see whether lines are missing, and the page says so.
        await ReadBankTests.Upload(n, Encoding.UTF8.GetBytes("\"Date\",\"Interest Date\",\"Amount\",\"Account\",\"Counterparty\",\"Name\",\"Description\"\n\"2027-01-12\",\"2027-01-12\",\"2,00\",\"" + SampleCamt.Iban + "\",\"NL02ABNA0123456789\",\"Fonds\",\"d\"\n"));
        Assert.True((await n.As(n.Auditor).Go("/geld/bank")).Sees("noemt geen saldo"));
    }

    [Theory, EachDatabase]
    public async Task The_treasurer_gets_one_mail_each_time_the_bank_is_35_days_late(string database)
    {
        await using var site = new TestSite(database);
        var n = await Fund(site);
        async Task<List<string>> Mails()
        {
            await using var scope = site.Services.CreateAsyncScope();
            var job = scope.ServiceProvider.GetServices<IJob>().OfType<RemindBank>().Single();
            await job.Run(site.Clock.Now, default);
            await job.Run(site.Clock.Now, default);
            await using var db = n.Open();
            return await db.Set<OutboxMessage>().Where(m => m.Subject.Contains("niet ingelezen")).Select(m => m.To).ToListAsync();
        }
        await ReadBankTests.Upload(n, new SampleCamt().Line(Day, 5_00).Bytes);
        site.Clock.Advance(TimeSpan.FromDays(35));
        Assert.Empty(await Mails());
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([n.Treasurer.Email!], await Mails());
        site.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Single(await Mails());
        await ReadBankTests.Upload(n, new SampleCamt(opening: 5_00, id: "b", number: 2).Line(Day.AddDays(9), 5_00).Bytes);
        site.Clock.Advance(TimeSpan.FromDays(36));
        Assert.Equal(2, (await Mails()).Count);
    }

    private static async Task<Neighbourhood> Fund(TestSite site)
    {
        var n = await (await Neighbourhood.On(site)).WithMoney(20_000);
        await n.WithAccount();
        return n;
    }
}
