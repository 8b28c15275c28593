using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Look;

namespace Wijkfonds.Web.Funds;

/// <summary>The pot as the bar that people see, each layer leading to its entries.</summary>
public static class PotBars
{
    public static PotBar Of(Pot pot, Func<string, string> here)
    {
        return new PotBar(
            new PotLayer(PotKind.Paid, pot.Paid, Entries: At(LedgerAccount.Bank, EntryKind.Payment)), new PotLayer(PotKind.Promised, pot.Awarded, Entries: At(LedgerAccount.Awarded)),
            new PotLayer(PotKind.Reserved, pot.Reserved, Entries: At(LedgerAccount.Reserved)), new PotLayer(PotKind.Free, pot.Free, Entries: At(LedgerAccount.Free)));

        string At(LedgerAccount account, EntryKind? kind = null) => here(new EntryFilter { Account = account, Kind = kind }.Path);
    }
}
