using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>One entry: what happened, whose euros it moved, and its place in the chain.</summary>
[AllowAnonymous]
public sealed class EntryModel : FundPage
{
    public EntryStory Story { get; private set; } = null!;
    public EntryStories Stories { get; private set; } = null!;
    public long? ReversedBy { get; private set; }

    /// <summary>Each contributor's part, in order of contributor number.</summary>
    public IEnumerable<(Guid Party, Cents Amount)> Shares => Story.Entry.Lines.Where(l => l.Amount > Cents.Zero).GroupBy(l => l.Party)
        .Select(g => (g.Key, g.Aggregate(Cents.Zero, (sum, l) => sum + l.Amount))).OrderBy(s => Stories.NumberOf(s.Key));

    public async Task<IActionResult> OnGet(long sequence)
    {
        var entry = await Db.Set<JournalEntry>().AsNoTracking().Include(e => e.Lines.OrderBy(l => l.Position)).SingleOrDefaultAsync(e => e.Sequence == sequence);
        if (entry is null) return NotFound();
        Stories = new EntryStories(T, Here);
        Story = (await Stories.Tell(Db, [entry]))[0];
        ReversedBy = await Db.Set<JournalEntry>().Where(e => e.Reverses == sequence).Select(e => (long?)e.Sequence).SingleOrDefaultAsync();
        return Page();
    }
}
