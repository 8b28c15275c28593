using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>The lines that are not wholly explained, the oldest first, and which of them alarm. Seen together: what was released covers one line.</summary>
public sealed record OpenLines(IReadOnlyList<(BankLine Line, Cents Left)> Lines, Proposing Proposing, IReadOnlySet<Guid> Alarming)
{
    /// <summary>How many of them can be confirmed with one click.</summary>
    public int Certain => Proposing.Certain(Lines).Count();

    public static async Task<OpenLines> Of(WijkfondsContext db, Fund fund)
    {
        var open = await LiveMarks.Open(db);
        if (open.Count == 0) return new([], new Proposing(), new HashSet<Guid>());
        var lines = await db.Set<BankLine>().AsNoTracking().Include(l => l.Words).Where(l => open.Keys.Contains(l.Id)).OrderBy(l => l.BookedOn).ThenBy(l => l.Number).ToListAsync();
        var proposing = await Proposing.On(db, fund);
        var left = lines.Select(l => (l, open[l.Id])).ToList();
        return new(left, proposing, proposing.Alarming(left));
    }
}
