using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements;

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
