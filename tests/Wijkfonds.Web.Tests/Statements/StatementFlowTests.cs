using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements;
using Wijkfonds.Web.Statements.ByEarmark;

namespace Wijkfonds.Web.Tests.Statements;

public sealed class StatementFlowTests
{
    [Fact]
    public void Every_kind_of_entry_stands_in_precisely_one_section_of_a_statement() =>
        // What takes an entry back counts as what it takes back.
        Assert.Equal(Enum.GetValues<EntryKind>().Except([EntryKind.Reversal, EntryKind.ReturnedPayment]).Order(), StatementFlow.Order.SelectMany(s => s.Rows).Select(r => r.Kind).Order());

    [Fact]
    public void The_sections_come_in_the_order_in_which_a_controller_reads_them() =>
        Assert.Equal(["received", "reserved", "awarded", "paid", "returned"], StatementFlow.Order.Select(s => s.Section));

    /// <summary>Each plan adds up across, and every column of the plans is the sum that the flow has.</summary>
    internal static void PlansAddUp(Statement statement)
    {
        foreach (var plan in statement.Plans)
            Assert.Equal(plan.Left.Amount, (plan.Opening?.Amount ?? Cents.Zero) + plan.Promised.Amount + plan.Later.Aggregate(Cents.Zero, (sum, l) => sum + l.Effect) - plan.Paid.Amount);
        Assert.All(statement.Plans, p => Assert.Equal(statement.Flow.Opening is null, p.Opening is null));
        Assert.Equal(statement.Flow.Opening?[FlowColumn.Awarded] ?? Cents.Zero, Sum(p => p.Opening?.Amount ?? Cents.Zero));
        Assert.Equal(Moved("promised"), Sum(p => p.Promised.Amount));
        Assert.Equal(Moved("supplement") + Moved("lapsed"), Sum(p => p.Later.Aggregate(Cents.Zero, (sum, l) => sum + l.Effect)));
        Assert.Equal(-Moved("paid"), Sum(p => p.Paid.Amount));
        Assert.Equal(statement.Flow.Closing[FlowColumn.Awarded], Sum(p => p.Left.Amount));

        Cents Moved(string name) => statement.Flow.Moved(name)?.Effect ?? Cents.Zero;
        Cents Sum(Func<PlanPart, Cents> of) => statement.Plans.Aggregate(Cents.Zero, (sum, p) => sum + of(p));
    }

    /// <summary>Unbound and each earmark add up by themselves, and together to every cell of the flow.</summary>
    internal static void EarmarksAddUp(Statement statement)
    {
        if (statement.ByEarmark.Count == 0) return;
        foreach (var earmark in statement.ByEarmark) AddsUp(earmark.Flow);
        foreach (var column in Enum.GetValues<FlowColumn>())
        {
            Assert.Equal(statement.Flow.Opening?[column] ?? Cents.Zero, Sum(f => f.Opening?[column] ?? Cents.Zero));
            Assert.Equal(statement.Flow.Closing[column], Sum(f => f.Closing[column]));
            foreach (var row in statement.Flow.Sections.SelectMany(s => s.Rows))
                Assert.Equal(row[column], Sum(f => f.Sections.SelectMany(s => s.Rows).SingleOrDefault(r => r.Name == row.Name)?[column] ?? Cents.Zero));
        }
        // As people see it: every line across, the first block downwards, and the second to what the first ends with.
        var tables = EarmarkTable.Of(statement);
        foreach (var (block, i) in tables[0].Blocks.Select((b, i) => (b, i)))
            foreach (var (line, k) in block.Lines.Select((l, k) => (l, k)))
                Assert.Equal(tables[^1].Blocks[i].Lines[k].Cells[^1]!.Effect, tables.SelectMany(t => t.Blocks[i].Lines[k].Cells).SkipLast(1).Aggregate(Cents.Zero, (sum, c) => sum + (c?.Effect ?? Cents.Zero)));
        foreach (var table in tables)
            for (var c = 0; c < table.Columns.Count; c++)
            {
                Assert.Equal(Down(table.Blocks[0].Lines.TakeLast(1), c), Down(table.Blocks[0].Lines.SkipLast(1), c));
                Assert.Equal(Down(table.Blocks[0].Lines.TakeLast(1), c), Down(table.Blocks[1].Lines, c));
            }

        static Cents Down(IEnumerable<EarmarkLine> lines, int column) => lines.Aggregate(Cents.Zero, (sum, l) => sum + (l.Cells[column]?.Effect ?? Cents.Zero));
        Cents Sum(Func<StatementFlow, Cents> of) => statement.ByEarmark.Aggregate(Cents.Zero, (sum, e) => sum + of(e.Flow));
    }

    /// <summary>Each deposit and each round make the figures that the flow has.</summary>
    internal static void DetailsAddUp(Statement statement)
    {
        var rows = statement.Flow.Sections.SelectMany(s => s.Rows).Where(r => r.Name is "received" or "given-back");
        Assert.Equal(rows.Aggregate(Cents.Zero, (sum, r) => sum + r[FlowColumn.Together]), statement.Details.Together);
        Assert.Equal(statement.Flow.Closing[FlowColumn.Reserved], statement.Details.SetAside.Aggregate(Cents.Zero, (sum, s) => sum + s.Amount.Amount));
    }

    /// <summary>Down: opening and all that happened is closing. Across: free, set aside and promised are the whole.</summary>
    internal static void AddsUp(StatementFlow flow)
    {
        var rows = flow.Sections.SelectMany(s => s.Rows).ToList();
        foreach (var column in Enum.GetValues<FlowColumn>())
            Assert.Equal(flow.Closing[column], rows.Aggregate(flow.Opening?[column] ?? Cents.Zero, (sum, r) => sum + r[column]));
        foreach (var row in rows.Append(flow.Closing).Concat(flow.Opening is { } opening ? [opening] : []))
            Assert.Equal(row[FlowColumn.Together], row[FlowColumn.Free] + row[FlowColumn.Reserved] + row[FlowColumn.Awarded]);
    }
}
