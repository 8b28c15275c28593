namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>The figures of what moved in a period, in the order of the money page.</summary>
public static class FlowFigures
{
    public static readonly IReadOnlyList<(string Name, EntryFilter Filter)> All =
    [
        ("received", new() { Account = LedgerAccount.Bank, Kind = EntryKind.Deposit }),
        ("set-aside", new() { Account = LedgerAccount.Reserved, Kind = EntryKind.Reservation }),
        ("returned", new() { Account = LedgerAccount.Free, Kind = EntryKind.Release }),
        ("promised", new() { Account = LedgerAccount.Awarded, Kind = EntryKind.Award }),
        ("paid", new() { Account = LedgerAccount.Bank, Kind = EntryKind.Payment }),
        ("cash-drawn", new() { Account = LedgerAccount.Cash, Kind = EntryKind.CashDraw }),
        ("cash-returned", new() { Account = LedgerAccount.Bank, Kind = EntryKind.CashBack }),
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

    /// <summary>How it stands at the end of a year: the first three are together the last.</summary>
    public static readonly IReadOnlyList<(string Name, EntryFilter Filter)> Stands =
    [
        ("free", new() { Account = LedgerAccount.Free }),
        ("reserved", new() { Account = LedgerAccount.Reserved }),
        ("awarded", new() { Account = LedgerAccount.Awarded }),
        ("on-hand", new() { OnHand = true }),
    ];

    private const int Always = 5;
}
