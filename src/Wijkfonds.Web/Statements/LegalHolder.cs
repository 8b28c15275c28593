using Wijkfonds.Web.Funds.Holding;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements;

/// <summary>
/// Who legally holds the fund's bank account: the party that a statement is of. Its board is not among it: whoever sat there
/// may ask to be forgotten, and a statement as known on a past day stays as it was told.
/// </summary>
public sealed record LegalHolder(string Name, string Kvk, string Rsin)
{
    /// <summary>Null where it was not filled in.</summary>
    public static LegalHolder? Of(Holder? holder) => holder is null ? null : new(holder.Name, holder.Kvk, holder.Rsin);

    /// <summary>What a register does not know is not named.</summary>
    public string Say(Words words) => string.Join(" ",
    [
        words["statement.holder", Name], .. Kvk.Length > 0 ? new[] { words["statement.holder.kvk", Kvk] } : [], .. Rsin.Length > 0 ? new[] { words["statement.holder.rsin", Rsin] } : [],
    ]);
}
