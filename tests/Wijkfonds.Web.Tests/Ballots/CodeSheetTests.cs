using Wijkfonds.Web.Shared.Look;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Ballots;

public sealed class CodeSheetTests
{
    [Theory, EachDatabase]
    public async Task Members_make_print_and_confirm_codes_and_after_that_nobody_sees_them(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Reviewing);
        await n.WithPlan(round, "Bankje", 500);
        var member = n.As(n.Member);
        await member.Go($"/rondes/{round.Number}/codes");
        Assert.True(member.Sees("Stel eerst het stembiljet vast"));
        await n.WithFrozenBallot(round);
        await member.Go($"/rondes/{round.Number}/codes");
        Assert.Equal("12750", member.Page.QuerySelector("#rights")!.GetAttribute("value"));
        await member.Press("Codes maken", ("rights", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        await member.Press("Codes maken", ("rights", "450"));
        Assert.True(member.Sees("Er zijn 450 codes gemaakt"));
        Assert.Equal(200, member.Page.QuerySelectorAll(".codes > li").Length);
        await member.Go($"/rondes/{round.Number}/codes?deel=3");
        Assert.Equal(50, member.Page.QuerySelectorAll(".codes > li").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Go($"/rondes/{round.Number}/codes?deel=4")).Status);

        var csv = await member.Http.GetAsync(new Uri(n.At($"/rondes/{round.Number}/codes?handler=Csv"), UriKind.Relative));
        Assert.True(csv.Headers.CacheControl!.NoStore);
        var lines = (await csv.Content.ReadAsStringAsync()).Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(451, lines.Length);
        var code = lines[450].Split(';')[1];
        Assert.NotNull(VotingCode.Read(code));
        Assert.Equal($"450;{code};http://localhost/w/oosterhoek/stemmen", lines[450]);

        await member.Go($"/rondes/{round.Number}/codes");
        await member.Press("Alle codes zijn gedrukt");
        await member.Go($"/rondes/{round.Number}/codes");
        Assert.True(member.Sees("Een tweede lid moet nog bevestigen"));
        Assert.Null((await n.Second(DecisionKind.ConfirmCodes)).Refusal);
        await member.Go($"/rondes/{round.Number}/codes");
        Assert.Empty(member.Page.QuerySelectorAll(".codes"));
        Assert.Equal(HttpStatusCode.NotFound, (await member.Go($"/rondes/{round.Number}/codes?handler=Csv")).Status);
        await site.RunJobs();
        Assert.Null(site.Services.GetRequiredService<KeyFolder>().Seed((await n.BoxOf(round)).Id));
        await member.Go($"/rondes/{round.Number}/codes");
        Assert.True(member.Sees("is vernietigd"));

        site.Clock.MoveTo(round.VotingOpens.Instant);
        await VotingJourneyTests.Vote(n.Stranger, code, (await n.PlanNumbers(round))[0]);
    }

    [Theory, EachDatabase]
    public async Task New_codes_make_the_old_ones_invalid_and_take_their_keys_away(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Reviewing);
        await n.WithPlan(round, "Bankje", 500);
        await n.WithFrozenBallot(round);
        var old = await n.CodesOf(round);
        var oldBox = (await n.BoxOf(round)).Id;
        var member = n.As(n.Member);
        await member.Go($"/rondes/{round.Number}/codes");
        await member.Press("Nieuwe codes maken", ("rights", "30"));
        await site.RunJobs();
        Assert.NotEqual(oldBox, (await n.BoxOf(round)).Id);
        Assert.Empty(await Spy.TablesOf(site, oldBox));
        Assert.False(Directory.Exists(Path.Combine(site.DataPath, "keys", "ballots", oldBox.ToString("N"))));
        await n.WithConfirmedCodes(round);
        site.Clock.MoveTo(round.VotingOpens.Instant);
        Assert.IsType<UnknownCode>((await n.Cast(round, old[0], [])).Refusal);
    }

    [Fact]
    public async Task While_a_confirmation_waits_no_other_codes_are_made()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Reviewing);
        await n.WithPlan(round, "Bankje", 500);
        await n.WithFrozenBallot(round);
        await n.CodesOf(round);
        var member = n.As(n.Member);
        await member.Go($"/rondes/{round.Number}/codes");
        await member.Press("Alle codes zijn gedrukt");
        await using var scope = site.Services.CreateAsyncScope();
        var making = scope.ServiceProvider.GetRequiredService<CodeMaking>();
        Assert.IsType<CodesAreBeingConfirmed>((await making.Make(n.FundId, round.Id, 10, site.Clock.Now)).Refusal);
        Assert.Null((await n.Second(DecisionKind.ConfirmCodes, inFavour: false, reason: "De helft is scheef gedrukt.")).Refusal);
        Assert.Null((await making.Make(n.FundId, round.Id, 10, site.Clock.Now)).Refusal);
    }

    /// <summary>Otherwise the second voice would open a vote of an hour, or end one that never opened.</summary>
    [Theory, EachDatabase]
    public async Task Codes_confirmed_too_late_open_no_vote_until_closing_has_moved(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Reviewing);
        await n.WithPlan(round, "Bankje", 500);
        await n.WithFrozenBallot(round);
        await n.CodesOf(round);
        var member = n.As(n.Member);
        await (await member.Go("/rondes/1/codes")).Press("Alle codes zijn gedrukt");
        foreach (var late in new[] { round.VotingCloses.Instant.AddDays(-7).AddMinutes(1), round.VotingCloses.Instant.AddHours(-1), round.VotingCloses.Instant.AddHours(1) })
        {
            site.Clock.MoveTo(late);
            Assert.Equal(new TooLateToOpen(7, round.VotingCloses), (await n.Second(DecisionKind.ConfirmCodes)).Refusal);
        }
        await site.RunJobs();
        Assert.Empty(await n.SealedOf(round));
        Assert.Null((await n.Second(DecisionKind.ConfirmCodes, inFavour: false, reason: "Te laat.")).Refusal);
        member = n.As(n.Member);
        await (await member.Go("/rondes/1/codes")).Press("Alle codes zijn gedrukt");
        Assert.Equal(HttpStatusCode.Conflict, member.Status);
        Assert.True(member.Sees("Verzet eerst het sluiten van het stemmen"));
        await using (var scope = site.Services.CreateAsyncScope())
            Assert.IsType<TooLateToOpen>((await scope.ServiceProvider.GetRequiredService<CodeMaking>().Make(n.FundId, round.Id, 10, site.Clock.Now)).Refusal);

        var later = Wijkfonds.Web.Shared.Deadline.At(site.Clock.Now.AddDays(10), n.Fund.Zone);
        await (await member.Go("/rondes/1/verzetten")).Press("Voorleggen aan een tweede lid", ("To", later.Local), ("Reason", "De brieven kwamen te laat."));
        Assert.Null((await n.Second(DecisionKind.MoveDeadline)).Refusal);
        await (await member.Go("/rondes/1/codes")).Press("Alle codes zijn gedrukt");
        Assert.Null((await n.Second(DecisionKind.ConfirmCodes)).Refusal);
        await using var db = n.Open();
        Assert.Equal(Phase.Voting, (await db.Round(1))!.PhaseAt(site.Clock.Now));
    }

    [Fact]
    public async Task The_QR_code_on_a_card_leads_to_the_page_and_holds_no_code()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Reviewing);
        await n.WithPlan(round, "Bankje", 500);
        await n.WithFrozenBallot(round);
        var codes = await n.CodesOf(round);
        var member = await n.As(n.Member).Go($"/rondes/{round.Number}/codes");
        Assert.Equal(QrSquares.Of("http://localhost/w/oosterhoek/stemmen").Path, member.Page.QuerySelector("#qr path")!.GetAttribute("d"));
        Assert.All(member.Page.QuerySelectorAll("[href], [action], [src]"), e => Assert.DoesNotContain(codes, c =>
            $"{e.GetAttribute("href")}{e.GetAttribute("action")}{e.GetAttribute("src")}".Contains(c.Letters[..5], StringComparison.Ordinal)));
    }
}
