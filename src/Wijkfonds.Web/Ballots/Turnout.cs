using System.Data.Common;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>How many of the rights were used. The one thing about a vote that may be told before sealing.</summary>
public sealed record Turnout(int Used, int Rights)
{
    /// <summary>Null while there are no codes.</summary>
    public static async Task<Turnout?> Of(WijkfondsContext db, Guid roundId)
    {
        if (await CodeMaking.Of(db, roundId) is not { } box) return null;
        var tables = new BoxTables(db, box.Id);
        try
        {
            return new Turnout(box.Used ?? (box.State == BoxState.Copied ? await tables.SealedUsed() : await tables.Used()), box.Rights);
        }
        catch (DbException)
        {
            // Sealing moved the tables at this very moment; the next look finds them.
            return null;
        }
    }
}
