using System.Text.Json;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Cli;

/// <summary>The measures of an outcome, as the member <c>measures</c>.</summary>
internal static class MeasuresJson
{
    internal static void Write(Outcome outcome, Utf8JsonWriter json)
    {
        var (election, measures, fair) = (outcome.Election, Measures.Of(outcome), JustifiedRepresentation.Of(outcome));
        json.WriteStartObject("measures");
        json.WriteNumber("voters", measures.Voters);
        json.WriteNumber("voters_with_winner", measures.WithWinner);
        json.WriteStartArray("winners_per_voter");
        foreach (var voters in measures.WinnersPerVoter) json.WriteNumberValue(voters);
        json.WriteEndArray();
        Spread(election, measures.SpendingPerVoter, json);
        json.WriteStartObject("spending_per_category");
        foreach (var (category, cost) in measures.SpendingPerCategory) json.WriteString(category, election.Text(cost));
        json.WriteEndObject();
        json.WriteStartObject("ejr_plus_up_to_any");
        json.WriteBoolean("holds", fair.Holds);
        json.WriteStartArray("let_down");
        foreach (var group in fair.Failures)
        {
            json.WriteStartObject();
            json.WriteString("project", group.Project.Id);
            json.WriteNumber("voters", group.Voters);
            json.WriteString("most_own", election.Text(group.MostOwn));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Spread(Election election, Spread spread, Utf8JsonWriter json)
    {
        json.WriteStartObject("spending_per_voter");
        foreach (var (name, amount) in new[]
        {
            ("least", spread.Least), ("lower", spread.Lower), ("median", spread.Median), ("upper", spread.Upper), ("most", spread.Most), ("mean", spread.Mean),
        }) json.WriteNumber(name, Math.Round(amount / election.Unit, 6));
        json.WriteEndObject();
    }
}
