namespace Wijkfonds.Democracy;

/// <summary>Reads a canonical text line by line and knows where it is. Only LF ends a line, and the last line has one too.</summary>
internal sealed class LineReader
{
    private readonly string[] lines;
    private readonly int first;
    private int next;

    internal LineReader(string text, int firstLine = 1)
    {
        if (text.Contains('\r')) throw new TextError(0, "a carriage return stands in the text; a canonical text has LF only");
        if (!text.EndsWith('\n')) throw new TextError(0, "the last line does not end with LF");
        lines = text[..^1].Split('\n');
        first = firstLine;
    }

    internal bool AtEnd => next >= lines.Length;

    /// <summary>The number of the line read last.</summary>
    internal int Line => first + next - 1;

    internal string? Peek => AtEnd ? null : lines[next];

    internal string Take(string expected) =>
        AtEnd ? throw new TextError(first + lines.Length, $"the text ends where {expected} should stand") : lines[next++];

    /// <summary>The value of the line <c>key value</c>, which must stand here.</summary>
    internal string Value(string key)
    {
        var line = Take($"'{key}'");
        return line.StartsWith(key + " ", StringComparison.Ordinal)
            ? line[(key.Length + 1)..]
            : throw new TextError(Line, $"'{key}' should stand here");
    }

    internal string Word(string key)
    {
        var value = Value(key);
        return CanonicalText.IsWord(value) ? value : throw new TextError(Line, $"'{value}' is not one word");
    }

    /// <summary>A word that stands for something: not the dash.</summary>
    internal string Required(string key) => Word(key) is var word && word != CanonicalText.None ? word : throw new TextError(Line, $"'{key}' must not be empty");

    internal long Number(string key) => CanonicalText.Number(Word(key), Line);

    /// <summary>A number within bounds.</summary>
    internal int Number(string key, int least, int most) =>
        Number(key) is var number && number >= least && number <= most ? (int)number : throw new TextError(Line, $"{key} is out of its range");

    /// <summary>A hash: 64 lower-case hexadecimal digits.</summary>
    internal string Hash(string key) =>
        Word(key) is var hash && Bundles.Chain.IsHash(hash) ? hash : throw new TextError(Line, "a hash is 64 lower-case hexadecimal digits");

    /// <summary>A line of text in its one spelling (<see cref="Drawing.SourceText"/>).</summary>
    internal string Text(string key) =>
        Value(key) is var text && text == Drawing.SourceText.Canonical(text) ? text : throw new TextError(Line, $"'{key}' is not in canonical form");
}
