using System.Text;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Pabulib;

/// <summary>Reads a .pb file from front to back, once, keeping no more than the election.</summary>
public sealed class PabulibReader
{
    private const int MostProjects = 20_000;
    private const int MostMeta = 10_000;
    private const int MostRemarks = 100;

    private readonly RecordReader records;
    private readonly List<Remark> remarks = [];
    private readonly List<KeyValuePair<string, string>> meta = [];
    private string[] projectColumns = [];
    private readonly List<IReadOnlyList<string>> projectRows = [];
    private readonly List<(int Line, DecimalText Cost)> costs = [];
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
    private VoteRows? votes;

    private PabulibReader(RecordReader records) => this.records = records;

    /// <summary>Reads a file. CRLF or LF, with or without a byte order mark; amounts with a point or a comma.</summary>
    /// <exception cref="TextError">The file breaks the format, with line and reason.</exception>
    public static PabulibFile Read(Stream stream)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        using var text = new StreamReader(stream, strict, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
        return Read(text);
    }

    /// <summary>Reads a file that was decoded already.</summary>
    /// <exception cref="TextError">The file breaks the format, with line and reason.</exception>
    public static PabulibFile Read(TextReader text) => new PabulibReader(new(text)).Read();

    private PabulibFile Read()
    {
        if (!records.Next() || Section() != "META") throw records.Error("a Pabulib file begins with META");
        ReadMeta();
        ReadProjects();
        votes = new(records, indices, BallotTypeOf(Value("vote_type")), Note);
        votes.Read();
        return new(meta, MakeElection(votes), projectColumns, projectRows, remarks);
    }

    private void ReadMeta()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var header = true;
        while (records.Next())
        {
            if (Section() == "PROJECTS") return;
            if (header && records[0].Trim().SequenceEqual("key")) { header = false; continue; }
            header = false;
            var key = records[0].Trim().ToString();
            if (!keys.Add(key)) throw records.Error($"'{key}' stands in the head twice");
            if (meta.Count == MostMeta) throw records.Error("the head is longer than a head can be");
            meta.Add(new(key, records.At(1).ToString()));
        }
        throw records.Error("the file ends before PROJECTS");
    }

    private void ReadProjects()
    {
        if (!records.Next()) throw records.Error("the file ends before the header of the projects");
        projectColumns = Columns(records);
        int id = Column("project_id"), cost = Column("cost");
        while (records.Next())
        {
            if (Section() == "VOTES") return;
            if (indices.Count == MostProjects) throw records.Error($"more than {MostProjects} projects");
            var row = new string[records.Count];
            for (var i = 0; i < row.Length; i++) row[i] = records[i].ToString();
            if (row.Length > projectColumns.Length) throw records.Error($"{row.Length} fields, the header has {projectColumns.Length}");
            var name = records.At(id).Trim().ToString();
            if (name.Length == 0 || name.Contains(',')) throw records.Error("a project id is empty or holds a comma");
            if (!indices.TryAdd(name, indices.Count)) throw records.Error($"project '{name}' is there twice");
            if (!Amount.TryRead(records.At(cost), out var amount)) throw records.Error($"'{records.At(cost)}' is not an amount");
            if (amount.Value == 0) throw records.Error($"project '{name}' costs nothing; a cost is more than 0");
            row[id] = name;
            projectRows.Add(row);
            costs.Add((records.Line, amount));
        }
        throw records.Error("the file ends before VOTES");

        int Column(string column) => Array.IndexOf(projectColumns, column) is var at && at >= 0 ? at : throw records.Error($"the projects have no column '{column}'");
    }

    private Election MakeElection(VoteRows rows)
    {
        if (!Amount.TryRead(Value("budget"), out var budget)) throw new TextError(0, $"the budget '{Value("budget")}' is not an amount");
        // A score for all that a ballot does not name would make every ballot support everything: better no count than a wrong one.
        if (rows.Type == BallotType.Scoring && meta.FirstOrDefault(m => m.Key == "default_score").Value is { } given && (!Amount.TryRead(given, out var score) || score.Value != 0))
            throw new TextError(0, $"the default score '{given}' is not 0, and cannot be counted here");
        var decimals = Math.Max(budget.Decimals, costs.Count == 0 ? 0 : costs.Max(c => c.Cost.Decimals));
        var projects = projectRows.Select((row, i) => MakeProject(row, i, decimals)).ToArray();
        _ = int.TryParse(meta.FirstOrDefault(m => m.Key == "max_length").Value, out var ranks);
        var election = new Election(projects, Scale(0, budget, decimals), rows.Type, rows.Tally, decimals, Math.Max(0, ranks)) { PointDecimals = rows.PointDecimals };
        Compare("num_projects", projects.Length);
        Compare("num_votes", election.BallotCount);
        return election;
    }

    private Project MakeProject(IReadOnlyList<string> row, int index, int decimals) =>
        new(row[Array.IndexOf(projectColumns, "project_id")], Text(row, "name"), Scale(costs[index].Line, costs[index].Cost, decimals))
        {
            Categories = List(Text(row, "category")),
            Targets = List(Text(row, "target")),
        };

    private BallotType BallotTypeOf(string type) => type.Trim() switch
    {
        // Pabulib has no word for knapsack ballots: it writes approval with a maximum for the sum of the costs.
        "approval" => meta.Any(m => m.Key == "max_sum_cost") ? BallotType.Knapsack : BallotType.Approval,
        "choose-1" => BallotType.ChooseOne,
        "cumulative" => BallotType.Cumulative,
        "scoring" => BallotType.Scoring,
        "ordinal" => BallotType.Ordinal,
        _ => throw new TextError(0, $"the vote type '{type}' is unknown"),
    };

    private void Compare(string key, long found)
    {
        var said = meta.FirstOrDefault(m => m.Key == key).Value;
        if (said is not null && (!long.TryParse(said, out var number) || number != found)) Note(0, $"{key} says {said}, the file has {found}");
    }

    private void Note(int line, Reason text)
    {
        if (remarks.Count < MostRemarks) remarks.Add(new(line, text));
    }

    private string Value(string key) => meta.FirstOrDefault(m => m.Key == key).Value ?? throw new TextError(0, $"the head has no '{key}'");

    private string Text(IReadOnlyList<string> row, string column) =>
        Array.IndexOf(projectColumns, column) is var at && at >= 0 && at < row.Count ? row[at] : "";

    private string? Section() => records.Count != 1 ? null : records[0].Trim().ToString().ToUpperInvariant();

    internal static string[] Columns(RecordReader records)
    {
        var columns = new string[records.Count];
        for (var i = 0; i < columns.Length; i++) columns[i] = records[i].Trim().ToString();
        return columns.Distinct(StringComparer.Ordinal).Count() == columns.Length ? columns : throw records.Error("a column is there twice");
    }

    private static string[] List(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static long Scale(int line, DecimalText amount, int decimals)
    {
        try { return amount.Scaled(decimals); }
        catch (OverflowException) { throw new TextError(line, "an amount is too large to count exactly in 64 bits"); }
    }
}
