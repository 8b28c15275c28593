using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements;

/// <summary>Where euros stand: free in the pot, set aside, promised to plans; and these together, as they lie on the bank and in the petty cash.</summary>
public enum FlowColumn { Free, Reserved, Awarded, Together }

/// <summary>What something did to one column, more being positive. Path shows the entries it is the sum of, each with its own ordinary sign.</summary>
public sealed record FlowCell(FlowColumn Column, Cents Effect, string Path);

/// <summary>One kind of thing that happened ("flow-row.{Name}"), or how it stood; a column without a cell was not touched by it.</summary>
public sealed record FlowRow(string Name, IReadOnlyList<FlowCell> Cells, bool IsStand = false)
{
    public FlowCell? At(FlowColumn column) => Cells.SingleOrDefault(c => c.Column == column);

    public Cents this[FlowColumn column] => At(column)?.Effect ?? Cents.Zero;
}

/// <summary>"flow-section.{Name}", with the sentence that says what is meant; without rows nothing happened.</summary>
public sealed record FlowSection(string Name, IReadOnlyList<FlowRow> Rows);

/// <summary>
/// How a contributor's euros came to stand where they stand, as one table that adds up both ways: in each column the opening and
/// all that happened make the closing, and in the opening and the closing the first three columns make the last.
/// </summary>
/// <param name="Opening">Null where the period begins with the book.</param>
public sealed record StatementFlow(FlowRow? Opening, IReadOnlyList<FlowSection> Sections, FlowRow Closing)
{
    /// <summary>Every kind of entry in its section, in the order in which a statement tells them. What takes an entry back counts as the kind that it takes back.</summary>
    public static readonly IReadOnlyList<(string Section, IReadOnlyList<(string Name, EntryKind Kind)> Rows)> Order =
    [
        ("received", [("received", EntryKind.Deposit), ("interest", EntryKind.Interest)]),
        ("reserved", [("set-aside", EntryKind.Reservation), ("cash-drawn", EntryKind.CashDraw)]),
        ("awarded", [("promised", EntryKind.Award), ("supplement", EntryKind.Supplement)]),
        ("paid", [("paid", EntryKind.Payment), ("bank-costs", EntryKind.BankCosts), ("alliance-costs", EntryKind.AllianceCosts), ("cash-spent", EntryKind.CashSpend), ("cash-difference", EntryKind.CashDifference)]),
        ("returned", [("returned", EntryKind.Release), ("lapsed", EntryKind.Lapse), ("repaid", EntryKind.Repayment), ("cash-returned", EntryKind.CashBack), ("given-back", EntryKind.GivenBack)]),
    ];

    public Cents Total => Closing[FlowColumn.Together];

    /// <summary>Whether costs of the fund itself were paid of it: then the sheet says how they are shared.</summary>
    public bool HasCosts => Sections.Single(s => s.Name == "paid").Rows.Any(r => r.Name != "paid");

    /// <summary>What something did to what is promised to plans: the sum over all plans.</summary>
    public FlowCell? Moved(string name) => Sections.SelectMany(s => s.Rows).SingleOrDefault(r => r.Name == name)?.At(FlowColumn.Awarded);

    public static StatementFlow Of(EntryFilter whose, Period period, Movements before, Movements during) => new(
        period.First is null ? null : Stand("opening", before, whose, period.Before),
        [.. Order.Select(s => new FlowSection(s.Section, [.. s.Rows.Select(r => Row(r.Name, during, whose with { Kind = r.Kind }, period)).Where(r => r.Cells.Count > 0)]))],
        Stand("closing", before + during, whose, period.UpToEnd));

    private static FlowRow Stand(string name, Movements movements, EntryFilter whose, Func<EntryFilter, EntryFilter> when) => new(name,
    [
        .. Own.Select(o => (o.Column, Filter: whose with { Account = o.Account })).Append((Column: FlowColumn.Together, Filter: whose with { OnHand = true }))
            .Select(c => new FlowCell(c.Column, movements.Within(c.Filter), when(c.Filter).Path)),
    ], IsStand: true);

    private static FlowRow Row(string name, Movements during, EntryFilter kind, Period period)
    {
        var rows = during.Rows.Where(r => r.Kind == kind.Kind).ToList();
        var onHand = rows.Select(r => r.Account).Where(a => a is LedgerAccount.Bank or LedgerAccount.Cash).Distinct().ToList();
        // Between bank and petty cash nothing of the whole changes.
        var columns = onHand.Count == 1 ? Own.Append((Column: FlowColumn.Together, Account: onHand[0])) : Own;
        return new(name, [.. columns.Where(c => rows.Any(r => r.Account == c.Account)).Select(c =>
        {
            var debit = rows.Where(r => r.Account == c.Account).Aggregate(Cents.Zero, (sum, r) => sum + r.Debit);
            return new FlowCell(c.Column, c.Column == FlowColumn.Together ? debit : -debit, period.During(kind with { Account = c.Account }).Path);
        })]);
    }

    private static readonly IReadOnlyList<(FlowColumn Column, LedgerAccount Account)> Own =
        [(FlowColumn.Free, LedgerAccount.Free), (FlowColumn.Reserved, LedgerAccount.Reserved), (FlowColumn.Awarded, LedgerAccount.Awarded)];
}
