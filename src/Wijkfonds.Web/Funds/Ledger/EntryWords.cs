namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>Kinds and accounts as they stand in addresses. Never changes: people keep links.</summary>
public static class EntryWords
{
    public const string OnHand = "bank-en-kas";
    public const string Promise = "alles-wat-beloofd-is";

    public static string Of(LedgerAccount account) => account switch
    {
        LedgerAccount.Bank => "bank",
        LedgerAccount.Free => "vrij",
        LedgerAccount.Reserved => "opzij",
        LedgerAccount.Cash => "kas",
        _ => "beloofd",
    };

    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Deposit => "storting",
        EntryKind.Reservation => "reservering",
        EntryKind.Release => "vrijgave",
        EntryKind.Award => "toekenning",
        EntryKind.Payment => "betaling",
        EntryKind.BankCosts => "bankkosten",
        EntryKind.Interest => "rente",
        EntryKind.ReturnedPayment => "retour",
        EntryKind.Lapse => "vrijval",
        EntryKind.Supplement => "aanvulling",
        EntryKind.Repayment => "terugbetaling",
        EntryKind.CashDraw => "kasopname",
        EntryKind.CashBack => "kasafdracht",
        EntryKind.CashSpend => "kasuitgave",
        EntryKind.CashDifference => "kasverschil",
        EntryKind.AllianceCosts => "alliantiekosten",
        EntryKind.GivenBack => "teruggave",
        _ => "terugdraaiing",
    };

    public static LedgerAccount? Account(string word) => Enum.GetValues<LedgerAccount>().Where(a => Of(a) == word).Select(a => (LedgerAccount?)a).SingleOrDefault();

    public static EntryKind? Kind(string word) => Enum.GetValues<EntryKind>().Where(k => Of(k) == word).Select(k => (EntryKind?)k).SingleOrDefault();
}
