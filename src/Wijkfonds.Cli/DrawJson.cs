using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Cli;

/// <summary>A draw as one JSON object. Chances are exact fractions as text, with a decimal beside them.</summary>
internal static class DrawJson
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(DrawReport report, TextWriter writer) => Write(writer, json => Write(report, json));

    internal static void Write(TextWriter writer, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout)) write(json);
        writer.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    private static void Write(DrawReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("rule", report.Rule);
        json.WriteString("hash", report.Hash);
        json.WriteString("key", report.Key);
        json.WriteStartArray("probabilities");
        foreach (var chance in report.Chances.PerPerson) Exact(chance, json);
        json.WriteEndArray();
        Exact("minimum", report.Chances.Minimum, json);
        Exact("maximum", report.Chances.Maximum, json);
        json.WriteNumber("gini", report.Chances.Gini);
        json.WriteNumber("geometric_mean", report.Chances.GeometricMean);
        json.WriteStartArray("levels");
        foreach (var (chance, people) in report.Chances.Levels)
        {
            json.WriteStartObject();
            Exact("probability", chance, json);
            json.WriteNumber("people", people);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        List("uncovered", report.Uncovered, json);
        Panels(report, json);
        if (report.Numbered is not null) json.WriteNumber("number", report.Number);
        List("drawn", report.Drawn, json);
        List("reserve", report.Reserve, json);
        Composition(report.Composition, json);
        if (report.Lottery is { } lottery) CertificateJson.Write(lottery, json);
        else json.WriteNull("certificate");
        json.WriteEndObject();
    }

    private static void Panels(DrawReport report, Utf8JsonWriter json)
    {
        json.WriteStartArray("panels");
        if (report.Numbered is { } numbered)
            for (var i = 0; i < numbered.Copies.Count; i++)
            {
                var (panel, weight) = numbered.Lottery.Panels[i];
                json.WriteStartObject();
                Exact("probability", new(weight, numbered.Lottery.Numbers * TransparentLottery.Unit), json);
                json.WriteNumber("weight", weight);
                json.WriteNumber("numbers", numbered.Copies[i]);
                List("people", panel.Members.Select(m => report.Labels[m]), json);
                json.WriteEndObject();
            }
        json.WriteEndArray();
    }

    private static void Composition(IReadOnlyList<Composition> rows, Utf8JsonWriter json)
    {
        json.WriteStartArray("composition");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("feature", row.Feature);
            json.WriteString("value", row.Quota.Name);
            json.WriteNumber("min", row.Quota.Minimum);
            json.WriteNumber("max", row.Quota.Maximum);
            if (row.Population is { } people) json.WriteNumber("population", people);
            json.WriteNumber("pool", row.Pool);
            json.WriteNumber("expected", Math.Round(row.Expected, 9));
            json.WriteNumber("panel", row.Panel);
            json.WriteBoolean("kept", row.Kept);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void Exact(string name, Fraction number, Utf8JsonWriter json)
    {
        json.WritePropertyName(name);
        Exact(number, json);
    }

    private static void Exact(Fraction number, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("exact", number.ToString());
        json.WriteNumber("decimal", Chances.Nearest(number));
        json.WriteEndObject();
    }

    private static void List(string name, IEnumerable<string> labels, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var label in labels) json.WriteStringValue(label);
        json.WriteEndArray();
    }
}
