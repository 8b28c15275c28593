namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>The figures of what moved in a period, in the order of a statement.</summary>
public static class FlowFigures
{
    public static readonly IReadOnlyList<(string Name, EntryFilter Filter)> All =
    [
        ("received", new() { Account = LedgerAccount.Bank, Kind = EntryKind.Deposit }),
        ("set-aside", new() { Account = LedgerAccount.Reserved, Kind = EntryKind.Reservation }),
        ("returned", new() { Account = LedgerAccount.Free, Kind = EntryKind.Release }),
        ("promised", new() { Account = LedgerAccount.Awarded, Kind = EntryKind.Award }),
        ("paid", new() { Account = LedgerAccount.Bank, Kind = EntryKind.Payment }),
        ("lapsed", new() { Account = LedgerAccount.Free, Kind = EntryKind.Lapse }),
        ("supplement", new() { Account = LedgerAccount.Awarded, Kind = EntryKind.Supplement }),
        ("repaid", new() { Account = LedgerAccount.Bank, Kind = EntryKind.Repayment }),
        ("given-back", new() { Account = LedgerAccount.Bank, Kind = EntryKind.GivenBack }),
        ("interest", new() { Account = LedgerAccount.Bank, Kind = EntryKind.Interest }),
        ("bank-costs", new() { Account = LedgerAccount.Bank, Kind = EntryKind.BankCosts }),
        ("alliance-costs", new() { Account = LedgerAccount.Bank, Kind = EntryKind.AllianceCosts }),
        ("cash-spent", new() { Account = LedgerAccount.Cash, Kind = EntryKind.CashSpend }),
        ("cash-difference", new() { Account = LedgerAccount.Cash, Kind = EntryKind.CashDifference }),
    ];

    /// <summary>The five that always stand there, and of the others those of which something happened.</summary>
    public static IEnumerable<(string Name, EntryFilter Filter)> Shown(Movements movements) => All.Where((flow, i) =>
        i < Always || movements.Rows.Any(r => r.Account == flow.Filter.Account && r.Kind == flow.Filter.Kind));

    /// <summary>It moves money into the fund or out of it; else only within the pot.</summary>
    public static bool IsOfMoney(string name) => All.Any(f => f.Name == name && f.Filter.Account is LedgerAccount.Bank or LedgerAccount.Cash);

    /// <summary>Less money, ordinarily: its amount is told as a positive one.</summary>
    public static bool IsOut(string name) => All.Any(f => f.Name == name && f.Filter.Kind is EntryKind.Payment or EntryKind.BankCosts or EntryKind.AllianceCosts or EntryKind.CashSpend or EntryKind.GivenBack);

    private const int Always = 5;
}
