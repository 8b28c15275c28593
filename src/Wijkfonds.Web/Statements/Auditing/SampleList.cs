using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Statements.Auditing.Flagging;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>An entry that the committee looks at: because the lot fell on it, because it came after the draw, because of a flag.</summary>
/// <param name="Check">What the committee said of it last.</param>
public sealed record SampledEntry(long Entry, bool Drawn, bool Late, IReadOnlyList<int> Flags, AuditCheck? Check)
{
    public bool IsRight => Check is { IsRight: true };
}

/// <summary>What the committee looks at in a year: drawn by a seed that nobody chose, and besides it everything that the lot might miss.</summary>
/// <param name="Last">The entry that was the book's last when the sample was drawn: its hash is the seed.</param>
public sealed record SampleList(string Seed, long Last, DateTimeOffset DrawnAt, IReadOnlyList<SampledEntry> Entries)
{
    public const int Size = 25;

    public int Left => Entries.Count(e => !e.IsRight);

    /// <summary>Null until it is drawn.</summary>
    public static async Task<SampleList?> Of(WijkfondsContext db, int year, IEnumerable<AuditAct> acts)
    {
        if (acts.SingleOrDefault(a => a.Kind == AuditActKind.SampleDrawn) is not { } drawn) return null;
        long last = drawn.About ?? await db.Set<JournalEntry>().Where(e => e.Hash == drawn.Words).Select(e => e.Sequence).SingleOrDefaultAsync();
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var entries = await db.Set<JournalEntry>().Where(e => e.ValueDate >= from && e.ValueDate <= until).OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync();
        var sample = LedgerSample.Of(drawn.Words, entries.Where(e => e <= last), Size).ToHashSet();
        var flags = await Flagged(db, year);
        var checks = (await db.Set<AuditCheck>().AsNoTracking().Where(c => c.Year == year).ToListAsync()).GroupBy(c => c.Entry).ToDictionary(g => g.Key, g => g.MaxBy(c => c.Number));
        return new SampleList(drawn.Words, last, drawn.At, [.. entries.Where(e => sample.Contains(e) || e > last || flags.Contains(e))
            .Select(e => new SampledEntry(e, sample.Contains(e), e > last, [.. flags[e].Order()], checks.GetValueOrDefault(e)))]);
    }

    /// <summary>Which flags an entry has; one that went on as another counts as that one. What was prepared in December can be booked in January.</summary>
    private static async Task<ILookup<long, int>> Flagged(WijkfondsContext db, int year)
    {
        var flags = await db.Set<Flag>().AsNoTracking().Where(f => f.Year >= year - 1 && f.Year <= year).ToListAsync();
        var growth = await FlagGrowth.Of(db);
        var parts = flags.SelectMany(f => f.Parts.Select(p => (Part: p, Flag: growth.Into(f.Number) ?? f.Number))).Distinct().ToList();
        var (a, p, c) = (Numbers(FlagThing.Award), Numbers(FlagThing.Payment), Numbers(FlagThing.Cost));
        var entries = new Dictionary<FlagPart, long>();
        foreach (var x in await db.Set<Award>().Where(x => a.Contains(x.Number)).Select(x => new { x.Number, x.EntrySequence }).ToListAsync()) entries[new(FlagThing.Award, x.Number)] = x.EntrySequence;
        foreach (var x in await db.Set<Payment>().Where(x => p.Contains(x.Number) && x.EntrySequence != null).Select(x => new { x.Number, x.EntrySequence }).ToListAsync()) entries[new(FlagThing.Payment, x.Number)] = x.EntrySequence!.Value;
        foreach (var x in await db.Set<AllianceCost>().Where(x => c.Contains(x.Number) && x.EntrySequence != null).Select(x => new { x.Number, x.EntrySequence }).ToListAsync()) entries[new(FlagThing.Cost, x.Number)] = x.EntrySequence!.Value;
        return parts.Where(x => entries.ContainsKey(x.Part)).ToLookup(x => entries[x.Part], x => x.Flag);

        List<int> Numbers(FlagThing thing) => [.. parts.Where(x => x.Part.Thing == thing).Select(x => x.Part.Number).Distinct()];
    }
}
