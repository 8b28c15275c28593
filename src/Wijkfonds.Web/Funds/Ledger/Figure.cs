using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>An amount with the address of the entries it is made of. Its words are "figure.{Name}".</summary>
public sealed record Figure(string Name, Cents Amount, string Path)
{
    /// <summary>Where euros are now: received, free, set aside, promised, paid, left.</summary>
    public static IReadOnlyList<Figure> Now(Movements movements, EntryFilter whose) =>
    [
        Of("received", movements, whose with { Account = LedgerAccount.Bank, Kind = EntryKind.Deposit }),
        Of("free", movements, whose with { Account = LedgerAccount.Free }),
        Of("reserved", movements, whose with { Account = LedgerAccount.Reserved }),
        Of("awarded", movements, whose with { Account = LedgerAccount.Awarded }),
        Of("paid", movements, whose with { Account = LedgerAccount.Bank, Kind = EntryKind.Payment }),
        Of("left", movements, whose with { Account = LedgerAccount.Bank }),
    ];

    /// <param name="movements">Already limited to all that the filter says but account and kind.</param>
    public static Figure Within(string name, Movements movements, EntryFilter filter, Guid? subject = null) =>
        new(name, movements.Within(filter, subject), filter.Path);

    /// <param name="movements">Already limited to the filter's contributor, where it names one.</param>
    public static Figure Of(string name, Movements movements, EntryFilter filter, Guid? subject = null) =>
        new(name, movements.Figure(filter, subject: subject), filter.Path);
}
