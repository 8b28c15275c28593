using System.Text;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Democracy.Bundles;

/// <summary>A finished fair draw as the file with which anyone can redo it, without solving anything.</summary>
/// <remarks>
/// <para>Version 1, UTF-8 without byte order mark, LF:</para>
/// <code>
/// wijkfonds-fair-draw-bundle 1
/// hash HASH                 what was published before the source spoke
/// source-text TEXT          what the source said, in canonical form
/// key HASH                  follows from hash and source text
/// copies N N N …            numbers per panel after rounding, in the order of the announcement
/// number N                  the number drawn, from 0
/// spoken TEXT               which second source spoke the number; a dash where it follows from the key
/// drawn LABEL               the panel, in the order of the pool
/// reserve PLACE LABEL POSITION   from 1
///                           (a blank line)
/// wijkfonds-fair-draw 1
/// …                         the announcement, see <see cref="FairAnnouncement"/>
///                           (a blank line, and the pool, or nothing where it may not be shown)
/// wijkfonds-pool 1
/// …                         see <see cref="PoolText"/>
/// </code>
/// </remarks>
/// <param name="PublishedHash">The hash that was published beforehand.</param>
/// <param name="SourceSaid">What the source said, canonical.</param>
/// <param name="Key">The key, 64 lower-case hexadecimal digits.</param>
/// <param name="Spoken">Which second source spoke the number, canonical; null where it follows from the key.</param>
/// <param name="Result">What came out.</param>
/// <param name="Announcement">What was fixed beforehand.</param>
/// <param name="Pool">The pool, or null where it may not be shown.</param>
public sealed record FairBundle(
    string PublishedHash, string SourceSaid, string Key, string? Spoken, FairResult Result, FairAnnouncement Announcement, PoolText? Pool)
{
    internal const string Version = "wijkfonds-fair-draw-bundle 1";

    /// <summary>Draws, and bundles what is needed to redo it.</summary>
    /// <param name="announcement">What was fixed beforehand.</param>
    /// <param name="sourceSaid">What the source said.</param>
    /// <param name="pool">The pool, or null where it may not be shown.</param>
    /// <param name="number">Where a second source spoke the number: the number, and which source.</param>
    public static FairBundle Of(FairAnnouncement announcement, string sourceSaid, PoolText? pool = null, (int Number, string Source)? number = null)
    {
        var hash = announcement.Hash();
        var key = DrawKey.From(hash, sourceSaid);
        var spoken = number is { } second ? SourceText.Canonical(second.Source) : null;
        if (spoken == CanonicalText.None) throw new ArgumentException("a dash is no source", nameof(number));
        return new(hash, SourceText.Canonical(sourceSaid), key.Hex, spoken, FairResult.Of(announcement, key, number?.Number), announcement, pool);
    }

    /// <summary>The whole file as text.</summary>
    public string Write()
    {
        var text = new StringBuilder($"{Version}\nhash {PublishedHash}\nsource-text {SourceSaid}\nkey {Key}\ncopies");
        foreach (var copies in Result.Copies) text.Append(' ').Append(CanonicalText.Number(copies));
        text.Append($"\nnumber {CanonicalText.Number(Result.Number)}\nspoken {Spoken ?? CanonicalText.None}\n");
        foreach (var label in Result.Drawn) text.Append($"drawn {label}\n");
        foreach (var next in Result.Reserve) text.Append($"reserve {CanonicalText.Number(next.Place)} {next.Label} {next.Position}\n");
        text.Append('\n').Append(Announcement.Write());
        if (Pool is not null) text.Append('\n').Append(Pool.Write());
        return text.ToString();
    }

    /// <summary>Reads a file. Says nothing about whether it is sound: ask <see cref="Check"/>.</summary>
    /// <exception cref="TextError">The text is not a fair draw bundle in version 1.</exception>
    public static FairBundle Read(string text)
    {
        var reader = new LineReader(text);
        if (reader.Take("the version") != Version) throw new TextError(reader.Line, $"'{Version}' should stand here");
        var (hash, said, key) = (reader.Hash("hash"), reader.Text("source-text"), reader.Hash("key"));
        var copies = reader.Value("copies").Split(' ').Select(word => Small(word, reader)).ToArray();
        var number = Small(reader.Word("number"), reader);
        var spoken = reader.Text("spoken");
        var drawn = new List<string>();
        while (reader.Peek?.StartsWith("drawn ", StringComparison.Ordinal) == true) drawn.Add(reader.Required("drawn"));
        var reserve = DrawBundle.Labels(reader, "reserve");
        if (reader.Take("a blank line").Length > 0) throw new TextError(reader.Line, "a blank line should stand before the announcement");
        var announcement = FairAnnouncementText.Read(reader);
        PoolText? pool = null;
        if (!reader.AtEnd)
        {
            if (reader.Take("a blank line").Length > 0) throw new TextError(reader.Line, "a blank line should stand before the pool");
            pool = PoolText.Read(reader, announcement.Features);
        }
        return new(hash, said, key, CanonicalText.OptionalWord(spoken), new(copies, number, drawn, reserve), announcement, pool);
    }

    /// <summary>Every claim that the file makes, redone. Without the pool nothing is said about quotas.</summary>
    public IReadOnlyList<Finding> Check() => FairCheck.Of(this);

    /// <summary>What can be checked of an announcement before the source speaks: its weights, and with the pool that every panel meets every quota.</summary>
    public static IReadOnlyList<Finding> CheckBeforehand(FairAnnouncement announcement, PoolText? pool) => FairCheck.Of(announcement, pool);

    private static int Small(string word, LineReader reader) =>
        CanonicalText.Number(word, reader.Line) is var number and >= 0 and <= int.MaxValue ? (int)number : throw new TextError(reader.Line, $"'{word}' is not a number from 0");
}
