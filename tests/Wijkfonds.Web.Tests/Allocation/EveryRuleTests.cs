using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Cli;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation;

public sealed partial class EveryRuleTests
{
    // Six voters, 12.000 euro: four want the square, two the garden; the fair is everybody's second thought; nobody wants the statue.
    private static readonly (string, long)[] Plans = [("Plein", 11_500), ("Tuin", 4_000), ("Kermis", 3_000), ("Standbeeld", 1_000)];
    private static readonly string[] Ballots = ["1,3", "1,3", "1", "1", "2", "2,3"];

    public static IEnumerable<object[]> Rules => Enum.GetValues<CountingRule>().Select(rule => new object[] { rule });

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Whatever_the_rule_the_published_file_counts_to_the_same_winners_in_the_same_order(CountingRule rule)
    {
        await using var site = new TestSite();
        var n = await Counted(site, rule);
        var file = Path.Combine(site.DataPath, "ronde.pb");
        await File.WriteAllBytesAsync(file, await n.Stranger.Http.GetByteArrayAsync(new Uri(n.At("/rondes/1/uitslag/1.pb"), UriKind.Relative)));
        Assert.Contains("Alles klopt.", Command("verify", file), StringComparison.Ordinal);
        using var counted = JsonDocument.Parse(Command(["count", file, .. Line(rule), "--json"]));
        await using var db = n.Open();
        var result = (await db.Results((await db.Set<Round>().SingleAsync()).Id)).Single();
        Assert.Equal(result.Elected.Select(p => $"{p.Plan.Number}"), counted.RootElement.GetProperty("winners").EnumerateArray().Select(w => w.GetString()!));
        Assert.True(result.Spent <= result.Budget);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Whatever_the_rule_every_plan_says_why(CountingRule rule)
    {
        await using var site = new TestSite();
        var n = await Counted(site, rule);
        var anyone = await n.Stranger.Go("/rondes/1/uitslag");
        var why = anyone.Page.QuerySelectorAll(".plan .why").Select(p => p.TextContent).ToList();
        Assert.Equal(4, why.Count);
        Assert.All(why, sentence => Assert.Matches(WholeSentence(), sentence));
        Assert.Single(why, sentence => sentence.StartsWith("Niemand koos dit plan.", StringComparison.Ordinal));
        // The same sentence stands with the plan itself.
        Assert.True((await n.Stranger.Go("/rondes/1/plannen/1")).Sees(why[anyone.Page.QuerySelectorAll(".plan .num").Select(x => x.TextContent).ToList().IndexOf("1")].Replace('\u00a0', ' ')));
    }

    [Theory, EachDatabase]
    public async Task Under_equal_shares_people_read_who_paid_what_and_what_was_left(string database)
    {
        await using var site = new TestSite(database);
        var n = await Counted(site, CountingRule.EqualSharesOnce);
        // 2.000 each: the fair costs three people 1.000; then the square's four have 6.000, and the garden's two 3.000.
        var why = (await Whys(n)).ToDictionary(w => w.Plan, w => w.Why);
        Assert.Equal("Gekozen als eerste. 3 bewoners kozen dit plan en betaalden elk € 1.000 uit hun deel.", why["Kermis"]);
        Assert.Equal("Het kost € 11.500. De 4 bewoners die het kozen, hadden samen nog € 6.000 over van hun deel.", why["Plein"]);
        Assert.Equal("Het kost € 4.000. De 2 bewoners die het kozen, hadden samen nog € 3.000 over van hun deel.", why["Tuin"]);
    }

    [Fact]
    public async Task Who_had_less_paid_what_was_left_and_the_sentence_says_so()
    {
        await using var site = new TestSite();
        var n = await Counted(site, CountingRule.EqualShares);
        // With 2.874 each the garden's second voter has 1.874 left after the fair, and the first pays the rest. With 2.875 the square would come too, and that is too much.
        var why = (await Whys(n)).ToDictionary(w => w.Plan, w => w.Why);
        Assert.Equal("Gekozen als tweede. 2 bewoners kozen dit plan. 1 van hen betaalde € 2.126 uit zijn deel. 1 betaalde alles wat hij of zij nog had. "
            + "Zo telde het voor ruim 1,88 volle stemmen, het meest van alle plannen die toen nog meededen.", why["Tuin"]);
        Assert.StartsWith("Het kost € 11.500. De 4 bewoners die het kozen, hadden samen nog", why["Plein"], StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<(string Plan, string Why)>> Whys(Neighbourhood n)
    {
        var anyone = await n.Stranger.Go("/rondes/1/uitslag");
        return anyone.Page.QuerySelectorAll(".plan").Select(p =>
            (p.QuerySelector("h3")!.TextContent, p.QuerySelector(".why")!.TextContent.Replace('\u00a0', ' ')));
    }

    private static async Task<Neighbourhood> Counted(TestSite site, CountingRule rule)
    {
        var n = await Neighbourhood.On(site);
        n.Rule = rule;
        await n.WithMoney(50_000);
        await n.WithSealedRound(Plans, Ballots, budget: 12_000);
        await site.RunJobs();
        return n;
    }

    private static string[] Line(CountingRule rule) => rule switch
    {
        CountingRule.GreedyPerCost => ["--rule", "greedy-per-cost"],
        CountingRule.EqualShares => ["--rule", "equal-shares"],
        CountingRule.EqualSharesThenVotes => ["--rule", "equal-shares", "--completion", "add1u"],
        CountingRule.EqualSharesOnce => ["--rule", "equal-shares", "--completion", "none"],
        CountingRule.Phragmen => ["--rule", "phragmen"],
        _ => ["--rule", "greedy"],
    };

    private static string Command(params string[] line)
    {
        using var said = new StringWriter();
        Assert.Equal(ExitCode.Fine, Commands.Run(line, new Terminal(said, said, Language.Dutch)));
        return said.ToString();
    }

    [GeneratedRegex(@"^\p{Lu}[^{}]+\.$")]
    private static partial Regex WholeSentence();
}
