using System.Text;

namespace Wijkfonds.Democracy.Bundles;

/// <summary>A fund's whole journal as the file that anyone can check.</summary>
/// <remarks>
/// <para>Version 2, UTF-8 without byte order mark, LF. A head, then per entry a blank line, its canonical text and its two hashes:</para>
/// <code>
/// wijkfonds-ledger 2
/// fund WORD
/// entries NUMBER
/// head HASH                 the hash of the last entry; 64 zeros where there is none
///
/// wijkfonds-entry 1
/// …                         see <see cref="EntryText"/>
/// previous HASH             what the books keep with this entry as the hash of the one before; 64 zeros with the first
/// hash HASH                 see <see cref="Chain"/>
/// </code>
/// <para>Version 1, of older exports, is the same without the lines <c>previous</c>: it is read and checked as far as it goes.</para>
/// </remarks>
/// <param name="Fund">The fund's reference.</param>
/// <param name="Head">The hash that the fund's page shows as the last one.</param>
/// <param name="Entries">The entries with their hashes, in sequence.</param>
public sealed record LedgerExport(string Fund, string Head, IReadOnlyList<HashedEntry> Entries)
{
    internal const string Version = "wijkfonds-ledger 2", Earlier = "wijkfonds-ledger 1";

    /// <summary>Whether a file that begins with this line is a ledger export.</summary>
    public static bool IsHead(string line) => line is Version or Earlier;

    /// <summary>An export of entries whose hashes are made here, from the first on.</summary>
    public static LedgerExport Of(string fund, IEnumerable<EntryText> entries)
    {
        var hash = Chain.Start;
        var chained = new List<HashedEntry>();
        foreach (var entry in entries)
        {
            var previous = hash;
            chained.Add(new(entry, hash = Chain.Next(previous, entry.Write()), previous));
        }
        return new(fund, hash, chained);
    }

    /// <summary>Writes the file piece by piece, so that a long journal never stands in memory as one string.</summary>
    /// <param name="writer">Where to; its encoding must be UTF-8 without byte order mark.</param>
    /// <param name="fund">The fund's reference.</param>
    /// <param name="head">The hash that the fund's page shows as the last one.</param>
    /// <param name="count">How many entries follow.</param>
    /// <param name="entries">The entries in sequence.</param>
    /// <exception cref="ArgumentException">There are not as many entries as was said, or one does not name the hash before it.</exception>
    public static void Write(TextWriter writer, string fund, string head, long count, IEnumerable<HashedEntry> entries) => Write(writer, Version, fund, head, count, entries);

    private static void Write(TextWriter writer, string version, string fund, string head, long count, IEnumerable<HashedEntry> entries)
    {
        writer.Write($"{version}\nfund {CanonicalText.Required(fund, nameof(fund))}\nentries {CanonicalText.Number(count)}\nhead {head}\n");
        foreach (var entry in entries)
        {
            writer.Write($"\n{entry.Entry.Write()}");
            if (version == Version) writer.Write($"previous {entry.Previous ?? throw new ArgumentException("an entry does not name the hash before it", nameof(entries))}\n");
            writer.Write($"hash {entry.Hash}\n");
            count--;
        }
        if (count != 0) throw new ArgumentException("the number of entries differs from the number that was announced", nameof(count));
    }

    /// <summary>The whole file as text, in the version that it was read in.</summary>
    public string Write()
    {
        using var writer = new StringWriter(new StringBuilder());
        Write(writer, Entries.All(e => e.Previous is not null) ? Version : Earlier, Fund, Head, Entries.Count, Entries);
        return writer.ToString();
    }

    /// <summary>Reads a file. Says nothing about whether it is sound: ask <see cref="Check"/>.</summary>
    /// <exception cref="TextError">The text is not a ledger export in version 1 or 2.</exception>
    public static LedgerExport Read(string text)
    {
        var reader = new LineReader(text);
        var version = reader.Take("the version");
        if (!IsHead(version)) throw new TextError(reader.Line, $"'{Version}' should stand here");
        var fund = reader.Required("fund");
        var count = reader.Number("entries");
        var head = Hash(reader, "head");
        var entries = new List<HashedEntry>();
        while (!reader.AtEnd)
        {
            if (reader.Take("a blank line").Length > 0) throw new TextError(reader.Line, "a blank line should stand between entries");
            var entry = EntryText.Read(reader);
            var previous = version == Version ? Hash(reader, "previous") : null;
            entries.Add(new(entry, Hash(reader, "hash"), previous));
        }
        if (entries.Count != count) throw new TextError(0, $"the head says {count} entries, the file has {entries.Count}");
        return new(fund, head, entries);
    }

    /// <summary>Every claim that the file makes, each with whether it holds.</summary>
    public IReadOnlyList<Finding> Check() => LedgerCheck.Of(this);

    /// <summary>Whether an entry is there with the hash that somebody kept of it from an earlier day.</summary>
    /// <param name="sequence">Its number.</param>
    /// <param name="hash">The hash: 64 lower-case hexadecimal digits.</param>
    public Finding CheckKept(long sequence, string hash) => LedgerCheck.Kept(this, sequence, hash);

    private static string Hash(LineReader reader, string key)
    {
        var hash = reader.Word(key);
        return Chain.IsHash(hash) ? hash : throw new TextError(reader.Line, "a hash is 64 lower-case hexadecimal digits");
    }
}

/// <summary>An entry and the hash that the books show for it.</summary>
/// <param name="Entry">What was booked.</param>
/// <param name="Hash">Its own hash.</param>
/// <param name="Previous">What the books keep with it as the hash of the entry before; null in an export of version 1, which does not say.</param>
public sealed record HashedEntry(EntryText Entry, string Hash, string? Previous = null);
