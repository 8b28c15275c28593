using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements;

/// <summary>
/// How files for programs are written: indented, LF, amounts as texts of euros with a point and two decimals, days as
/// YYYY-MM-DD, instants in UTC. The same calls give the same bytes.
/// </summary>
public static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(string format, Action<Utf8JsonWriter> write)
    {
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file, Options))
        {
            json.WriteStartObject();
            // First of all, so that a program knows what follows.
            json.WriteString("format", format);
            write(json);
            json.WriteEndObject();
        }
        file.WriteByte((byte)'\n');
        return file.ToArray();
    }

    public static void Object(this Utf8JsonWriter json, string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }

    /// <summary>An array of objects.</summary>
    public static void Array<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public static void Amount(this Utf8JsonWriter json, string name, Cents amount) => json.WriteString(name, amount.ToFile());

    public static void Day(this Utf8JsonWriter json, string name, DateOnly? day) => json.WriteString(name, day is { } value ? Period.Text(value) : null);

    public static void Instant(this Utf8JsonWriter json, string name, DateTimeOffset instant) =>
        json.WriteString(name, instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    public static void Book(this Utf8JsonWriter json, BookMark book) => json.Object("book", () =>
    {
        json.WriteNumber("sequence", book.Sequence);
        json.WriteString("hash", book.Hash);
    });
}
