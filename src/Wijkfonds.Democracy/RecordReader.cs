using System.Text;

namespace Wijkfonds.Democracy;

/// <summary>Reads records of separated fields, as RFC 4180 quotes them, in one pass over one buffer.</summary>
/// <remarks>A record longer than a million characters is an error, so that an open quote cannot swallow the memory.</remarks>
/// <param name="reader">The text.</param>
/// <param name="separators">What may separate the fields; the first of them that stands outside quotes is the one of this text.</param>
internal sealed class RecordReader(TextReader reader, string separators = ";")
{
    private const int LongestRecord = 1 << 20;

    private readonly List<(int Offset, int Length)> fields = [];
    private char[] buffer = new char[1 << 16];
    private int start, position, end;
    private int from, to;
    private int nextLine = 1;
    private string stops = separators + "\n";

    /// <summary>The line on which the record begins, from 1.</summary>
    internal int Line { get; private set; }

    internal int Count => fields.Count;

    internal ReadOnlySpan<char> this[int field] => buffer.AsSpan(start + fields[field].Offset, fields[field].Length);

    /// <summary>The text of a field, or an empty one where the record is too short.</summary>
    internal ReadOnlySpan<char> At(int field) => field >= 0 && field < Count ? this[field] : [];

    /// <summary>Goes to the next record that is not blank.</summary>
    internal bool Next()
    {
        while (Read()) if (Count > 1 || !this[0].IsWhiteSpace()) return true;
        return false;
    }

    internal TextError Error(Reason reason) => new(Line, reason);

    private bool Read()
    {
        start = position;
        Line = nextLine;
        if (!Have()) return false;
        fields.Clear();
        while (true)
        {
            from = to = position;
            if (Have() && buffer[position] == '"') ReadQuoted();
            var ended = ReadPlain();
            if (ended && to > from && buffer[to - 1] == '\r') to--;
            fields.Add((from - start, to - from));
            if (ended) return true;
        }
    }

    private void ReadQuoted()
    {
        from = to = ++position;
        while (true)
        {
            if (!Have()) throw Error("a quoted field is never closed");
            var rest = buffer.AsSpan(position, end - position);
            var quote = rest.IndexOf('"');
            var length = quote < 0 ? rest.Length : quote;
            nextLine += rest[..length].Count('\n');
            Keep(length);
            if (quote < 0) continue;
            position++;
            if (!Have() || buffer[position] != '"') return;
            Keep(1);
        }
    }

    /// <returns>Whether the record ended here.</returns>
    private bool ReadPlain()
    {
        while (Have())
        {
            var rest = buffer.AsSpan(position, end - position);
            var stop = rest.IndexOfAny(stops);
            Keep(stop < 0 ? rest.Length : stop);
            if (stop < 0) continue;
            var sign = buffer[position++];
            if (sign != '\n')
            {
                if (stops.Length > 2) stops = $"{sign}\n";
                return false;
            }
            nextLine++;
            return true;
        }
        return true;
    }

    private void Keep(int length)
    {
        if (to != position) buffer.AsSpan(position, length).CopyTo(buffer.AsSpan(to));
        position += length;
        to += length;
    }

    private bool Have()
    {
        if (position < end) return true;
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (position, end, from, to, start) = (position - start, end - start, from - start, to - start, 0);
        }
        if (end >= LongestRecord) throw Error("a record is longer than a million characters");
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        try
        {
            var read = reader.Read(buffer, end, buffer.Length - end);
            end += read;
            return read > 0;
        }
        catch (DecoderFallbackException)
        {
            throw new TextError(nextLine, "the text is not UTF-8");
        }
    }
}
