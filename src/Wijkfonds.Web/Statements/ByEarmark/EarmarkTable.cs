using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements.ByEarmark;

/// <summary>One line of the table, with a cell for each column; none where it did not touch that column. Words is the key of its name.</summary>
/// <param name="IsSigned">With a plus or a minus: it made the whole more or less.</param>
public sealed record EarmarkLine(string Words, bool IsSigned, bool IsTotal, IReadOnlyList<FlowCell?> Cells);

/// <summary>"earmark-block.{Name}", and its lines.</summary>
public sealed record EarmarkBlock(string Name, IReadOnlyList<EarmarkLine> Lines);

/// <summary>
/// What each earmark held, received and did, beside what is unbound. Three blocks: what the whole was, what made it more or less
/// and what it is; where that stands at the end; and what only changed place within the pot. Every line adds up across, the
/// first block downwards, and the second to what the first ends with.
/// </summary>
public sealed record EarmarkTable(IReadOnlyList<EarmarkFlow> Columns, IReadOnlyList<EarmarkBlock> Blocks)
{
    /// <summary>So many earmarks fit beside each other on paper; more stand in a table below it.</summary>
    private const int Most = 3;

    /// <summary>All earmarks, a few to a table; the last ends with all together.</summary>
    public static IReadOnlyList<EarmarkTable> Of(Statement statement)
    {
        var tables = statement.ByEarmark.Chunk(Most).ToList();
        return [.. tables.Select((columns, i) => Of(statement.Flow, i < tables.Count - 1 ? columns : [.. columns, new EarmarkFlow(null, "", statement.Flow)]))];
    }

    private static EarmarkTable Of(StatementFlow whole, IReadOnlyList<EarmarkFlow> columns)
    {
        var rows = whole.Sections.SelectMany(s => s.Rows, (section, row) => (Section: section.Name, Row: row)).ToList();
        return new EarmarkTable(columns,
        [
            new("whole",
            [
                .. whole.Opening is null ? Array.Empty<EarmarkLine>() : [new("figure.opening", false, true, Cells(f => f.Opening!.At(FlowColumn.Together)))],
                .. rows.Where(r => r.Row.At(FlowColumn.Together) is not null).Select(r => new EarmarkLine($"flow-row.{r.Row.Name}", true, false, Cells(f => Moved(f, r.Row.Name, FlowColumn.Together)))),
                new("figure.closing", false, true, Cells(f => f.Closing.At(FlowColumn.Together))),
            ]),
            new("stands", [.. new[] { FlowColumn.Free, FlowColumn.Reserved, FlowColumn.Awarded }.Select(c => new EarmarkLine($"FlowColumn.{c}", false, false, Cells(f => f.Closing.At(c))))]),
            new("moved", [.. rows.Where(r => r.Row.At(FlowColumn.Together) is null).Select(r => new EarmarkLine($"flow-row.{r.Row.Name}", false, false, Cells(f => Moved(f, r.Row.Name, To(r.Section)))))]),
        ]);

        IReadOnlyList<FlowCell?> Cells(Func<StatementFlow, FlowCell?> of) => [.. columns.Select(c => of(c.Flow))];
    }

    /// <summary>Where money of a section goes to: set aside, promised, or free again.</summary>
    private static FlowColumn To(string section) => section switch { "reserved" => FlowColumn.Reserved, "awarded" => FlowColumn.Awarded, _ => FlowColumn.Free };

    private static FlowCell? Moved(StatementFlow flow, string name, FlowColumn column) => flow.Sections.SelectMany(s => s.Rows).SingleOrDefault(r => r.Name == name)?.At(column);
}
