using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Holding;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.Xaf;

/// <summary>A year of the fund's book, or of one contributor's euros in it, as an auditfile. Payees are never named in it.</summary>
public static class XafSource
{
    private const int AtOnce = 1_000;

    /// <param name="contributor">Null is the whole fund.</param>
    /// <param name="mark">The last entry that counts.</param>
    /// <param name="end">Only what was recorded before it.</param>
    public static async Task<XafFile> Of(WijkfondsContext db, Fund fund, int year, int? contributor, BookMark mark, DateTimeOffset end, DateOnly created, Words words)
    {
        var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        var entries = db.Set<JournalEntry>().AsNoTracking().Include(e => e.Lines)
            .Where(e => e.Sequence <= mark.Sequence && e.RecordedAt < end && e.ValueDate >= first && e.ValueDate < next).OrderBy(e => e.Sequence);
        var parties = await db.Set<Contributor>().AsNoTracking().Where(c => c.ConfirmedAt < end && (contributor == null || c.Number == contributor))
            .OrderBy(c => c.Number).Select(c => new { c.Number, c.Party.Name }).ToListAsync();
        var transactions = await Transactions(db, fund, contributor, entries, words);
        var holder = await SettingHolder.At(db, end);
        var company = holder?.Name ?? fund.Name;
        // One giver's part is not the administration of who bears these numbers: it says so, and leaves them out.
        var (name, commerce, tax) = contributor is { } part
            ? (words["xaf.part", parties.FirstOrDefault()?.Name is { Length: > 0 } giver ? giver : Id(part), company], "", "") : (company, holder?.Kvk ?? "", holder?.Rsin ?? "");
        return new XafFile(year, created, name, commerce.Length > 0 ? commerce : null, tax, [.. parties.Select(p => new XafParty(Id(p.Number), p.Name))],
            [.. Chart.All.Select(a => new XafAccount(a.Number, words[$"chart.{a.Number}"], a.IsBalance, a.Rgs))],
            await Opening(db, fund.Id, contributor, first, mark, end), journal => transactions[journal]);
    }

    /// <summary>What the years before left on each balance account.</summary>
    private static async Task<IReadOnlyList<(string Account, Cents Debit)>> Opening(WijkfondsContext db, Guid fund, int? contributor, DateOnly first, BookMark mark, DateTimeOffset end)
    {
        var (layers, givers) = (await Layers.Of(db, fund), await ChartFigures.Givers(db, fund));
        var (before, _) = await Movements.Around(db, contributor, first, first.AddDays(-1), mark.Sequence, end);
        return [.. before.Rows
            .SelectMany(r => Chart.Of(r.Account, r.Kind, layers[r.Party].IsBound, givers.TryGetValue(layers[r.Party].Contributor, out var giver) ? giver : null, r.Debit))
            .Where(p => p.Account.IsBalance && p.Account != Chart.Result).GroupBy(p => p.Account.Number)
            .Select(g => (g.Key, Debit: g.Aggregate(Cents.Zero, (sum, p) => sum + p.Debit))).Where(o => o.Debit != Cents.Zero).OrderBy(o => o.Key, StringComparer.Ordinal)];
    }

    /// <summary>Read in portions: a sentence needs the names around it.</summary>
    private static async Task<ILookup<XafJournal, XafTransaction>> Transactions(WijkfondsContext db, Fund fund, int? contributor, IQueryable<JournalEntry> entries, Words words)
    {
        var (chart, projects, stories) = (await ChartLines.Of(db, fund.Id), await ChartLines.Projects(db), new EntryStories(words, path => path));
        var found = new List<(XafJournal Journal, XafTransaction Transaction)>();
        for (long last = 0; ;)
        {
            var after = last;
            var some = await entries.Where(e => e.Sequence > after).Take(AtOnce).ToListAsync();
            if (some.Count == 0) return found.ToLookup(f => f.Journal, f => f.Transaction);
            foreach (var story in await stories.Tell(db, some, contributor))
            {
                var (entry, kind) = (story.Entry, chart.KindOf(story.Entry));
                var lines = chart.Of(entry, contributor).Select(l => new XafLine(l.Account.Number, l.Debit,
                    l.Contributor > 0 && kind is EntryKind.Deposit or EntryKind.GivenBack ? Id(l.Contributor) : null, l.Award is { } award ? projects.GetValueOrDefault(award) : null)).ToList();
                if (lines.Count > 0) found.Add((JournalOf(kind), new(entry.Sequence.ToString(CultureInfo.InvariantCulture), story.Sentence, entry.ValueDate, lines)));
            }
            last = some[^1].Sequence;
        }
    }

    private static XafJournal JournalOf(EntryKind kind) => kind switch
    {
        EntryKind.CashDraw or EntryKind.CashBack or EntryKind.CashSpend or EntryKind.CashDifference => XafJournal.Cash,
        EntryKind.Reservation or EntryKind.Release or EntryKind.Award or EntryKind.Lapse or EntryKind.Supplement => XafJournal.Memo,
        _ => XafJournal.Bank,
    };

    private static string Id(int contributor) => $"B{contributor.ToString(CultureInfo.InvariantCulture)}";
}
