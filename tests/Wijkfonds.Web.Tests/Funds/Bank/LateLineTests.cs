using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Bank;

/// <summary>Lines that come when their year is closed, lines by the hundreds, and money that came in and belongs to nothing.</summary>
public sealed class LateLineTests
{
    [Theory, EachDatabase]
    public async Task What_is_read_after_its_year_was_closed_is_booked_on_the_first_day_that_is_open(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        site.Clock.MoveTo(site.Clock.Now.AddYears(1));
        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(new(2027, 12, 30), 9_00, text: "onbekend").Bytes);
        await (await n.As(n.Treasurer).Go("/geld/jaren")).Press("Boekjaar 2027 afsluiten");
        var decision = await n.OpenDecision(DecisionKind.CloseYear);
        Assert.True((await n.As(n.Member).Go($"/bureau/besluiten/{decision}")).Sees("Let op: van de bank is 1 regel tot en met dit jaar nog niet uitgelegd."));
        Assert.False((await n.Second(DecisionKind.CloseYear)).Refused);
        var read = await ReadBankTests.Upload(n, new SampleCamt(opening: 200_009_00, id: "2", number: 2).Line(new(2027, 12, 31), 12_34, text: "Rente", code: "ACMT/MDOP/INTR").Line(new(2027, 12, 31), -3_00, text: "Kosten", code: "ACMT/MDOP/CHRG")
            .Line(new(2027, 12, 30), 500_00, "Gemeente Oosterstad", Neighbourhood.GiverIban, "bijdrage").Line(new(2028, 1, 3), 1_00, text: "Rente", code: "ACMT/MDOP/INTR").Bytes);
        await read.Press("3 regels die zeker kloppen bevestigen");
        Assert.True(read.Sees("Bevestigde regels: 3."), read.Text);
        await (await read.Go("/geld/bank/regels/4")).Press("Storting voorleggen aan een tweede lid");
        Assert.False((await n.Second(DecisionKind.ConfirmDeposit)).Refused);
        await using var db = n.Open();
        Assert.Equal([new(2028, 1, 1), new(2028, 1, 1), new(2028, 1, 1), new DateOnly(2028, 1, 3)],
            await db.Set<JournalEntry>().Where(e => e.Kind == EntryKind.Interest || e.Kind == EntryKind.BankCosts || (e.Kind == EntryKind.Deposit && e.ValueDate.Year == 2028)).Select(e => e.ValueDate).OrderBy(d => d).ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task Hundreds_of_sure_lines_are_confirmed_by_one_click_in_more_than_one_step(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        var camt = new SampleCamt(opening: 200_000_00);
        for (var i = 0; i < Explaining.AtOnce + 20; i++) camt.Line(new DateOnly(2027, 1, 4).AddDays(-(i / 10)), 1_00 + i, text: "Rente", code: "ACMT/MDOP/INTR");
        var read = await ReadBankTests.Upload(n, camt.Bytes);
        await read.Press($"{Explaining.AtOnce + 20} regels die zeker kloppen bevestigen");
        Assert.True(read.Sees($"Bevestigde regels: {Explaining.AtOnce + 20}."), read.Text);
        await using var db = n.Open();
        Assert.Empty(await LiveMarks.Open(db));
    }

    [Theory, EachDatabase]
    public async Task Much_money_that_belongs_to_nothing_is_explained_by_two_and_little_by_one(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(new(2027, 1, 5), 40_000_00, "Gemeente Anders", "NL39RABO0300065264", "subsidie").Line(new(2027, 1, 5), 12_00, "Iemand", "NL39RABO0300065264", "vergissing").Bytes);
        Assert.IsType<IncomingNeedsTwo>((await n.ByRule<Explaining, BankLine>(n.Treasurer, (rule, db, who) => rule.InWords(db, who, site.Clock.Now, 1, "Is niet voor ons."))).Refusal);
        var line = await n.As(n.Treasurer).Go("/geld/bank/regels/1");
        Assert.True(line.Sees("Kwam er meer dan € 100 binnen") && !line.Sees("kosten van de bank"), line.Text);
        await line.Press("Voorleggen aan een tweede lid", ("words", "Verkeerd overgemaakt, gaat terug."));
        var decision = await n.OpenDecision(DecisionKind.ExplainBankLine);
        Assert.True((await n.As(n.Member).Go($"/bureau/besluiten/{decision}")).Sees("kwam € 40.000 binnen op de bank, van: Gemeente Anders."));
        Assert.False((await n.Second(DecisionKind.ExplainBankLine)).Refused);
        Assert.True((await line.Go("/geld/bank/regels/1")).Sees("Verkeerd overgemaakt, gaat terug."), line.Text);
        await (await line.Go("/geld/bank/regels/2")).Press("Uitleg bewaren", ("words", "Buurman vergiste zich."));
        await using var db = n.Open();
        Assert.Empty(await LiveMarks.Open(db));
    }
}
