using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
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
    /// <summary>The open decision to take it back.</summary>
    public int? Proposed { get; private set; }
    [BindProperty(Name = "reason")] public string? Reason { get; set; }

    public bool MayReverse => Treasury.Bar(Viewer) is null && ReversingEntry.MayBe(Story.Entry) && ReversedBy is null && Proposed is null;

    /// <summary>Each layer's part, in the order of layers.</summary>
    public IEnumerable<(Guid Layer, Cents Amount)> Shares => Story.Entry.Moves.GroupBy(l => l.Party)
        .Select(g => (g.Key, g.Aggregate(Cents.Zero, (sum, l) => sum + l.Amount))).OrderBy(s => Stories.LayerOf(s.Key));

    public async Task<IActionResult> OnGet(long sequence) => await Load(sequence) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(long sequence)
    {
        if (!await Load(sequence)) return NotFound();
        var proposed = await Work.Run(db => Get<ReversingEntry>().Propose(db, Get<Deciding>(), Viewer, Now, sequence, Reason));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed($"/geld/boekingen/{sequence}", "entry.reverse.proposed");
    }

    private async Task<bool> Load(long sequence)
    {
        var entry = await Db.Set<JournalEntry>().AsNoTracking().Include(e => e.Lines.OrderBy(l => l.Position)).SingleOrDefaultAsync(e => e.Sequence == sequence);
        if (entry is null) return false;
        Stories = new EntryStories(T, Here);
        Story = (await Stories.Tell(Db, [entry]))[0];
        ReversedBy = await Db.Set<JournalEntry>().Where(e => e.Reverses == sequence).Select(e => (long?)e.Sequence).SingleOrDefaultAsync();
        Proposed = await Db.Set<Decision>().Where(d => d.Kind == DecisionKind.ReverseEntry && d.Subject == entry.Id && d.CarriedAt == null && d.DroppedAt == null)
            .Select(d => (int?)d.Number).SingleOrDefaultAsync();
        return true;
    }
}
