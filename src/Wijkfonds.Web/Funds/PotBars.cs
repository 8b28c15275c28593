using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Look;

namespace Wijkfonds.Web.Funds;

/// <summary>The pot as the bar that people see, each layer leading to its entries.</summary>
public static class PotBars
{
    /// <param name="bound">The part of the pot that givers earmarked: hatched.</param>
    public static PotBar Of(Pot pot, Pot bound, Func<string, string> here)
    {
        return new PotBar(
            new PotLayer(PotKind.Paid, pot.Paid, bound.Paid, Entries: At(LedgerAccount.Bank, EntryKind.Payment)), new PotLayer(PotKind.Promised, pot.Awarded, bound.Awarded, Entries: At(LedgerAccount.Awarded)),
            new PotLayer(PotKind.Reserved, pot.Reserved, bound.Reserved, Entries: At(LedgerAccount.Reserved)), new PotLayer(PotKind.Free, pot.Free, bound.Free, Entries: At(LedgerAccount.Free)));

        string At(LedgerAccount account, EntryKind? kind = null) => here(new EntryFilter { Account = account, Kind = kind }.Path);
    }
}
