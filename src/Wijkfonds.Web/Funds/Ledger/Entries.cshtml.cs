using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>The book in plain words: all of it, or precisely the entries that a figure is made of, with their total.</summary>
[AllowAnonymous]
public sealed class EntriesModel : FundPage
{
    private const int Size = 50;

    public EntryFilter Filter { get; private set; } = new();
    /// <summary>What is asked, as a sentence; empty for the whole book.</summary>
    public string Asked { get; private set; } = "";
    /// <summary>Over all pages; null where several accounts are shown, because entries balance.</summary>
    public Cents? Total { get; private set; }
    public IReadOnlyList<(EntryStory Story, Cents Amount)> Rows { get; private set; } = [];
    public EntryStories Stories { get; private set; } = null!;
    public Pages Pages { get; private set; } = null!;
    public bool ForAccountants { get; private set; }
    /// <summary>The same entries, with or without the accountant's columns.</summary>
    public string Switch { get; private set; } = "";

    public async Task<IActionResult> OnGet(string? kolommen)
    {
        if (EntryFilter.Read(Request.Query) is not { } filter) return NotFound();
        Filter = filter;
        ForAccountants = kolommen == "boekhouding";
        Switch = QueryHelpers.AddQueryString(Here(filter.Path), ForAccountants ? [] : new Dictionary<string, string?> { ["kolommen"] = "boekhouding" });
        if (filter.HasTotal) Total = await filter.Total(Db);
        Asked = await Sentence(filter);
        await Load(filter);
        return Page();
    }

    private async Task Load(EntryFilter filter)
    {
        var lines = filter.Lines(Db);
        var found = Db.Set<JournalEntry>().AsNoTracking().Where(e => lines.Any(l => l.EntryId == e.Id));
        Pages = Pages.Of(Request, await found.CountAsync(), Size);
        var entries = await found.Include(e => e.Lines.OrderBy(l => l.Position)).OrderByDescending(e => e.Sequence).Skip(Pages.Skip).Take(Pages.Size).ToListAsync();
        var whose = filter.Contributor is not null ? await LayersOf(filter) : null;
        Stories = new EntryStories(T, Here);
        Rows = [.. (await Stories.Tell(Db, entries)).Select(s => (s, !filter.HasTotal && whose is null ? s.Amount : Part(filter, s, whose)))];
    }

    private async Task<HashSet<Guid>> LayersOf(EntryFilter filter) => [.. (await Layers.Of(Db, Fund.Id)).InOrder
        .Where(l => l.Contributor == filter.Contributor && (filter.Earmark is null || l.Earmark == filter.Earmark)).Select(l => l.Reference)];

    /// <summary>The part of an entry that the filter is about.</summary>
    private static Cents Part(EntryFilter filter, EntryStory story, HashSet<Guid>? whose)
    {
        return filter.HasTotal
            ? filter.Read(Sum(story.Entry.Lines.Where(l => filter.Covers(l.Account))))
            : Sum(story.Entry.Moves);

        Cents Sum(IEnumerable<JournalLine> lines) => lines.Where(l => whose is null || whose.Contains(l.Party)).Aggregate(Cents.Zero, (sum, l) => sum + l.Amount);
    }

    private async Task<string> Sentence(EntryFilter filter)
    {
        var parts = new List<string>();
        if (filter.OnHand) parts.Add(T["entries.asked.on-hand"]);
        if (filter.Account is { } account) parts.Add(T["entries.asked.account", account]);
        if (filter.Kind is { } kind) parts.Add(T["entries.asked.kind", kind]);
        if (filter.Promise) parts.Add(T["entries.asked.promise"]);
        if (filter.Contributor is 0) parts.Add(T["entries.asked.contributor", T["layer.own"]]);
        else if (filter.Contributor is { } number)
            parts.Add(T["entries.asked.contributor", await Db.Set<Contributor>().Where(c => c.Number == number && c.ConfirmedAt != null).Select(c => c.Party.Name).SingleOrDefaultAsync() ?? number.ToString()]);
        if (filter.Earmark is { } earmark) parts.Add(earmark == 0 ? T["entries.asked.unbound"] : T["entries.asked.earmark", earmark.ToString()]);
        if (filter.Round is { } round) parts.Add(T["entries.asked.round", round.ToString()]);
        if (filter.Award is { } award) parts.Add(T["entries.asked.award", award.ToString()]);
        if (filter.From is { } from) parts.Add(T["entries.asked.from", from.ToString()]);
        if (filter.Until is { } until) parts.Add(T["entries.asked.until", until.ToString()]);
        if (filter.FirstDay is { } first) parts.Add(T["entries.asked.first", first]);
        if (filter.LastDay is { } last) parts.Add(T["entries.asked.last", last]);
        if (filter.Known is { } known) parts.Add(T["entries.asked.known", known]);
        return string.Join(" · ", parts);
    }
}
