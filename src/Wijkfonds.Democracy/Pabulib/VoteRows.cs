using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Pabulib;

/// <summary>Reads the ballots of a .pb file and groups equal ones while they pass.</summary>
internal sealed class VoteRows
{
    private readonly RecordReader records;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> projects;
    private readonly Action<int, Reason> note;
    private readonly int[] seen;
    private readonly List<int> chosen = [];
    private readonly List<long> points = [];
    private int row;

    internal VoteRows(RecordReader records, Dictionary<string, int> projects, BallotType type, Action<int, Reason> note)
    {
        this.records = records;
        this.projects = projects.GetAlternateLookup<ReadOnlySpan<char>>();
        this.note = note;
        Type = type;
        seen = new int[projects.Count];
    }

    internal BallotType Type { get; }

    internal BallotTally Tally { get; } = new();

    /// <summary>With how many decimals the points were read: the most that any has.</summary>
    internal int PointDecimals { get; private set; }

    private bool HasPoints => Type is BallotType.Cumulative or BallotType.Scoring;

    internal void Read()
    {
        if (!records.Next()) throw records.Error("the file ends before the header of the votes");
        var columns = PabulibReader.Columns(records);
        var vote = Column(columns, "vote");
        var point = HasPoints ? Column(columns, "points") : -1;
        while (records.Next())
        {
            if (records.Count > columns.Length) throw records.Error($"{records.Count} fields, the header has {columns.Length}");
            if (records.Count <= Math.Max(vote, point)) throw records.Error("the row ends before its ballot");
            Read(records[vote].Trim(), point < 0 ? [] : records[point].Trim());
        }
    }

    private void Read(ReadOnlySpan<char> vote, ReadOnlySpan<char> given)
    {
        row++;
        chosen.Clear();
        points.Clear();
        while (!vote.IsEmpty)
        {
            var id = Cut(ref vote);
            if (!projects.TryGetValue(id, out var project)) throw records.Error($"the ballot names '{id}', which is no project");
            var value = HasPoints ? Points(Cut(ref given)) : 1;
            if (seen[project] == row) note(records.Line, $"project '{id}' stands on the ballot twice; it counts once");
            else if (value > 0)
            {
                chosen.Add(project);
                if (HasPoints) points.Add(value);
            }
            seen[project] = row;
        }
        if (!given.IsEmpty) throw records.Error("the ballot gives points to more projects than it names");
        if (Type == BallotType.ChooseOne && chosen.Count > 1) note(records.Line, "the ballot names more than one project");
        Sort();
        Tally.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(chosen), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(points), 1);
    }

    private void Sort()
    {
        var order = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(chosen);
        if (HasPoints) order.Sort(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(points));
        else if (Type != BallotType.Ordinal) order.Sort();
    }

    private long Points(ReadOnlySpan<char> text)
    {
        if (!Amount.TryRead(text, out var value)) throw records.Error($"'{text}' is not a number of points, 0 or more");
        try
        {
            if (value.Decimals > PointDecimals) Scale(value.Decimals);
            return value.Scaled(PointDecimals);
        }
        catch (OverflowException) { throw records.Error($"the points are too large to count exactly in 64 bits"); }
    }

    private void Scale(int decimals)
    {
        var factor = Amount.PowerOfTen(decimals - PointDecimals);
        Tally.ScalePoints(factor);
        for (var i = 0; i < points.Count; i++) points[i] *= factor;
        PointDecimals = decimals;
    }

    private static ReadOnlySpan<char> Cut(ref ReadOnlySpan<char> list)
    {
        var comma = list.IndexOf(',');
        var item = (comma < 0 ? list : list[..comma]).Trim();
        // "1," leaves an empty last item, which is then refused as no project.
        list = comma < 0 ? [] : comma == list.Length - 1 ? "," : list[(comma + 1)..];
        return item;
    }

    private int Column(string[] columns, string name) =>
        Array.IndexOf(columns, name) is var at && at >= 0 ? at : throw records.Error($"the votes have no column '{name}'");
}
