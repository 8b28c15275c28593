namespace Wijkfonds.Democracy;

/// <summary>A text that is not what its format says: which file, which line, and why.</summary>
/// <remarks>Every reader of this library throws this and nothing else for a malformed text.</remarks>
public sealed class TextError : FormatException
{
    private readonly Reason reason;

    /// <param name="line">The line, counted from 1; 0 where the text as a whole is wrong.</param>
    /// <param name="reason">A plain sentence without the line number.</param>
    /// <param name="file">Which file, where a reading takes several; else null.</param>
    public TextError(int line, Reason reason, string? file = null)
        : base((file is null ? "" : file + ", ") + (line > 0 ? $"line {line}: {reason}" : reason.ToString()))
    {
        Line = line;
        this.reason = reason;
        File = file;
    }

    /// <summary>The line, counted from 1; 0 where the text as a whole is wrong.</summary>
    public int Line { get; }

    /// <summary>Why, in English, without the line number.</summary>
    public string Reason => reason.ToString();

    /// <summary>Which file, where a reading takes several; else null.</summary>
    public string? File { get; }

    /// <summary>Why, with its template and what is filled in.</summary>
    public Reason Why => reason;

    /// <summary>The same, said of a file.</summary>
    public TextError In(string file) => new(Line, reason, file);
}
