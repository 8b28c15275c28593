using System.Text.Json;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Cli;

/// <summary>Why a lottery is the fairest, as the member <c>certificate</c>.</summary>
internal static class CertificateJson
{
    internal static void Write(FairLottery lottery, Utf8JsonWriter json)
    {
        var certificate = lottery.Certificate;
        json.WriteStartObject("certificate");
        json.WriteString("method", certificate.Method.ToString().ToLowerInvariant());
        DrawJson.Exact("gap", certificate.Gap, json);
        json.WriteNumber("panels_checked", certificate.Panels);
        json.WriteBoolean("every_panel_meets_every_quota", lottery.Panels.All(p => lottery.Problem.Allows(p.Panel)));
        json.WriteString("sum_of_probabilities", lottery.Levels.Aggregate(default(Fraction), (sum, l) => sum + new Fraction(l.Probability.Numerator * l.People.Count, l.Probability.Denominator)).ToString());
        json.WriteStartArray("bounds");
        foreach (var bound in certificate.Bounds)
        {
            json.WriteStartObject();
            DrawJson.Exact("probability", bound.Probability, json);
            DrawJson.Exact("bound", bound.Bound, json);
            json.WriteStartArray("weights");
            foreach (var (person, weight) in bound.Weights)
            {
                json.WriteStartObject();
                json.WriteString("label", lottery.Problem.People[person].Label);
                json.WriteString("weight", weight.ToString());
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
