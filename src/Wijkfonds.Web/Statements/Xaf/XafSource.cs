using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.Xaf;

/// <summary>A year of the fund's book, or of one contributor's euros in it, as an auditfile. Payees are never named in it.</summary>
public static class XafSource
{
    private const int AtOnce = 500;

    /// <param name="contributor">Null is the whole fund.</param>
    /// <param name="mark">The last entry that counts.</param>
    /// <param name="end">Only what was recorded before it.</param>
    public static async Task<XafFile> Of(WijkfondsContext db, Fund fund, int year, int? contributor, BookMark mark, DateTimeOffset end, DateOnly created, Words words)
    {
        var (chart, projects) = (await ChartLines.Of(db, fund.Id), await ChartLines.Projects(db));
        var entries = db.Set<JournalEntry>().AsNoTracking().Include(e => e.Lines).Where(e => e.Sequence <= mark.Sequence && e.RecordedAt < end).OrderBy(e => e.Sequence);
        var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        var opening = new SortedDictionary<string, Cents>(StringComparer.Ordinal);
        await foreach (var entry in entries.Where(e => e.ValueDate < first).AsAsyncEnumerable())
            foreach (var line in chart.Of(entry, contributor).Where(l => l.Account.IsBalance && l.Account != Chart.Result))
                opening[line.Account.Number] = opening.GetValueOrDefault(line.Account.Number) + line.Debit;
        var ofYear = entries.Where(e => e.ValueDate >= first && e.ValueDate < next);
        var parties = await db.Set<Contributor>().AsNoTracking().Where(c => c.ConfirmedAt != null && (contributor == null || c.Number == contributor))
            .OrderBy(c => c.Number).Select(c => new { c.Number, c.Party.Name }).ToListAsync();
        var stories = await Stories(db, words, ofYear);
        return new XafFile(year, created, fund.Name, null, "", [.. parties.Select(p => new XafParty(Id(p.Number), p.Name))],
            [.. Chart.All.Select(a => new XafAccount(a.Number, words[$"chart.{a.Number}"], a.IsBalance, a.Rgs))],
            [.. opening.Where(o => o.Value != Cents.Zero).Select(o => (o.Key, o.Value))], Transactions);

        IEnumerable<XafTransaction> Transactions(XafJournal journal)
        {
            foreach (var entry in ofYear.AsEnumerable().Where(e => JournalOf(chart.KindOf(e)) == journal))
            {
                var lines = chart.Of(entry, contributor).Select(l => new XafLine(l.Account.Number, l.Debit,
                    l.Contributor > 0 && chart.KindOf(entry) == EntryKind.Deposit ? Id(l.Contributor) : null, l.Award is { } award ? projects.GetValueOrDefault(award) : null)).ToList();
                if (lines.Count > 0) yield return new(entry.Sequence.ToString(CultureInfo.InvariantCulture), stories[entry.Sequence], entry.ValueDate, lines);
            }
        }
    }

    private static XafJournal JournalOf(EntryKind kind) => kind switch
    {
        EntryKind.CashDraw or EntryKind.CashBack or EntryKind.CashSpend or EntryKind.CashDifference => XafJournal.Cash,
        EntryKind.Reservation or EntryKind.Release or EntryKind.Award or EntryKind.Lapse or EntryKind.Supplement => XafJournal.Memo,
        _ => XafJournal.Bank,
    };

    /// <summary>The sentence of each entry, in portions: a sentence needs the names around it.</summary>
    private static async Task<Dictionary<long, string>> Stories(WijkfondsContext db, Words words, IQueryable<JournalEntry> entries)
    {
        var sentences = new Dictionary<long, string>();
        for (long last = 0; ;)
        {
            var after = last;
            var some = await entries.Where(e => e.Sequence > after).Take(AtOnce).ToListAsync();
            if (some.Count == 0) return sentences;
            foreach (var story in await new EntryStories(words, path => path).Tell(db, some)) sentences[story.Entry.Sequence] = story.Sentence;
            last = some[^1].Sequence;
        }
    }

    private static string Id(int contributor) => $"B{contributor.ToString(CultureInfo.InvariantCulture)}";
}
