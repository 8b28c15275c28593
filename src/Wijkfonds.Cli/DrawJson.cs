using System.Text;
using System.Text.Json;
using Wijkfonds.Democracy.Drawing;

namespace Wijkfonds.Cli;

/// <summary>A uniform draw as one JSON object.</summary>
internal static class DrawJson
{
    internal static void Write(string hash, DrawKey key, int people, DrawResult result, TextWriter writer)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("rule", "uniform");
            json.WriteString("hash", hash);
            json.WriteString("key", key.Hex);
            json.WriteStartArray("probabilities");
            for (var i = 0; i < people; i++) Probability(json, result.Drawn.Count, people);
            json.WriteEndArray();
            json.WritePropertyName("minimum");
            Probability(json, result.Drawn.Count, people);
            List("drawn", result.Drawn, json);
            List("reserve", result.Reserve, json);
            json.WriteEndObject();
        }
        writer.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Probability(Utf8JsonWriter json, int drawn, int people)
    {
        var divisor = people == 0 ? 1 : (int)System.Numerics.BigInteger.GreatestCommonDivisor(drawn, people);
        json.WriteStartObject();
        json.WriteString("exact", drawn == people ? "1" : $"{drawn / divisor}/{people / divisor}");
        json.WriteNumber("decimal", people == 0 ? 0 : (double)drawn / people);
        json.WriteEndObject();
    }

    private static void List(string name, IReadOnlyList<DrawnLabel> labels, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var label in labels) json.WriteStringValue(label.Label);
        json.WriteEndArray();
    }
}
