using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Cli;

/// <summary>An outcome as one JSON object. Amounts are texts, because JSON readers round numbers.</summary>
internal static class CountJson
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(Outcome outcome, TextWriter writer)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout)) Write(outcome, json);
        writer.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Write(Outcome outcome, Utf8JsonWriter json)
    {
        var election = outcome.Election;
        json.WriteStartObject();
        json.WriteString("rule", outcome.Rule.Name);
        json.WriteStartObject("parameters");
        foreach (var (name, value) in outcome.Rule.Parameters) json.WriteString(name, value);
        json.WriteString("ties", outcome.TieOrder.Name);
        json.WriteEndObject();
        json.WriteString("budget", election.Text(election.Budget));
        json.WriteStartArray("winners");
        foreach (var won in outcome.Winners) json.WriteStringValue(won.Project.Id);
        json.WriteEndArray();
        json.WriteString("total_cost", election.Text(outcome.TotalCost));
        json.WriteStartArray("rounds");
        foreach (var won in outcome.Winners) Round(outcome, won, json);
        json.WriteEndArray();
        if (outcome.Shares is { } shares) Shares(election, shares, json);
        if (outcome.Comparison is { } comparison) Comparison(comparison, json);
        json.WriteStartArray("ties");
        foreach (var tie in outcome.Ties) Tie(tie, json);
        json.WriteEndArray();
        MeasuresJson.Write(outcome, json);
        json.WriteEndObject();
    }

    private static void Round(Outcome outcome, Won won, Utf8JsonWriter json)
    {
        var election = outcome.Election;
        json.WriteStartObject();
        json.WriteNumber("round", won.Place);
        json.WriteString("project", won.Project.Id);
        json.WritePropertyName("score");
        // A number as it stands: a reader that rounds decides nothing with it.
        json.WriteRawValue(outcome.ScoreText(won.Score));
        json.WriteString("cost", election.Text(won.Project.Cost));
        json.WriteString("left", election.Text(won.LeftAfter));
        if (won.EffectiveVotes is { } votes) Exact("effective_votes", votes, 1, json);
        if (won.MaximalPayment is { } payment) Exact("payment", payment, election.Unit, json);
        if (won.Load is { } load) Exact("load", load, election.Unit, json);
        if (won.Added) json.WriteBoolean("added", true);
        json.WriteEndObject();
    }

    private static void Shares(Election election, SharesTrace shares, Utf8JsonWriter json)
    {
        json.WriteStartObject("equal_shares");
        Exact("endowment", shares.Endowment, election.Unit, json);
        json.WriteNumber("runs", shares.Runs);
        json.WriteString("stopped", JsonNamingPolicy.SnakeCaseLower.ConvertName(shares.Stopped.ToString()));
        json.WriteEndObject();
    }

    private static void Comparison(Comparison comparison, Utf8JsonWriter json)
    {
        json.WriteStartObject("comparison");
        json.WriteNumber("prefer_equal_shares", comparison.PreferShares);
        json.WriteNumber("prefer_greedy", comparison.PreferGreedy);
        json.WriteBoolean("greedy_chosen", comparison.GreedyChosen);
        json.WriteEndObject();
    }

    /// <summary>A number both exactly and in decimals that are cut off, in currency units.</summary>
    private static void Exact(string name, Fraction number, long unit, Utf8JsonWriter json)
    {
        var units = new Fraction(number.Numerator, number.Denominator * unit);
        json.WriteStartObject(name);
        json.WriteString("exact", units.ToString());
        json.WriteNumber("decimal", decimal.Parse(units.Decimal(6).TrimEnd('…'), CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Tie(Tie tie, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("round", tie.Round);
        json.WriteStartArray("projects");
        foreach (var project in tie.Projects) json.WriteStringValue(project.Id);
        json.WriteEndArray();
        json.WriteString("step", tie.Step.ToString().ToLowerInvariant());
        json.WriteBoolean("decides", tie.Decides);
        json.WriteEndObject();
    }
}
