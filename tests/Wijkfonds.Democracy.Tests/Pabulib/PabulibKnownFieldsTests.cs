using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Pabulib;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Pabulib;

/// <summary>Every section and every field that Pabulib knows, filled with what people really type.</summary>
public class PabulibKnownFieldsTests
{
    private static readonly string[] MetaKeys =
    [
        "description", "country", "unit", "subunit", "district", "instance", "rule", "date_begin", "date_end", "min_length", "max_length", "min_sum_cost",
        "min_points", "max_points", "min_sum_points", "max_sum_points", "min_project_cost", "max_project_cost", "min_project_score_threshold", "scoring_fn",
        "language", "edition", "currency", "fully_funded", "experimental", "comment", "neighborhoods", "subdistricts", "categories", "targets", "acknowledgments",
    ];

    private static readonly string[] ProjectKeys = ["votes", "score", "name", "category", "target", "selected", "latitude", "longitude", "description", "proposer", "house"];

    private static Gen<string> Words => Gen.Elements("", "Ronde 3", "a;b", "zeg \"ja\"", "twee\nregels", " ruimte ", "groen,water", "é ł ğ ع", "1.5", "META", "x\r\ny", "\"");

    private sealed record Typed(BallotType Type, string[] Meta, bool[] HasMeta, string[][] Rows, bool[] HasColumn, string[] Costs, string Budget, (int Project, string Points)[][] Votes);

    private static Arbitrary<Typed> Any => Arb.From(
        from type in Gen.Elements(BallotType.Approval, BallotType.ChooseOne, BallotType.Cumulative, BallotType.Scoring, BallotType.Ordinal, BallotType.Knapsack)
        from meta in Words.ArrayOf(MetaKeys.Length)
        from hasMeta in Gen.Elements(true, false).ArrayOf(MetaKeys.Length)
        from count in Gen.Choose(1, 5)
        from rows in Words.ArrayOf(ProjectKeys.Length).ArrayOf(count)
        from hasColumn in Gen.Elements(true, false).ArrayOf(ProjectKeys.Length)
        from costs in Gen.Elements("5", "12.5", "0.05", "100", "7,25").ArrayOf(count)
        from budget in Gen.Elements("100", "99.99", "0", "12,5")
        from voters in Gen.Choose(0, 8)
        from marks in Gen.Elements("", "", "1", "2", "0.5", "1.25", "10.005", "0").ArrayOf(count).ArrayOf(voters)
        select new Typed(type, meta, hasMeta, rows, hasColumn, costs, budget, [.. marks.Select(row => row.Select((m, i) => (i, m)).Where(m => m.m.Length > 0).Take(type == BallotType.ChooseOne ? 1 : 9).ToArray())]));

    [Fact]
    public void What_was_read_is_written_back_the_same() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Any, typed =>
    {
        var first = Read(Text(typed));
        var (one, two) = (first.Election, Read(Write(first)));
        return two.Meta.SequenceEqual(first.Meta) && two.ProjectColumns.SequenceEqual(first.ProjectColumns)
            && two.ProjectRows.Zip(first.ProjectRows).All(r => r.First.SequenceEqual(r.Second)) && Write(two) == Write(first)
            && first.Meta.Select(m => m.Value).SequenceEqual(Fields(typed).Select(f => f.Value)) && one.Type == typed.Type && two.Election.Type == one.Type
            && one.BallotCount == typed.Votes.Length && two.Election.BallotCount == one.BallotCount && two.Election.Budget == one.Budget && two.Election.Decimals == one.Decimals
            && Enumerable.Range(0, one.Projects.Count).All(p => one.PointsText(one.Points[p]) == two.Election.PointsText(two.Election.Points[p]) && one.Votes[p] == two.Election.Votes[p]);
    }));

    [Fact]
    public void Points_with_decimals_count_exactly()
    {
        var file = Read("META\nbudget;10\nvote_type;cumulative\nPROJECTS\nproject_id;cost\n1;10\n2;10\nVOTES\nvoter_id;vote;points\n1;1;0.1\n2;1;0.2\n3;2;0.15\n4;2;0.1500\n");
        // 0.1 + 0.2 is 0.15 + 0.15: a tie that decides, which floating point would not see.
        Assert.Equal(["0.3", "0.3"], file.Election.Points.Select(file.Election.PointsText));
        Assert.Throws<MissingLot>(() => new Greedy(By: Score.Points).Count(file.Election, file.TieOrder));
        Assert.IsType<BelowThreshold>(new Greedy(By: Score.Points, Threshold: 1).Count(file.Election, TieOrder.Id).On("1"));
    }

    [Fact]
    public void Points_of_a_tenth_elect_what_points_of_one_elect() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Counting.Elections.Any, election =>
    {
        if (election.Type is not (BallotType.Cumulative or BallotType.Scoring)) return true;
        var tenth = new Election([.. election.Projects], election.Budget, election.Type,
            election.Ballots.Select(b => Ballot.WithPoints(b.Projects.Zip(b.Points ?? [], (p, points) => KeyValuePair.Create(p, points * 10)), b.Count)), election.Decimals) { PointDecimals = 1 };
        return new CountingRule[] { new Greedy(By: Score.Points, Threshold: 2), new EqualShares(SharesUtility.Points) }.All(rule =>
            rule.Count(election, TieOrder.Id).Winners.Select(w => (w.Place, w.Project.Id, w.MaximalPayment)).SequenceEqual(rule.Count(tenth, TieOrder.Id).Winners.Select(w => (w.Place, w.Project.Id, w.MaximalPayment))));
    }));

    [Theory]
    [InlineData("voter_id;vote;points\n1;1;veel", "'veel' is not a number of points")]
    [InlineData("voter_id;vote;points\n1;1;-1", "'-1' is not a number of points")]
    [InlineData("voter_id;vote;points\n1;1;9999999999999999\n2;1;0.0000000000000001", "too large to count exactly")]
    public void Points_that_cannot_be_counted_exactly_are_an_error(string votes, string reason) =>
        Assert.Contains(reason, Assert.Throws<TextError>(() => Read("META\nbudget;10\nvote_type;scoring\nPROJECTS\nproject_id;cost\n1;10\nVOTES\n" + votes + "\n")).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_score_for_what_nobody_names_is_an_error() => Assert.Contains("default score", Assert.Throws<TextError>(() =>
        Read("META\nbudget;10\nvote_type;scoring\ndefault_score;3\nPROJECTS\nproject_id;cost\n1;10\nVOTES\nvoter_id;vote;points\n1;1;2\n")).Reason, StringComparison.Ordinal);

    private static IEnumerable<(string Key, string Value)> Fields(Typed typed)
    {
        for (var i = 0; i < MetaKeys.Length; i++) if (typed.HasMeta[i] && MetaKeys[i] != "max_length") yield return (MetaKeys[i], typed.Meta[i]);
        yield return ("num_projects", $"{typed.Costs.Length}");
        yield return ("num_votes", $"{typed.Votes.Length}");
        yield return ("budget", typed.Budget);
        if (typed.Type == BallotType.Knapsack) yield return ("max_sum_cost", typed.Budget);
        yield return ("vote_type", typed.Type switch { BallotType.ChooseOne => "choose-1", BallotType.Knapsack => "approval", var type => type.ToString().ToLowerInvariant() });
    }

    private static string Text(Typed typed)
    {
        var columns = ProjectKeys.Where((_, i) => typed.HasColumn[i]).ToArray();
        var rows = typed.Costs.Select((cost, p) => string.Join(';', [$"p{p}", cost, .. typed.Rows[p].Where((_, i) => typed.HasColumn[i]).Select(Quote)]));
        var points = typed.Type is BallotType.Cumulative or BallotType.Scoring;
        var votes = typed.Votes.Select((vote, v) => $"{v};{string.Join(',', vote.Select(m => $"p{m.Project}"))}" + (points ? $";{string.Join(',', vote.Select(m => m.Points))}" : "") + ";33;F");
        return string.Join("\r\n", ["META", "key;value", .. Fields(typed).Select(f => $"{f.Key};{Quote(f.Value)}"), "PROJECTS",
            string.Join(';', ["project_id", "cost", .. columns]), .. rows, "VOTES", points ? "voter_id;vote;points;age;sex" : "voter_id;vote;age;sex", .. votes]);
    }

    private static string Quote(string field) => "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Write(PabulibFile file)
    {
        using var writer = new StringWriter();
        PabulibWriter.Write(file, writer);
        return writer.ToString();
    }

    private static PabulibFile Read(string text) => PabulibReader.Read(new StringReader(text));
}
