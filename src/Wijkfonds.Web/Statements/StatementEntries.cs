using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements;

/// <summary>One entry as far as it moved this contributor's euros: each of its own lines.</summary>
public sealed record StatementEntry(JournalEntry Entry, string Sentence, IReadOnlyList<JournalLine> Own);

/// <summary>The entries behind a statement, oldest first: what its figures are the sums of.</summary>
public static class StatementEntries
{
    public static async Task<IReadOnlyList<StatementEntry>> Of(WijkfondsContext db, Statement statement, Words words)
    {
        var filter = statement.Period.During(new EntryFilter { Contributor = statement.Contributor.Number });
        var lines = filter.Lines(db);
        var (last, mark) = (statement.Period.Last, statement.Book.Sequence);
        var entries = await db.Set<JournalEntry>().AsNoTracking().Include(e => e.Lines)
            .Where(e => e.ValueDate <= last && e.Sequence <= mark && lines.Any(l => l.EntryId == e.Id)).OrderBy(e => e.Sequence).ToListAsync();
        var layers = (await Layers.Of(db, statement.Contributor.FundId)).InOrder.Where(l => l.Contributor == statement.Contributor.Number).Select(l => l.Reference).ToHashSet();
        var stories = await new EntryStories(words, path => path).Tell(db, entries, statement.Contributor.Number);
        return [.. entries.Zip(stories, (entry, story) => new StatementEntry(entry, story.Sentence, [.. entry.Lines.OrderBy(l => l.Position).Where(l => layers.Contains(l.Party))]))];
    }
}
