namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>Kinds and accounts as they stand in addresses. Never changes: people keep links.</summary>
public static class EntryWords
{
    public static string Of(LedgerAccount account) => account switch
    {
        LedgerAccount.Bank => "bank",
        LedgerAccount.Free => "vrij",
        LedgerAccount.Reserved => "opzij",
        _ => "beloofd",
    };

    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Deposit => "storting",
        EntryKind.Reservation => "reservering",
        EntryKind.Release => "vrijgave",
        EntryKind.Award => "toekenning",
        EntryKind.Payment => "betaling",
        _ => "terugdraaiing",
    };

    public static LedgerAccount? Account(string word) => Enum.GetValues<LedgerAccount>().Where(a => Of(a) == word).Select(a => (LedgerAccount?)a).SingleOrDefault();

    public static EntryKind? Kind(string word) => Enum.GetValues<EntryKind>().Where(k => Of(k) == word).Select(k => (EntryKind?)k).SingleOrDefault();
}
