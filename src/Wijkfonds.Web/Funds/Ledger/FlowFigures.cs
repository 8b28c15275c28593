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
    ];
}
