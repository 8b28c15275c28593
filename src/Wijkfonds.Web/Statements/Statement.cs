using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements;

/// <summary>Where the chain was: the last entry that a statement counts, and its hash.</summary>
public sealed record BookMark(long Sequence, string Hash);

/// <summary>
/// An account of one contributor's euros over a period, as the book knew them on a day: opening, plus what came in, less what
/// went out, is closing; and the closing is free, set aside or promised. Every figure is the sum of the entries that its
/// address shows. What is recorded later changes nothing of a statement as known on a day that is over.
/// </summary>
public sealed record Statement(Contributor Contributor, Period Period, IReadOnlyList<int> Years, Figure? Opening, IReadOnlyList<PledgedYear> Pledged,
    IReadOnlyList<Figure> Flows, Figure Closing, IReadOnlyList<Figure> Places, Figure WholePot, IReadOnlyList<PlanPart> Plans, BookMark Book)
{
    /// <summary>What came in and what went out: with the opening they make the closing.</summary>
    public IEnumerable<Figure> InAndOut => Flows.Where(f => FlowFigures.IsOfMoney(f.Name));

    /// <summary>What happened within the pot, and changed nothing of its size.</summary>
    public IEnumerable<Figure> Inside => Flows.Where(f => !FlowFigures.IsOfMoney(f.Name));

    public Cents PledgedTogether => Pledged.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount);

    /// <summary>Which part of what the pot holds at the end is this contributor's, in hundredths of a percent, rounded down; null for an empty pot.</summary>
    public long? ShareOfPot => WholePot.Amount > Cents.Zero ? (long)((Int128)Closing.Amount.Value * 10_000 / WholePot.Amount.Value) : null;

    /// <summary>Null where there is no such contributor, or nothing of a year that is asked.</summary>
    public static async Task<Statement?> Of(WijkfondsContext db, DateTimeOffset now, int number, Period period)
    {
        var contributor = await db.Set<Contributor>().AsNoTracking().Include(c => c.Party).SingleOrDefaultAsync(c => c.Number == number);
        if (contributor is null) return null;
        var zone = await db.Set<Fund>().Where(f => f.Id == contributor.FundId).Select(f => f.Zone).SingleAsync();
        var end = period.Known is { } known ? Period.EndOf(known, zone) : now.AddMilliseconds(1);
        // First of all: what is booked while this is read belongs to the next statement.
        var book = await Mark(db, end);
        var pledged = (await PledgesKnown.Of(db, contributor.Id, end)).Years.ToList();
        var years = (await Layers.Lines(db, number)
            .Join(db.Set<JournalEntry>().Where(e => e.Sequence <= book.Sequence && e.RecordedAt < end), l => l.EntryId, e => e.Id, (l, e) => e.ValueDate.Year).Distinct().ToListAsync())
            .Concat(pledged.Select(p => p.Year)).Distinct().Order().ToList();
        if (period.Year is { } asked && !years.Contains(asked)) return null;

        var whose = new EntryFilter { Contributor = number };
        var (before, during) = await Movements.Around(db, number, period.First ?? DateOnly.MinValue, period.Last, book.Sequence, end);
        var upToEnd = before + during;
        return new Statement(contributor, period, years,
            period.First is null ? null : Figure.Within("opening", before, period.Before(whose with { OnHand = true })),
            [.. pledged.Where(p => p.Amount != Cents.Zero && (period.First is null || (p.Year >= period.First.Value.Year && p.Year <= period.Last.Year)))
                .Select(p => new PledgedYear(p.Year, p.Amount, PledgeHistoryModel.At(number, p.Year, period.Known)))],
            [.. FlowFigures.Shown(during).Select(flow => Figure.Within(flow.Name, during, period.During(whose with { Account = flow.Filter.Account, Kind = flow.Filter.Kind })))],
            Figure.Within("closing", upToEnd, period.UpToEnd(whose with { OnHand = true })),
            [
                Figure.Within("free", upToEnd, period.UpToEnd(whose with { Account = LedgerAccount.Free })),
                Figure.Within("reserved", upToEnd, period.UpToEnd(whose with { Account = LedgerAccount.Reserved })),
                Figure.Within("awarded", upToEnd, period.UpToEnd(whose with { Account = LedgerAccount.Awarded })),
            ],
            new Figure("whole-pot", await WholePotAt(db, period.Last, book, end), period.UpToEnd(new EntryFilter { OnHand = true }).Path),
            await PlanPart.Of(db, whose, period, during, upToEnd), book);
    }

    private static async Task<Cents> WholePotAt(WijkfondsContext db, DateOnly last, BookMark book, DateTimeOffset end)
    {
        var entries = db.Set<JournalEntry>().Where(e => e.ValueDate <= last && e.Sequence <= book.Sequence && e.RecordedAt < end);
        return new(await db.Set<JournalLine>().Where(l => l.Account == LedgerAccount.Bank || l.Account == LedgerAccount.Cash).Join(entries, l => l.EntryId, e => e.Id, (l, e) => l.Amount.Value).SumAsync());
    }

    /// <summary>The last entry recorded before an instant.</summary>
    public static async Task<BookMark> Mark(WijkfondsContext db, DateTimeOffset end) =>
        await db.Set<JournalEntry>().Where(e => e.RecordedAt < end).OrderByDescending(e => e.Sequence).Select(e => new BookMark(e.Sequence, e.Hash)).FirstOrDefaultAsync()
        ?? new BookMark(0, Chain.Start);
}
