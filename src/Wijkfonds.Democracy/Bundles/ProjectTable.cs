using System.Globalization;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Pabulib;

namespace Wijkfonds.Democracy.Bundles;

/// <summary>The projects of an outcome as the columns of a recount file. A column in which nothing would stand is left out.</summary>
internal static class ProjectTable
{
    internal static PabulibFile File(Outcome outcome, IReadOnlyList<KeyValuePair<string, string>> meta, IReadOnlyList<string>? lot)
    {
        var election = outcome.Election;
        var places = lot?.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i + 1, StringComparer.Ordinal);
        if (places is not null && (places.Count != election.Projects.Count || election.Projects.Any(p => !places.ContainsKey(p.Id))))
            throw new ArgumentException("the lot does not hold exactly the election's projects", nameof(lot));
        var columns = new List<(string Name, Func<int, string> Field)>
        {
            ("project_id", p => election.Projects[p].Id),
            ("cost", p => election.Text(election.Projects[p].Cost)),
            ("votes", p => Number(election.Votes[p])),
        };
        if (election.Type is BallotType.Cumulative or BallotType.Scoring or BallotType.Ordinal) columns.Add(("score", p => election.PointsText(election.Points[p])));
        columns.Add(("name", p => election.Projects[p].Name));
        if (election.Projects.Any(p => p.Categories.Count > 0)) columns.Add(("category", p => string.Join(',', election.Projects[p].Categories)));
        if (election.Projects.Any(p => p.Targets.Count > 0)) columns.Add(("target", p => string.Join(',', election.Projects[p].Targets)));
        columns.Add(("selected", p => outcome.Verdicts[p] is Won ? "1" : "0"));
        if (outcome.Winners.Count > 0) columns.Add((PabulibFile.OrderColumn, p => outcome.Verdicts[p] is Won won ? Number(won.Place) : ""));
        if (places is not null) columns.Add((PabulibFile.LotColumn, p => Number(places[election.Projects[p].Id])));
        var rows = Enumerable.Range(0, election.Projects.Count).Select(p => (IReadOnlyList<string>)[.. columns.Select(c => c.Field(p))]);
        return new(meta, election, [.. columns.Select(c => c.Name)], [.. rows], []);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
