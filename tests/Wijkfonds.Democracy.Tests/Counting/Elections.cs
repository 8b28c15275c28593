using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Tests.Counting;

/// <summary>Small elections, made by hand or by chance.</summary>
internal static class Elections
{
    /// <summary>An approval election: costs, budget, and ballots written as indices ("0 2", "" is blank).</summary>
    internal static Election Of(long[] costs, long budget, params string[] ballots) => new(
        [.. costs.Select((cost, i) => new Project($"p{i}", $"Plan {i}", cost))], budget, BallotType.Approval,
        ballots.Select(b => Ballot.Approving(b.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse))), decimals: 0);

    /// <summary>Chance elections of all ballot types with few different costs, so that ties are common.</summary>
    internal static Arbitrary<Election> Any => Arb.From(
        from projects in Gen.Choose(1, 7)
        from costs in Gen.Choose(1, 6).ArrayOf(projects)
        from budget in Gen.Choose(0, 24)
        from type in Gen.Elements(Enum.GetValues<BallotType>())
        from voters in Gen.Choose(0, 9)
        from marks in Gen.Choose(0, 3).ArrayOf(projects).ArrayOf(voters)
        select new Election(
            [.. costs.Select((cost, i) => new Project($"p{i}", $"Plan {i}", cost))], budget, type,
            marks.Select(row => Write(type, row)), decimals: 0));

    internal static TieOrder LotOf(Election election) => TieOrder.Lot(election.Projects.Select(p => p.Id).Reverse());

    internal static Election With(this Election election, IEnumerable<Project>? projects = null, IEnumerable<Ballot>? ballots = null, long? budget = null) =>
        new([.. projects ?? election.Projects], budget ?? election.Budget, election.Type, ballots ?? election.Ballots, election.Decimals, election.Ranks);

    private static Ballot Write(BallotType type, int[] marks)
    {
        var chosen = marks.Select((mark, i) => (mark, i)).Where(m => m.mark > 0).ToArray();
        return type switch
        {
            BallotType.Cumulative or BallotType.Scoring => Ballot.WithPoints(chosen.Select(m => KeyValuePair.Create(m.i, (long)m.mark))),
            BallotType.Ordinal => Ballot.Ranking(chosen.OrderByDescending(m => m.mark).Select(m => m.i)),
            BallotType.ChooseOne => Ballot.Approving(chosen.Take(1).Select(m => m.i)),
            _ => Ballot.Approving(chosen.Where(m => m.mark > 1).Select(m => m.i)),
        };
    }
}
