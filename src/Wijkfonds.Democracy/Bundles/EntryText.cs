using System.Globalization;
using System.Text;

namespace Wijkfonds.Democracy.Bundles;

/// <summary>One journal entry as the text that is hashed: what cannot be changed without breaking the chain.</summary>
/// <remarks>
/// <para>Version 1, UTF-8, every line ended by one LF, in this order:</para>
/// <code>
/// wijkfonds-entry 1
/// fund WORD
/// sequence NUMBER           1, 2, 3 … per fund without holes
/// value-date yyyy-MM-dd
/// recorded NUMBER           Unix milliseconds
/// kind WORD
/// reverses NUMBER or -      sequence of the entry that this one reverses
/// subject WORD or -
/// note-template WORD or -
/// line ACCOUNT PARTY SUBJECT CENTS      one or more; PARTY and SUBJECT may be -
/// </code>
/// <para>Words hold no white space. Parties are random references, never names, so that erasing a person leaves the text whole.</para>
/// </remarks>
/// <param name="Fund">The fund's reference.</param>
/// <param name="Sequence">The place in the fund's journal, from 1.</param>
/// <param name="ValueDate">The day on which it counts.</param>
/// <param name="Recorded">The instant of booking, in Unix milliseconds.</param>
/// <param name="Kind">What kind of movement, for example <c>deposit</c>.</param>
/// <param name="Reverses">The sequence of the entry that this one takes back, or null.</param>
/// <param name="Subject">What it is about (a round, a plan), as a reference, or null.</param>
/// <param name="NoteTemplate">The key of the sentence that describes it, or null.</param>
/// <param name="Lines">The lines, in stated order; in a sound entry they sum to zero.</param>
public sealed record EntryText(
    string Fund, long Sequence, DateOnly ValueDate, long Recorded, string Kind,
    long? Reverses, string? Subject, string? NoteTemplate, IReadOnlyList<EntryTextLine> Lines)
{
    private const string Version = "wijkfonds-entry 1";
    private const string Day = "yyyy-MM-dd";

    /// <summary>The canonical text, ending with LF.</summary>
    /// <exception cref="ArgumentException">A field holds white space, a control character, or a lone dash; or there is no line.</exception>
    public string Write()
    {
        if (Lines.Count == 0) throw new ArgumentException("an entry has at least one line", nameof(Lines));
        var text = new StringBuilder();
        text.Append(Version).Append('\n');
        Field("fund", CanonicalText.Required(Fund, nameof(Fund)));
        Field("sequence", CanonicalText.Number(Sequence));
        Field("value-date", ValueDate.ToString(Day, CultureInfo.InvariantCulture));
        Field("recorded", CanonicalText.Number(Recorded));
        Field("kind", CanonicalText.Required(Kind, nameof(Kind)));
        Field("reverses", Reverses is { } sequence ? CanonicalText.Number(sequence) : CanonicalText.None);
        Field("subject", CanonicalText.Word(Subject, nameof(Subject)));
        Field("note-template", CanonicalText.Word(NoteTemplate, nameof(NoteTemplate)));
        foreach (var line in Lines) text.Append(line.Write()).Append('\n');
        return text.ToString();

        void Field(string key, string value) => text.Append(key).Append(' ').Append(value).Append('\n');
    }

    /// <summary>Reads a canonical text back; <c>Read(e.Write())</c> equals e, field by field.</summary>
    /// <exception cref="TextError">The text is not an entry in version 1.</exception>
    public static EntryText Read(string text)
    {
        var reader = new LineReader(text);
        var entry = Read(reader);
        return reader.AtEnd ? entry : throw new TextError(reader.Line + 1, "something follows after the entry's lines");
    }

    internal static EntryText Read(LineReader reader)
    {
        if (reader.Take("the version") != Version) throw new TextError(reader.Line, $"'{Version}' should stand here");
        var fund = reader.Required("fund");
        var sequence = reader.Number("sequence");
        var date = reader.Word("value-date");
        if (!DateOnly.TryParseExact(date, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var valueDate))
            throw new TextError(reader.Line, $"'{date}' is not a day written yyyy-MM-dd");
        var recorded = reader.Number("recorded");
        var kind = reader.Required("kind");
        var reverses = reader.Word("reverses");
        long? reversed = reverses == CanonicalText.None ? null : CanonicalText.Number(reverses, reader.Line);
        var subject = CanonicalText.OptionalWord(reader.Word("subject"));
        var template = CanonicalText.OptionalWord(reader.Word("note-template"));
        var lines = new List<EntryTextLine>();
        while (reader.Peek?.StartsWith("line ", StringComparison.Ordinal) == true)
            lines.Add(EntryTextLine.Read(reader.Take("a line"), reader.Line));
        if (lines.Count == 0) throw new TextError(reader.Line, "an entry has at least one line");
        return new(fund, sequence, valueDate, recorded, kind, reversed, subject, template, lines);
    }
}
