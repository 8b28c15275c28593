using System.Text.Json;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Cli;

/// <summary>Quotas that no panel meets, and the nearest ones that a panel does.</summary>
internal static class InfeasibleWords
{
    internal static void Write(Infeasible infeasible, Terminal terminal)
    {
        terminal.Line($"Het dichtst erbij komen deze quota's; samen schuiven ze {infeasible.Seats} {(infeasible.Seats == 1 ? "plaats" : "plaatsen")} op:",
            $"The nearest quotas that can be met are these; together they move by {infeasible.Seats} {(infeasible.Seats == 1 ? "seat" : "seats")}:");
        terminal.Out.WriteLine();
        var features = infeasible.Problem.Features;
        var width = infeasible.Changes.Max(c => Name(c).Length);
        terminal.Out.WriteLine($"  {"".PadRight(width)}  {terminal.Say("gevraagd", "asked"),-12}{terminal.Say("haalbaar", "possible")}");
        foreach (var change in infeasible.Changes)
            terminal.Out.WriteLine($"  {Name(change).PadRight(width)}  {Bounds(change.Old),-12}{terminal.Green(Bounds(change.Proposed))}");
        terminal.Out.WriteLine();
        if (!infeasible.WithinFlex)
            terminal.Line("Dat is verder dan min_flex en max_flex toelaten.", "That is further than min_flex and max_flex allow.");
        terminal.Line("Pas het bestand met quota's aan, of zoek meer kandidaten, en loot opnieuw.", "Change the file of quotas, or find more candidates, and draw again.");

        string Name(QuotaChange change) => $"{features[change.Feature].Name}: {change.Old.Name}";

        string Bounds(FeatureValue quota) => quota.Minimum == quota.Maximum ? $"{quota.Minimum}"
            : terminal.Say($"{quota.Minimum} tot {quota.Maximum}", $"{quota.Minimum} to {quota.Maximum}");
    }

    internal static void WriteJson(Infeasible infeasible, TextWriter writer) => DrawJson.Write(writer, json =>
    {
        json.WriteStartObject();
        json.WriteString("rule", "fair");
        json.WriteBoolean("feasible", false);
        json.WriteStartArray("nearest_quotas");
        foreach (var change in infeasible.Changes)
        {
            json.WriteStartObject();
            json.WriteString("feature", infeasible.Problem.Features[change.Feature].Name);
            json.WriteString("value", change.Old.Name);
            json.WriteNumber("min", change.Proposed.Minimum);
            json.WriteNumber("max", change.Proposed.Maximum);
            json.WriteNumber("asked_min", change.Old.Minimum);
            json.WriteNumber("asked_max", change.Old.Maximum);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("seats", infeasible.Seats);
        json.WriteBoolean("within_flex", infeasible.WithinFlex);
        json.WriteEndObject();
    });
}
