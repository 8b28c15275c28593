using System.Text;
using Wijkfonds.Democracy.Drawing;

namespace Wijkfonds.Democracy.Bundles;

/// <summary>A finished draw as the file with which anyone can redo it.</summary>
/// <remarks>
/// <para>Version 1, UTF-8 without byte order mark, LF:</para>
/// <code>
/// wijkfonds-draw-bundle 1
/// hash HASH                 what was published before the source spoke
/// source-text TEXT          what the source said, in canonical form
/// key HASH                  follows from hash and source text
/// drawn PLACE LABEL POSITION
/// reserve PLACE LABEL POSITION
///                           (a blank line)
/// wijkfonds-draw 1
/// …                         the announcement, see <see cref="DrawAnnouncement"/>
/// </code>
/// </remarks>
/// <param name="PublishedHash">The hash that was published beforehand.</param>
/// <param name="SourceSaid">What the source said, canonical.</param>
/// <param name="Key">The key, 64 lower-case hexadecimal digits.</param>
/// <param name="Result">The drawn and the reserve list.</param>
/// <param name="Announcement">What was fixed beforehand.</param>
public sealed record DrawBundle(string PublishedHash, string SourceSaid, string Key, DrawResult Result, DrawAnnouncement Announcement)
{
    internal const string Version = "wijkfonds-draw-bundle 1";

    /// <summary>Draws, and bundles what is needed to redo it.</summary>
    public static DrawBundle Of(DrawAnnouncement announcement, string sourceSaid)
    {
        var hash = announcement.Hash();
        var key = DrawKey.From(hash, sourceSaid);
        return new(hash, SourceText.Canonical(sourceSaid), key.Hex, UniformDraw.Draw(announcement, key), announcement);
    }

    /// <summary>The whole file as text.</summary>
    public string Write()
    {
        var text = new StringBuilder($"{Version}\nhash {PublishedHash}\nsource-text {SourceSaid}\nkey {Key}\n");
        foreach (var drawn in Result.Drawn) text.Append($"drawn {CanonicalText.Number(drawn.Place)} {drawn.Label} {drawn.Position}\n");
        foreach (var next in Result.Reserve) text.Append($"reserve {CanonicalText.Number(next.Place)} {next.Label} {next.Position}\n");
        return text.Append('\n').Append(Announcement.Write()).ToString();
    }

    /// <summary>Reads a file. Says nothing about whether it is sound: ask <see cref="Check"/>.</summary>
    /// <exception cref="TextError">The text is not a draw bundle in version 1.</exception>
    public static DrawBundle Read(string text)
    {
        var reader = new LineReader(text);
        if (reader.Take("the version") != Version) throw new TextError(reader.Line, $"'{Version}' should stand here");
        var hash = reader.Hash("hash");
        var said = reader.Text("source-text");
        var key = reader.Hash("key");
        var result = new DrawResult(Labels(reader, "drawn"), Labels(reader, "reserve"));
        if (reader.Take("a blank line").Length > 0) throw new TextError(reader.Line, "a blank line should stand before the announcement");
        return new(hash, said, key, result, DrawAnnouncement.Read(reader));
    }

    /// <summary>Every claim that the file makes, redone.</summary>
    public IReadOnlyList<Finding> Check()
    {
        var hash = Announcement.Hash();
        var key = DrawKey.From(PublishedHash, SourceSaid).Hex;
        var result = UniformDraw.Draw(Announcement, DrawKey.FromHex(Key));
        return
        [
            new(Claim.DrawPoolHash, hash == PublishedHash ? null : new("draw.hash", hash), Announcement.Labels.Count),
            new(Claim.DrawKey, key == Key ? null : new("draw.key", key)),
            new(Claim.DrawOutcome, Differs(result), result.Drawn.Count + result.Reserve.Count),
        ];
    }

    private Difference? Differs(DrawResult redone) =>
        Differs("drawn", redone.Drawn, Result.Drawn) ?? Differs("reserve", redone.Reserve, Result.Reserve);

    internal static Difference? Differs(string list, IReadOnlyList<DrawnLabel> redone, IReadOnlyList<DrawnLabel> said)
    {
        for (var i = 0; i < Math.Max(redone.Count, said.Count); i++)
        {
            if (i >= said.Count) return new("draw.missing", list, CanonicalText.Number(redone[i].Place), redone[i].Label);
            if (i >= redone.Count) return new("draw.extra", list, CanonicalText.Number(said[i].Place), said[i].Label);
            if (redone[i] != said[i]) return new("draw.place", list, CanonicalText.Number(redone[i].Place), redone[i].Label);
        }
        return null;
    }

    internal static List<DrawnLabel> Labels(LineReader reader, string key)
    {
        var labels = new List<DrawnLabel>();
        while (reader.Peek?.StartsWith(key + " ", StringComparison.Ordinal) == true)
        {
            var words = reader.Value(key).Split(' ');
            if (words.Length != 3 || !words.All(CanonicalText.IsWord) || CanonicalText.Number(words[0], reader.Line) is < 1 or > int.MaxValue)
                throw new TextError(reader.Line, $"a line is written: {key} PLACE LABEL POSITION");
            labels.Add(new((int)CanonicalText.Number(words[0], reader.Line), words[1], words[2]));
        }
        return labels;
    }
}
