using System.Security.Cryptography;
using System.Text;
using Wijkfonds.Democracy.Drawing;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>A fair draw as it is fixed before the source of randomness speaks: pool, quotas, the whole lottery, and which source will decide.</summary>
/// <remarks>
/// <para>Canonical text, version 1, UTF-8 without byte order mark, every line ended by LF:</para>
/// <code>
/// wijkfonds-fair-draw 1
/// draw WORD                 the draw's reference
/// rule leximin
/// source TEXT               the named future source, in canonical form (see SourceText)
/// size NUMBER               seats
/// households free           or: households one (at most one person of each)
/// reserve NUMBER            length of the reserve list
/// pool HASH                 SHA-256 of the pool's canonical file (see PoolText)
/// people NUMBER
/// person LABEL              in the order of the pool; panels name people by number in this list, from 1
/// features NUMBER
/// feature NUMBER TEXT       how many values, and its name; then its values:
/// value MIN MAX TEXT
/// numbers NUMBER            how many numbered panels, M
/// panels NUMBER
/// panel WEIGHT N N N …      in billionths of a number, together M * 10^9; the panels ascending
/// </code>
/// <para>The hash of this text is what is published before the source speaks, and the salt of the key.</para>
/// </remarks>
public sealed record FairAnnouncement
{
    internal const string Version = "wijkfonds-fair-draw 1";

    /// <param name="reference">The draw's reference, one word.</param>
    /// <param name="source">Which source decides, when and where.</param>
    /// <param name="problem">Pool and quotas.</param>
    /// <param name="lottery">The lottery over its panels.</param>
    /// <param name="reserve">How many stand on the reserve list, 0 or more.</param>
    /// <param name="salt">A random word in the pool's file, see <see cref="PoolText"/>; null for none.</param>
    /// <exception cref="ArgumentException">A panel is not one that the problem allows; a label is no single word, or is one of the labels of the rounding.</exception>
    public FairAnnouncement(string reference, string source, SelectionProblem problem, TransparentLottery lottery, int reserve, string? salt = null)
        : this(reference, SourceText.Canonical(source), new PoolText(problem.People, salt).Hash(), [.. problem.People.Select(p => p.Label)],
            [.. problem.Features.Select(Canonical)], problem.Size, problem.OnePerHousehold, reserve, lottery.Numbers, lottery.Panels)
    {
        if (lottery.Panels.FirstOrDefault(p => !problem.Allows(p.Panel)) is not null) throw new ArgumentException("a panel does not meet the quotas", nameof(lottery));
    }

    internal FairAnnouncement(string reference, string source, string poolHash, IReadOnlyList<string> labels, IReadOnlyList<Feature> features,
        int size, bool onePerHousehold, int reserve, int numbers, IReadOnlyList<PublishedPanel> panels)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reserve);
        Reference = CanonicalText.Required(reference, nameof(reference));
        (Source, PoolHash, Labels, Features, Size) = (source, poolHash, labels, features, size);
        (OnePerHousehold, Reserve, Numbers, Panels) = (onePerHousehold, reserve, numbers, panels);
        if (labels.FirstOrDefault(l => l == "number" || l.StartsWith("round/", StringComparison.Ordinal)) is { } taken)
            throw new ArgumentException($"{taken} is a label of the rounding itself", nameof(labels));
    }

    /// <summary>The draw's reference.</summary>
    public string Reference { get; }

    /// <summary>The named future source, canonical.</summary>
    public string Source { get; }

    /// <summary>SHA-256 of the pool's canonical file.</summary>
    public string PoolHash { get; }

    /// <summary>Who can be drawn, in the order of the pool.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The features with their quotas.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>How many seats a panel has.</summary>
    public int Size { get; }

    /// <summary>Whether at most one person of a household may sit.</summary>
    public bool OnePerHousehold { get; }

    /// <summary>How many stand on the reserve list.</summary>
    public int Reserve { get; }

    /// <summary>How many numbered panels there are.</summary>
    public int Numbers { get; }

    /// <summary>The panels with their weights as they stand in the text; whether they are a lottery is for <see cref="Lottery"/> to say.</summary>
    public IReadOnlyList<PublishedPanel> Panels { get; }

    /// <summary>The lottery.</summary>
    /// <exception cref="ArgumentException">The weights do not add up, or the panels do not stand in order.</exception>
    public TransparentLottery Lottery() => new(Numbers, Panels);

    /// <summary>SHA-256 of the canonical text, 64 lower-case hexadecimal digits: what is published before the source speaks.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write())));

    /// <summary>The canonical text.</summary>
    public string Write() => FairAnnouncementText.Write(this);

    /// <summary>Reads a canonical text back.</summary>
    /// <exception cref="TextError">The text is not exactly what <see cref="Write"/> writes.</exception>
    public static FairAnnouncement Read(string text)
    {
        var reader = new LineReader(text);
        var announcement = FairAnnouncementText.Read(reader);
        return reader.AtEnd ? announcement : throw new TextError(reader.Line + 1, "something follows after the last panel");
    }

    private static Feature Canonical(Feature feature) =>
        new(SourceText.Canonical(feature.Name), [.. feature.Values.Select(v => new FeatureValue(SourceText.Canonical(v.Name), v.Minimum, v.Maximum))]);
}
