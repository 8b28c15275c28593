using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>What moved where, Party being the reference of a layer: the lines of the book, added up. A reversal counts as the kind that it takes back.</summary>
public sealed record Moved(LedgerAccount Account, EntryKind Kind, Guid Party, Guid? Subject, int Year, Cents Debit);

/// <summary>The book as a table of sums, read in one go; figures come out of it without asking the database again.</summary>
public sealed class Movements(IReadOnlyList<Moved> rows)
{
    private readonly Lazy<ILookup<Guid, Moved>> bySubject = new(() => rows.Where(r => r.Subject is not null).ToLookup(r => r.Subject!.Value));

    public IReadOnlyList<Moved> Rows => rows;

    /// <param name="contributor">Only the euros of this contributor (0: the fund's own), in all its layers or in one earmark (0: unbound).</param>
    public static async Task<Movements> Of(WijkfondsContext db, int? contributor = null, int? earmark = null)
    {
        if (db.FundId is not { } fund) throw new InvalidOperationException("A book is added up for one fund.");
        var rows = await BookSums.Of(db, fund);
        if (contributor is not { } whose) return new(rows);
        var layers = (await Layers.Of(db, fund)).InOrder.Where(l => l.Contributor == whose && (earmark is null || l.Earmark == earmark)).Select(l => l.Reference).ToHashSet();
        return new([.. rows.Where(r => layers.Contains(r.Party))]);
    }

    /// <summary>
    /// A contributor's movements, or everybody's, before a period and during it, of the entries up to a sequence and an instant. Years are
    /// left out: the figures of these tables need no years in their filters.
    /// </summary>
    public static async Task<(Movements Before, Movements During)> Around(WijkfondsContext db, int? contributor, DateOnly first, DateOnly last, long sequence, DateTimeOffset end)
    {
        var entries = db.Set<JournalEntry>();
        var sums = await (
            from line in contributor is { } whose ? Layers.Lines(db, whose) : db.Set<JournalLine>()
            join entry in entries.Where(e => e.ValueDate <= last && e.Sequence <= sequence && e.RecordedAt < end) on line.EntryId equals entry.Id
            join origin in entries on new { entry.FundId, Sequence = entry.Reverses } equals new { origin.FundId, Sequence = (long?)origin.Sequence } into origins
            from origin in origins.DefaultIfEmpty()
            group line by new { line.Account, Kind = origin == null ? entry.Kind : origin.Kind, line.Party, line.Subject, During = entry.ValueDate >= first } into place
            select new { place.Key, Sum = place.Sum(l => l.Amount.Value) }).ToListAsync();
        return (Rows(false), Rows(true));

        Movements Rows(bool during) => new([.. sums.Where(s => s.Key.During == during)
            .Select(s => new Moved(s.Key.Account, s.Key.Kind, s.Key.Party, s.Key.Subject, 0, new Cents(s.Sum)))]);
    }

    public static Movements operator +(Movements some, Movements more) => new([.. some.Rows, .. more.Rows]);

    /// <summary>The sum of what a filter is about, where these movements are already those of its years, days and contributor.</summary>
    public Cents Within(EntryFilter filter, Guid? subject = null) =>
        Figure(filter with { From = null, Until = null }, subject: subject);

    /// <summary>The figure of a filter over account, kind and years; layer and subject are those of the lines.</summary>
    public Cents Figure(EntryFilter filter, Guid? layer = null, Guid? subject = null) => filter.Read((subject is { } about ? bySubject.Value[about] : rows)
        .Where(r => filter.Covers(r.Account) && filter.Counts(r.Kind)
            && (filter.From is null || r.Year >= filter.From) && (filter.Until is null || r.Year <= filter.Until)
            && (layer is null || r.Party == layer))
        .Aggregate(Cents.Zero, (sum, r) => sum + r.Debit));
}
