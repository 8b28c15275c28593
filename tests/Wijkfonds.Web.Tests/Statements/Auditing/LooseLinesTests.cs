using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Statements.Auditing.Flagging;
using Wijkfonds.Web.Tests.Funds.Bank;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements.Auditing;

/// <summary>Money that left the bank without a release stands in the way of the committee's signature until it was explained and answered.</summary>
public sealed class LooseLinesTests
{
    [Theory, EachDatabase]
    public async Task Nobody_signs_over_an_open_alarm_nor_over_a_flag_without_an_answer(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        await n.WithAccount();
        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(new(2027, 6, 5), -5_000_00, "De Dief", "NL18RABO0123459876", "weg").Line(new(2028, 1, 5), -6_00, "Iemand", "NL18RABO0123459876", "ook weg").Bytes);
        await n.WithoutRelations(n.Auditor);
        var kees = await (await n.As(n.Auditor).Go("/geld/kascommissie/2027/steekproef")).Press("Steekproef loten");
        await using var db = n.Open();
        var entries = (await SampleList.Of(db, 2027, await db.Set<AuditAct>().ToListAsync()))!.Entries.Select(e => e.Entry).ToList();
        await kees.Press("Vinkjes en opmerkingen bewaren", [.. entries.Select(e => ($"right-{e}", "1"))]);
        await (await kees.Go("/geld/kascommissie/2027")).Press("Verslag plaatsen", ("minutes", "Akkoord."), ("present", "Kees"), ("held", "2028-02-07"));
        Assert.True(kees.Sees("twee leden hebben nog niet uitgelegd wat het was: bankregel 1."), kees.Text);
        Assert.NotNull(kees.Page.QuerySelector("a[href$='/geld/bank/regels/1']"));
        Assert.Null(kees.Page.QuerySelector("form[action*='handler=sign']"));
        Assert.Equal(new LinesUnreleased("1", 1), await Sign(n));

        await (await n.As(n.Treasurer).Go("/geld/bank/regels/1")).Press("Voorleggen aan een tweede lid", ("words", "Vergissing, komt terug."));
        Assert.Null((await n.Second(DecisionKind.ExplainBankLine)).Refusal);
        await site.RunJobs();
        Assert.Equal(new LineFlagsOpen("1"), await Sign(n));
        // Explained in 2028, and of 2027 all the same.
        Assert.Equal((FlagKind.WithoutAward, 2027), await db.Set<Flag>().Select(f => new ValueTuple<FlagKind, int>(f.Kind, f.Year)).SingleAsync());
        await kees.Go("/geld/kascommissie/2027/steekproef");
        Assert.True(kees.Sees("Bankregel 1: € 5.000 op zaterdag 5 juni 2027") && kees.Sees("Signaal 1 wacht op antwoord"), kees.Text);
        Assert.False((await n.Stranger.Go("/geld/kascommissie/2027/steekproef")).Sees("€ 5.000"));

        await n.InOneWork<FlagAnswer>(async inside =>
        {
            var answer = new FlagAnswer { FundId = n.FundId, FlagId = await inside.Set<Flag>().Select(f => f.Id).SingleAsync(), Number = 1, Words = "Aangifte gedaan.", IsPublic = true, SaidBy = n.Member.Id, At = site.Clock.Now };
            inside.Add(answer);
            return answer;
        });
        Assert.True((await kees.Go("/geld/kascommissie/2027/steekproef")).Sees("Signaal 1 is beantwoord"));
        Assert.Null(await Sign(n));
        // The line of January is the next year's.
        Assert.Equal([2], (await LooseLines.Of(db, n.FundId, 2028)).Open.Select(l => l.Number));
    }

    private static async Task<Refusal?> Sign(Neighbourhood n)
    {
        var who = await n.Viewer(n.Auditor);
        return (await n.InOneWork(db => Signing.Sign(db, who, n.Site.Clock.Now, n.FundId, 2027, [], new(0, null)))).Refusal;
    }
}
