using System.Globalization;
using System.Text;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Pabulib;

/// <summary>Writes a .pb file: UTF-8 without byte order mark, LF, fields quoted only where they must be.</summary>
/// <remarks>
/// The ballots are written in an order that follows from what stands on them, each with its row number as voter id:
/// the file says what was voted, and nothing about who, when, or in which order. The same election always gives the same bytes.
/// </remarks>
public static class PabulibWriter
{
    /// <summary>Writes a file to a stream, which stays open.</summary>
    public static void Write(PabulibFile file, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        Write(file, writer);
    }

    /// <summary>Writes a file.</summary>
    public static void Write(PabulibFile file, TextWriter writer)
    {
        writer.Write("META\nkey;value\n");
        foreach (var (key, value) in file.Meta) Row(writer, [key, value]);
        writer.Write("PROJECTS\n");
        Row(writer, file.ProjectColumns);
        foreach (var row in file.ProjectRows) Row(writer, row);
        writer.Write("VOTES\n");
        WriteBallots(file.Election, writer);
    }

    private static void WriteBallots(Election election, TextWriter writer)
    {
        var points = election.Type is BallotType.Cumulative or BallotType.Scoring;
        writer.Write(points ? "voter_id;vote;points\n" : "voter_id;vote\n");
        var voter = 0L;
        foreach (var ballot in election.Ballots.Order(Comparer<Ballot>.Create(Compare)))
        {
            var tail = ";" + Quoted(string.Join(',', ballot.Projects.Select(p => election.Projects[p].Id)))
                + (points ? ";" + string.Join(',', Enumerable.Range(0, ballot.Projects.Count).Select(i => election.PointsText(election.PointsAt(ballot, i)))) : "") + "\n";
            for (var i = 0L; i < ballot.Count; i++)
            {
                writer.Write(Number(++voter));
                writer.Write(tail);
            }
        }
    }

    private static int Compare(Ballot one, Ballot other)
    {
        var projects = one.ProjectIndices.AsSpan().SequenceCompareTo(other.ProjectIndices);
        return projects != 0 ? projects : one.PointValues.AsSpan().SequenceCompareTo(other.PointValues);
    }

    private static void Row(TextWriter writer, IReadOnlyList<string> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0) writer.Write(';');
            writer.Write(Quoted(fields[i]));
        }
        writer.Write('\n');
    }

    private static string Quoted(string field)
    {
        var bare = field.AsSpan().IndexOfAny(";\"\r\n") < 0 && (field.Length == 0 || !char.IsWhiteSpace(field[0]) && !char.IsWhiteSpace(field[^1]));
        return bare ? field : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
