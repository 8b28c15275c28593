using System.Text.Encodings.Web;
using System.Text.Json;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements;

/// <summary>
/// The statement for programs: format "wijkfonds-statement/1". Names of figures, accounts and kinds are those of the code;
/// amounts are euros with a point and two decimals, days are YYYY-MM-DD, instants UTC. As known on a day that is over it is
/// the same bytes whenever it is asked, as long as nobody changes a name.
/// </summary>
public static class StatementJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(Statement statement, string fund, IReadOnlyList<StatementEntry> entries)
    {
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", "wijkfonds-statement/1");
            json.WriteString("fund", fund);
            json.WriteStartObject("contributor");
            json.WriteNumber("number", statement.Contributor.Number);
            json.WriteString("name", statement.Contributor.Party.Name);
            json.WriteEndObject();
            json.WriteStartObject("period");
            json.WriteString("first", Day(statement.Period.First));
            json.WriteString("last", Day(statement.Period.Last));
            json.WriteString("known", Day(statement.Period.Known));
            json.WriteEndObject();
            json.WriteStartObject("book");
            json.WriteNumber("sequence", statement.Book.Sequence);
            json.WriteString("hash", statement.Book.Hash);
            json.WriteEndObject();
            json.WriteString("currency", "EUR");
            json.WriteStartObject("pledged");
            foreach (var pledged in statement.Pledged) json.WriteString(pledged.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), pledged.Amount.ToFile());
            json.WriteEndObject();
            if (statement.Opening is { } opening) json.WriteString("opening", opening.Amount.ToFile());
            Figures(json, "moved", statement.Flows);
            json.WriteString("closing", statement.Closing.Amount.ToFile());
            Figures(json, "meantFor", statement.Places);
            json.WriteString("wholePot", statement.WholePot.Amount.ToFile());
            Plans(json, statement.Plans);
            Entries(json, entries);
            json.WriteEndObject();
        }
        file.WriteByte((byte)'\n');
        return file.ToArray();
    }

    private static void Figures(Utf8JsonWriter json, string name, IEnumerable<Figure> figures)
    {
        json.WriteStartObject(name);
        foreach (var figure in figures) json.WriteString(figure.Name, figure.Amount.ToFile());
        json.WriteEndObject();
    }

    private static void Plans(Utf8JsonWriter json, IEnumerable<PlanPart> plans)
    {
        json.WriteStartArray("plans");
        foreach (var plan in plans)
        {
            json.WriteStartObject();
            json.WriteNumber("round", plan.Round);
            json.WriteNumber("plan", plan.Number);
            json.WriteString("title", plan.Title);
            json.WriteString("state", plan.State.ToString());
            json.WriteString("promised", plan.Promised.Amount.ToFile());
            json.WriteString("supplement", plan.Supplement.Amount.ToFile());
            json.WriteString("lapsed", plan.Lapsed.Amount.ToFile());
            json.WriteString("paid", plan.Paid.Amount.ToFile());
            json.WriteString("left", plan.Left.Amount.ToFile());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Entries(Utf8JsonWriter json, IEnumerable<StatementEntry> entries)
    {
        json.WriteStartArray("entries");
        foreach (var (entry, sentence, own) in entries)
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("day", Day(entry.ValueDate));
            json.WriteString("recorded", entry.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("kind", entry.Kind.ToString());
            if (entry.Reverses is { } reverses) json.WriteNumber("reverses", reverses);
            json.WriteString("what", sentence);
            json.WriteStartArray("lines");
            foreach (var line in own)
            {
                json.WriteStartObject();
                json.WriteString("account", line.Account.ToString());
                json.WriteString("debit", line.Amount.ToFile());
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string? Day(DateOnly? day) => day is { } value ? Period.Text(value) : null;
}
