using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Holding;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Statements.Behind;
using Wijkfonds.Web.Statements.ByEarmark;
using Wijkfonds.Web.Statements.Complexes;
using Wijkfonds.Web.Statements.InKind;

namespace Wijkfonds.Web.Statements;

/// <summary>Where the chain was: the last entry that a statement counts, and its hash.</summary>
public sealed record BookMark(long Sequence, string Hash);

/// <summary>
/// An account of one contributor's euros over a period, as they were known on a day: opening, plus what came in, less what
/// went out, is closing; and the closing is free, set aside or promised. Every figure is the sum of what its address shows.
/// What is recorded later changes nothing of a statement as known on a day that is over; README.md says what may.
/// </summary>
public sealed record Statement(Contributor Contributor, Period Period, IReadOnlyList<int> Years, IReadOnlyList<PledgedYear> Pledged,
    StatementFlow Flow, Figure WholePot, IReadOnlyList<PlanPart> Plans, IReadOnlyList<EarmarkPart> Earmarks, IReadOnlyList<RelationTold> Relations, BookMark Book)
{
    /// <summary>What is no money, beside all of it.</summary>
    public StatementInKind InKind { get; init; } = StatementInKind.None;

    /// <summary>Unbound and per earmark; empty where nothing was bound. Together they are the flow.</summary>
    public IReadOnlyList<EarmarkFlow> ByEarmark { get; init; } = [];

    /// <summary>Each deposit, what is set aside for which round, and the terms of what was promised.</summary>
    public Details Details { get; init; } = Details.None;

    /// <summary>Who held the account when this was known; null where it was not filled in.</summary>
    public LegalHolder? Holder { get; init; }

    public Cents PledgedTogether => Pledged.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount);

    /// <summary>Which part of what the pot holds at the end is this contributor's, in hundredths of a percent, rounded down; null for an empty pot.</summary>
    public long? ShareOfPot => WholePot.Amount > Cents.Zero ? (long)((Int128)Flow.Total.Value * 10_000 / WholePot.Amount.Value) : null;

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
        var inKind = await StatementInKind.Of(db, contributor.FundId, contributor.Id, period, end);
        var counted = db.Set<JournalEntry>().Where(e => e.Sequence <= book.Sequence && e.RecordedAt < end);
        var years = (await Layers.Lines(db, number).Join(counted, l => l.EntryId, e => e.Id, (l, e) => e.ValueDate.Year).Distinct().ToListAsync())
            .Concat(pledged.Select(p => p.Year)).Concat(inKind.Years).Distinct().Order().ToList();
        if (period.Year is { } asked && !years.Contains(asked)) return null;

        var whose = new EntryFilter { Contributor = number };
        var (first, last) = (period.First ?? DateOnly.MinValue, period.Last);
        var (before, during) = await Movements.Around(db, number, first, last, book.Sequence, end);
        var layers = (await Layers.Of(db, contributor.FundId)).InOrder.Where(l => l.Contributor == number).ToList();
        var own = layers.Select(l => l.Reference).ToHashSet();
        return new Statement(contributor, period, years,
            [.. pledged.Where(p => p.Amount != Cents.Zero && (period.First is null || (p.Year >= period.First.Value.Year && p.Year <= last.Year)))
                .Select(p => new PledgedYear(p.Year, p.Amount, PledgeHistoryModel.At(number, p.Year, period.Known)))],
            StatementFlow.Of(whose, period, before, during),
            new Figure("whole-pot", await WholePotAt(db, counted.Where(e => e.ValueDate <= last)), period.UpToEnd(new EntryFilter { OnHand = true }).Path),
            await PlanPart.Of(db, whose, period, before, during, Period.EndOf(last, zone), end),
            await EarmarkParts.Of(db, contributor.Id, whose, period, before, during, end),
            await RelationTold.Of(db, contributor.PartyId, end, counted.Where(e => e.ValueDate >= first && e.ValueDate <= last), own), book)
        {
            InKind = inKind, Holder = LegalHolder.Of(await SettingHolder.At(db, end)), ByEarmark = await EarmarkFlow.Of(db, layers, whose, period, before, during),
            Details = await Details.Of(db, contributor, whose, period, before, during, own, book.Sequence, end, period.Known ?? await Funds.Ledger.Book.Today(db, now, contributor.FundId)),
        };
    }

    private static async Task<Cents> WholePotAt(WijkfondsContext db, IQueryable<JournalEntry> entries) =>
        new(await db.Set<JournalLine>().Where(l => l.Account == LedgerAccount.Bank || l.Account == LedgerAccount.Cash).Join(entries, l => l.EntryId, e => e.Id, (l, e) => l.Amount.Value).SumAsync());

    /// <summary>The last entry recorded before an instant.</summary>
    public static async Task<BookMark> Mark(WijkfondsContext db, DateTimeOffset end) =>
        await db.Set<JournalEntry>().Where(e => e.RecordedAt < end).OrderByDescending(e => e.Sequence).Select(e => new BookMark(e.Sequence, e.Hash)).FirstOrDefaultAsync()
        ?? new BookMark(0, Chain.Start);
}
