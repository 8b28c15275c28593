namespace Wijkfonds.Democracy;

/// <summary>A text that is not what its format says: which line, and why.</summary>
/// <remarks>Every reader of this library throws this and nothing else for a malformed text.</remarks>
public sealed class TextError : FormatException
{
    /// <param name="line">The line, counted from 1; 0 where the text as a whole is wrong.</param>
    /// <param name="reason">A plain sentence without the line number.</param>
    public TextError(int line, string reason) : base(line > 0 ? $"line {line}: {reason}" : reason)
    {
        Line = line;
        Reason = reason;
    }

    /// <summary>The line, counted from 1; 0 where the text as a whole is wrong.</summary>
    public int Line { get; }

    /// <summary>Why, without the line number.</summary>
    public string Reason { get; }
}
