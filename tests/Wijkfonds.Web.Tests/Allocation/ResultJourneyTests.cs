using System.Net;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Cli;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation;

public sealed class ResultJourneyTests
{
    private static readonly (string, long)[] Plans = [("Speelplek", 6_000), ("Lampen", 5_000), ("Bankjes", 3_000), ("Wijkfeest", 500)];
    private static readonly string[] Ballots = ["1,2", "1,2,3", "1", ""];

    [Theory, EachDatabase]
    public async Task A_sealed_box_is_counted_and_everyone_reads_what_won_and_why(string database)
    {
        await using var site = new TestSite(database);
        var n = await Sealed(site);
        var anyone = await n.Stranger.Go("/rondes/1/uitslag");
        Assert.True(anyone.Sees("De stembus is dicht"));
        await site.RunJobs();
        await anyone.Go("/rondes/1/uitslag");
        Assert.True(anyone.Sees("4 bewoners kozen 2 plannen"));
        Assert.True(anyone.Sees("Samen kosten ze €\u00a09.000. Er blijft €\u00a01.000 over") || anyone.Sees("Samen kosten ze € 9.000. Er blijft € 1.000 over"));
        Assert.Equal(["Speelplek", "Bankjes", "Lampen", "Wijkfeest"], anyone.Page.QuerySelectorAll(".plan h3").Select(h => h.TextContent));
        var why = anyone.Page.QuerySelectorAll(".plan .why").Select(p => p.TextContent.Replace('\u00a0', ' ')).ToList();
        Assert.Equal("Gekozen als eerste. 3 bewoners kozen dit plan.", why[0]);
        Assert.Equal("Gekozen als tweede. 1 bewoner koos dit plan.", why[1]);
        Assert.Equal("Toen dit plan aan de beurt was, was er nog € 4.000 over. Het kost € 5.000. 2 bewoners kozen dit plan.", why[2]);
        Assert.StartsWith("Niemand koos dit plan.", why[3], StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Before_closing_the_page_says_when_and_gives_no_file(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await n.WithRound(Phase.Voting);
        var anyone = await n.Stranger.Go("/rondes/1/uitslag");
        Assert.True(anyone.Sees("De stembus gaat dicht op"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/rondes/1/uitslag/1.pb")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Member).Go("/rondes/1/uitslag/bevestigen")).Status);
    }

    [Theory, EachDatabase]
    public async Task The_published_file_counts_to_the_stored_winners(string database)
    {
        await using var site = new TestSite(database);
        var n = await Sealed(site);
        await site.RunJobs();
        var file = Path.Combine(site.DataPath, "ronde.pb");
        await File.WriteAllBytesAsync(file, await n.Stranger.Http.GetByteArrayAsync(new Uri(n.At("/rondes/1/uitslag/1.pb"), UriKind.Relative)));
        Assert.Contains("Alles klopt.", Command("verify", file), StringComparison.Ordinal);
        using var counted = System.Text.Json.JsonDocument.Parse(Command("count", file, "--rule", "greedy", "--json"));
        await using var db = n.Open();
        var stored = (await db.Results((await db.Set<Round>().SingleAsync()).Id)).Single().Elected.Select(p => $"{p.Plan.Number}");
        Assert.Equal(stored, counted.RootElement.GetProperty("winners").EnumerateArray().Select(w => w.GetString()!));
    }

    [Theory, EachDatabase]
    public async Task From_the_ballots_in_the_box_to_the_money_of_the_plans(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await n.WithMoney(50_000);
        var round = await n.WithOpenVote(BallotType.Knapsack, budget: 7_000, plansOnBallot: [("Regentonnen", 1_200), ("Speelplek", 4_000), ("Lampen", 3_000)]);
        var numbers = await n.PlanNumbers(round);
        await n.WithBallots(round, [numbers[0], numbers[1]], [numbers[1]], [numbers[2]], []);
        await n.WithSealedBox(round);
        await site.RunJobs();
        var member = await n.As(n.Member).Go($"/rondes/{round.Number}/uitslag");
        Assert.True(member.Sees("4 bewoners kozen 2 plannen"));
        Assert.True(member.Sees("Er zijn 4 van de 20 stemcodes gebruikt: 20%."));
        // The file's lot follows from the key that was published when the ballot was frozen.
        var file = Path.Combine(site.DataPath, "ronde.pb");
        await File.WriteAllBytesAsync(file, await n.Stranger.Http.GetByteArrayAsync(new Uri(n.At($"/rondes/{round.Number}/uitslag/1.pb"), UriKind.Relative)));
        Assert.Contains("lot_key;", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Contains("Alles klopt.", Command("verify", file), StringComparison.Ordinal);
        await (await member.Go($"/rondes/{round.Number}/uitslag/bevestigen")).Press("Uitslag bevestigen");
        var second = await n.As(n.SecondMember).Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.ConfirmResult)}");
        Assert.True(second.Sees("De gekozen plannen krijgen hun geld toegekend."));
        await second.Press("Akkoord");
        Assert.Equal((0, 5_200), await ReservedAndAwarded(n));
        await member.Go($"/rondes/{round.Number}/plannen/{numbers[1]}");
        Assert.True(member.Sees("Gekozen als eerste. 2 bewoners kozen dit plan."));
    }

    [Theory, EachDatabase]
    public async Task Four_servers_that_count_at_once_count_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await Sealed(site);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            new CountJob(site.Database, new Work(site.Database, new FundScope())).Run(site.Clock.Now, CancellationToken.None))));
        await site.RunJobs();
        await using var db = n.Open();
        Assert.Equal(1, await db.Set<RoundAct>().CountAsync(a => a.Kind == RoundActKind.Counted));
        Assert.Equal(1, await db.Set<SectionResult>().CountAsync());
        Assert.Equal(4, await db.Set<PlanResult>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Counting_books_nothing_confirming_books_every_award_once_and_the_rest_flows_back(string database)
    {
        await using var site = new TestSite(database);
        var n = await Sealed(site);
        await site.RunJobs();
        Assert.Equal((10_000, 0), await ReservedAndAwarded(n));

        var member = n.As(n.Member);
        await (await member.Go("/rondes/1/uitslag/bevestigen")).Press("Uitslag bevestigen");
        Assert.True(member.Sees("Een tweede lid"));
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.ConfirmResult, n.Member)).Refusal);
        Assert.Equal((10_000, 0), await ReservedAndAwarded(n));
        await (await member.Go("/rondes/1/uitslag/bevestigen")).Press("Uitslag bevestigen");
        Assert.Equal(HttpStatusCode.Conflict, member.Status);

        // Two members press at the same moment.
        var decision = await n.OpenDecision(DecisionKind.ConfirmResult);
        var pressed = await Task.WhenAll(n.Speak(decision, n.SecondMember), n.Speak(decision, n.Treasurer), n.Speak(decision, n.SecondMember));
        Assert.Single(pressed, p => !p.Refused);
        Assert.Equal((0, 9_000), await ReservedAndAwarded(n));
        await using var db = n.Open();
        Assert.Equal([6_000_00, 3_000_00], await db.Set<Award>().OrderBy(a => a.Number).Select(a => a.Amount.Value).ToListAsync());
        Assert.Equal(0, await db.Set<JournalLine>().SumAsync(l => l.Amount.Value));
        var anyone = await n.Stranger.Go("/rondes/1/uitslag");
        Assert.True(anyone.Sees("Het geld is toegekend aan de gekozen plannen"));
        await (await member.Go("/rondes/1/uitslag/bevestigen")).Press("Uitslag bevestigen");
        Assert.Equal(HttpStatusCode.Conflict, member.Status);
    }

    [Fact]
    public async Task Whatever_people_vote_awards_stay_within_the_reservation_and_no_cent_is_lost()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        await n.WithMoney(500_000);
        foreach (var vote in SectionCountTests.Votes.Sample(size: 20, numberOfSamples: 6))
        {
            var before = await ReservedAndAwarded(n, 500_000);
            var budget = 1_000 * (vote.Budget + 1);
            var round = await n.WithSealedRound([.. vote.Costs.Select((cost, i) => ($"Plan {i}", 1_000 * cost))], vote.Ballots, budget: budget);
            await site.RunJobs();
            await (await n.As(n.Member).Go($"/rondes/{round.Number}/uitslag/bevestigen")).Press("Uitslag bevestigen");
            Assert.Null((await n.Second(DecisionKind.ConfirmResult)).Refusal);
            await using var db = n.Open();
            var result = Assert.Single(await db.Results(round.Id));
            Assert.True(result.Spent <= result.Budget);
            Assert.Equal((0, before.Awarded + result.Spent.Value / 100), await ReservedAndAwarded(n, 500_000));
            Assert.Equal(0, await db.Set<JournalLine>().SumAsync(l => l.Amount.Value));
        }
    }

    [Theory, EachDatabase]
    public async Task An_annulled_result_awards_nothing_gives_the_money_back_and_says_why(string database)
    {
        await using var site = new TestSite(database);
        var n = await Sealed(site);
        await site.RunJobs();
        var member = n.As(n.Member);
        await (await member.Go("/rondes/1/uitslag/bevestigen")).Press("Vernietigen voorleggen", ("reason", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        await member.Press("Vernietigen voorleggen", ("reason", "Een straat kreeg geen codes."));
        Assert.Null((await n.Second(DecisionKind.ConfirmResult)).Refusal);
        Assert.Equal((0, 0), await ReservedAndAwarded(n));
        var anyone = await n.Stranger.Go("/rondes/1/uitslag");
        Assert.True(anyone.Sees("Een straat kreeg geen codes."));
        Assert.True(anyone.Sees("4 bewoners kozen 2 plannen"));
        await using var db = n.Open();
        Assert.Equal(0, await db.Set<Award>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Who_has_an_interest_in_a_plan_on_the_ballot_or_no_second_factor_does_not_confirm(string database)
    {
        await using var site = new TestSite(database);
        var n = await Sealed(site);
        await site.RunJobs();
        await (await n.As(n.Member).Go("/rondes/1/uitslag/bevestigen")).Press("Uitslag bevestigen");
        await (await n.As(n.SecondMember).Go("/bureau/belangen")).Press("Belang melden", ("Subject", "plan-1-4"), ("Reason", "Mijn eigen plan."));
        Assert.IsType<StandsAside>((await n.Second(DecisionKind.ConfirmResult)).Refusal);
        Assert.IsType<Wijkfonds.Web.Neighbours.SecondFactorNeeded>((await n.Second(DecisionKind.ConfirmResult, n.Treasurer, secondFactor: false)).Refusal);
        Assert.Equal((10_000, 0), await ReservedAndAwarded(n));
        Assert.Null((await n.Second(DecisionKind.ConfirmResult, n.Treasurer)).Refusal);
    }

    [Theory, EachDatabase]
    public async Task Only_members_confirm(string database)
    {
        await using var site = new TestSite(database);
        var n = await Sealed(site);
        await site.RunJobs();
        foreach (var outsider in new[] { n.Resident, n.DeskHelper, n.Host, n.Auditor })
            Assert.Equal(HttpStatusCode.NotFound, (await n.As(outsider).Go("/rondes/1/uitslag/bevestigen")).Status);
    }

    [Theory, EachDatabase]
    public async Task A_result_stays_as_it_was_counted_whoever_asks_the_database(string database)
    {
        await using var site = new TestSite(database);
        var n = await Sealed(site);
        await site.RunJobs();
        await using var db = n.Open();
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<PlanResult>().ExecuteUpdateAsync(set => set.SetProperty(p => p.Votes, 99)));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<PlanResult>().ExecuteDeleteAsync());
    }

    private static async Task<Neighbourhood> Sealed(TestSite site)
    {
        var n = await Neighbourhood.On(site);
        await n.WithMoney(50_000);
        await n.WithSealedRound(Plans, Ballots);
        return n;
    }

    private static async Task<(long Reserved, long Awarded)> ReservedAndAwarded(Neighbourhood n, long received = 50_000)
    {
        await using var db = n.Open();
        var pot = await Pot.Of(db);
        Assert.Equal(pot.Received, pot.Free + pot.Reserved + pot.Awarded + pot.Paid);
        Assert.Equal(Cents.Euros(received), pot.Received);
        return (pot.Reserved.Value / 100, pot.Awarded.Value / 100);
    }

    private static string Command(params string[] line)
    {
        using var said = new StringWriter();
        Assert.Equal(ExitCode.Fine, Commands.Run(line, new Terminal(said, said, Language.Dutch)));
        return said.ToString();
    }
}
