using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Pabulib;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Allocation;

public sealed class SectionCountTests
{
    [Fact]
    public void Every_plan_gets_the_reason_that_is_true()
    {
        // 10.000 euro: 6.000 with 3 votes, 5.000 with 2 (4.000 is left), 3.000 with 1, 500 with none.
        var result = Count(10_000, [6_000, 5_000, 3_000, 500], "1,2", "1,2,3", "1").Result(At);
        Assert.Equal(
            [(1, 3L, 1, ResultReason.Elected, 10_000L), (2, 2, null, ResultReason.DidNotFit, 4_000), (3, 1, 2, ResultReason.Elected, 4_000), (4, 0, null, ResultReason.NoVotes, 1_000)],
            result.Plans.Select((p, i) => (i + 1, p.Votes, p.ElectedAs, p.Reason, p.LeftAtItsTurn.Value / 100)));
        Assert.Equal(Cents.Euros(9_000), result.Spent);
        Assert.Equal(Cents.Euros(1_000), result.Left);
    }

    [Fact]
    public void With_equal_votes_the_cheapest_goes_first_and_then_the_lot()
    {
        var price = Count(5_000, [5_000, 4_000], "1,2").Result(At);
        Assert.Equal([(2, TieDecision.Price, "1"), (1, TieDecision.Price, "2")], price.Plans.Select(p => (Number(p, 5_000, 4_000), p.Tie, p.TiedWith)));
        // The lot of these tests puts the last plan first.
        var lot = Count(5_000, [4_000, 4_000], "1,2").Result(At);
        Assert.Equal([TieDecision.Lot, TieDecision.Lot], lot.Plans.Select(p => p.Tie));
        Assert.Equal("1", lot.Plans.Single(p => p.IsElected).TiedWith);
        // A tie that decides nothing is no reason.
        Assert.All(Count(9_000, [4_000, 4_000], "1,2").Result(At).Plans, p => Assert.Equal(TieDecision.None, p.Tie));
    }

    [Fact]
    public void Blank_ballots_and_votes_for_other_sections_count_as_ballots_only()
    {
        var result = Count(10_000, [4_000], "", "1", "99").Result(At);
        Assert.Equal((3, 1), (result.Ballots, result.Plans[0].Votes));
        Assert.Empty(Count(10_000, [], "", "").Result(At).Plans);
    }

    [Fact]
    public void No_section_spends_more_than_it_has_and_the_file_counts_to_the_same_winners() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Votes.ToArbitrary(), vote =>
        {
            var count = Count(vote.Budget, vote.Costs, vote.Ballots);
            var result = count.Result(At);
            var winners = result.Plans.Select((p, i) => (p, i)).Where(p => p.p.IsElected).Select(p => p.p.BallotPlanId).ToHashSet();
            var file = Read(Write(Recount.Of(Fund, Round(vote.Budget), Sections(vote.Budget), count)));
            var selected = file.Selected()!.Order(StringComparer.Ordinal).ToList();
            return result.Spent <= result.Budget && result.Spent.Value == result.Elected.Sum(p => CostOf(p, vote.Costs))
                && result.Plans.Count == vote.Costs.Length && result.Elected.All(p => p.Votes > 0)
                && RecountFile.Check(file).All(f => f.Holds)
                && selected.SequenceEqual(ByAnotherProgram(Write(Recount.Of(Fund, Round(vote.Budget), Sections(vote.Budget), count))))
                && selected.Count == winners.Count;
        }));

    private static readonly DateTimeOffset At = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly Fund Fund = new() { Slug = "oosterhoek", Name = "Wijkfonds", Neighbourhood = "De Oosterhoek; \"Oost\"" };

    internal sealed record Vote(long Budget, long[] Costs, string[] Ballots);

    internal static Gen<Vote> Votes =>
        from plans in Gen.Choose(1, 8)
        from costs in Gen.Choose(1, 6).ArrayOf(plans)
        from budget in Gen.Choose(0, 20)
        from voters in Gen.Choose(0, 12)
        from marks in Gen.Choose(0, 2).ArrayOf(plans).ArrayOf(voters)
        select new Vote(budget, [.. costs.Select(c => (long)c)], [.. marks.Select(row => string.Join(',', row.Select((m, i) => (m, i + 1)).Where(m => m.m == 0).Select(m => m.Item2)))]);

    /// <summary>A recount that shares nothing with ours: text in, most votes first, ties by the file's cost and lot columns, what fits is taken.</summary>
    private static List<string> ByAnotherProgram(string pb)
    {
        var lines = pb.Split('\n');
        var (projects, votes) = (Array.IndexOf(lines, "PROJECTS"), Array.IndexOf(lines, "VOTES"));
        var columns = lines[projects + 1].Split(';');
        var rows = lines[(projects + 2)..votes].Select(l => l.Split(';')).Select(f => columns.Zip(f).ToDictionary(p => p.First, p => p.Second)).ToList();
        var left = decimal.Parse(lines.Single(l => l.StartsWith("budget;", StringComparison.Ordinal))[7..], System.Globalization.CultureInfo.InvariantCulture);
        var chosen = lines[(votes + 2)..].Where(l => l.Length > 0).SelectMany(l => l.Split(';')[1].Split(',')).CountBy(id => id).ToDictionary();
        var winners = new List<string>();
        foreach (var row in rows.OrderByDescending(r => chosen.GetValueOrDefault(r["project_id"])).ThenBy(r => decimal.Parse(r["cost"], System.Globalization.CultureInfo.InvariantCulture)).ThenBy(r => int.Parse(r["lot"])))
        {
            if (decimal.Parse(row["cost"], System.Globalization.CultureInfo.InvariantCulture) is var cost && cost > left) continue;
            left -= cost;
            winners.Add(row["project_id"]);
        }
        return [.. winners.Order(StringComparer.Ordinal)];
    }

    private static readonly Guid Section = Guid.NewGuid();

    private static Section Sections(long euros) => new() { Id = Section, FundId = Guid.Empty, Number = 1, Name = "Hele wijk", Budget = Cents.Euros(euros) };

    private static Round Round(long euros) => new()
    {
        FundId = Guid.Empty, Number = 1, Name = "Ronde", BallotType = BallotType.Approval, MaximumChoices = 3, Rule = CountingRule.Greedy, PlanMinimum = default,
        PlanMaximum = default, SubmissionOpens = Day, SubmissionCloses = Day, VotingOpens = Day, VotingCloses = Day, CreatedAt = At, Sections = [Sections(euros)],
    };

    private static Deadline Day => Deadline.At(At, "Europe/Amsterdam");

    private static SectionCount Count(long budget, long[] costs, params string[] ballots) => SectionCount.Of(Round(budget), Sections(budget),
        costs.Select((cost, i) => new BallotPlan
        {
            Id = Key(i + 1), FundId = Guid.Empty, RoundId = Guid.Empty, SectionId = Section, ProposalId = Guid.Empty, Number = i + 1, Title = $"Plan \"{i + 1}\"", Summary = "",
            Place = "", Cost = Cents.Euros(cost), Lot = costs.Length - i,
        }),
        [.. ballots.CountBy(b => b).Select(b => new EqualBallots([.. b.Key.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)], b.Value))]);

    // A key that tells the number, so that a result can be told apart without its navigation.
    private static Guid Key(int number) => new(number, 0, 0, new byte[8]);

    private static int Number(PlanResult result, params long[] costs) => BitConverter.ToInt32(result.BallotPlanId.ToByteArray());

    private static long CostOf(PlanResult result, long[] costs) => costs[Number(result) - 1] * 100;

    private static string Write(PabulibFile file)
    {
        using var stream = new MemoryStream();
        PabulibWriter.Write(file, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static PabulibFile Read(string text) => PabulibReader.Read(new StringReader(text));
}
