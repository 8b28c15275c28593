using System.Security.Cryptography;
using System.Text;

namespace Wijkfonds.Democracy.Drawing;

/// <summary>A draw as it is fixed before the source of randomness speaks: who can be drawn, for how much, and which source will decide.</summary>
/// <remarks>
/// <para>Canonical text, version 1, UTF-8 without byte order mark, every line ended by LF:</para>
/// <code>
/// wijkfonds-draw 1
/// draw WORD                 the draw's reference
/// seats NUMBER
/// reserve NUMBER            length of the reserve list
/// source TEXT               the named future source, in canonical form (see SourceText)
/// entries NUMBER
/// entry WORD                one per label, in ordinal order
/// </code>
/// <para>The text is published afterwards, its hash before. A label must be a random reference that only its owner can recognise,
/// never a name, nor anything that can be guessed from outside.</para>
/// </remarks>
public sealed record DrawAnnouncement
{
    private const string Version = "wijkfonds-draw 1";

    /// <param name="reference">The draw's reference, one word.</param>
    /// <param name="seats">How many are drawn, at least 1.</param>
    /// <param name="reserve">How many stand on the reserve list, 0 or more.</param>
    /// <param name="source">Which source decides, when and where: "Staatsloterij, hoofdprijs van 10 december 2026".</param>
    /// <param name="labels">Who can be drawn, in any order.</param>
    /// <exception cref="ArgumentException">A label is no single word, or is there twice; a number is out of its range.</exception>
    public DrawAnnouncement(string reference, int seats, int reserve, string source, IEnumerable<string> labels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seats);
        ArgumentOutOfRangeException.ThrowIfNegative(reserve);
        Reference = CanonicalText.Required(reference, nameof(reference));
        Seats = seats;
        Reserve = reserve;
        Source = SourceText.Canonical(source);
        Labels = [.. labels.Select(label => CanonicalText.Required(label, nameof(labels))).Order(StringComparer.Ordinal)];
        for (var i = 1; i < Labels.Count; i++)
            if (Labels[i] == Labels[i - 1]) throw new ArgumentException($"{Labels[i]} is there twice", nameof(labels));
    }

    /// <summary>The draw's reference.</summary>
    public string Reference { get; }

    /// <summary>How many are drawn.</summary>
    public int Seats { get; }

    /// <summary>How many stand on the reserve list.</summary>
    public int Reserve { get; }

    /// <summary>The named future source, canonical.</summary>
    public string Source { get; }

    /// <summary>Who can be drawn, in ordinal order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>SHA-256 of the canonical text, 64 lower-case hexadecimal digits: what is published before the source speaks.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write())));

    /// <summary>The canonical text.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        text.Append($"{Version}\ndraw {Reference}\nseats {CanonicalText.Number(Seats)}\nreserve {CanonicalText.Number(Reserve)}\n");
        text.Append($"source {Source}\nentries {CanonicalText.Number(Labels.Count)}\n");
        foreach (var label in Labels) text.Append("entry ").Append(label).Append('\n');
        return text.ToString();
    }

    /// <summary>Reads a canonical text back.</summary>
    /// <exception cref="TextError">The text is not exactly what <see cref="Write"/> writes.</exception>
    public static DrawAnnouncement Read(string text) => Read(new LineReader(text));

    internal static DrawAnnouncement Read(LineReader reader)
    {
        if (reader.Take("the version") != Version) throw new TextError(reader.Line, $"'{Version}' should stand here");
        var reference = reader.Required("draw");
        var seats = reader.Number("seats", 1, 100_000_000);
        var reserve = reader.Number("reserve", 0, 100_000_000);
        var source = reader.Text("source");
        var count = reader.Number("entries", 0, 100_000_000);
        var labels = new List<string>();
        while (!reader.AtEnd)
        {
            labels.Add(reader.Required("entry"));
            if (labels.Count > 1 && string.CompareOrdinal(labels[^2], labels[^1]) >= 0)
                throw new TextError(reader.Line, "the entries do not stand in ordinal order, each once");
        }
        return labels.Count == count
            ? new(reference, seats, reserve, source, labels)
            : throw new TextError(0, $"the head says {count} entries, the text has {labels.Count}");
    }
}
