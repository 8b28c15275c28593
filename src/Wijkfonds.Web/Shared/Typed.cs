using System.Text;

namespace Wijkfonds.Web.Shared;

/// <summary>Reads what people type.</summary>
public static class Typed
{
    /// <summary>One line: control characters and runs of white space become one space. Too long is refused, empty is not.</summary>
    public static Outcome<string> Line(string? typed, string field, int most) => Line(typed) is var line && line.Length > most ? new LineTooLong(field, most) : line;

    /// <summary>The same at any length, for who judges that later.</summary>
    public static string Line(string? typed)
    {
        var line = new StringBuilder();
        foreach (var c in (typed ?? "").Trim())
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        return line.ToString().Trim();
    }

    /// <summary>Several lines, with LF and without control characters (no database or mail likes them).</summary>
    public static string Paragraphs(string? typed) =>
        string.Concat((typed ?? "").ReplaceLineEndings("\n").Replace('\t', ' ').Where(c => c == '\n' || !char.IsControl(c))).Trim();

    /// <summary>One line that may not stay empty; <paramref name="what"/> names the words of the refusal.</summary>
    public static Outcome<string> Needed(string? typed, string field, int most, string what)
    {
        var line = Line(typed, field, most);
        return line.Value is "" ? new Missing(field, what) : line;
    }

    /// <summary>An amount of money as people write it.</summary>
    public static Outcome<Cents> Amount(string? typed, string field) =>
        Cents.Read(typed) is { } amount ? amount : new Missing(field, "Amount.Unreadable");
}

public sealed record LineTooLong(string At, int Most) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
