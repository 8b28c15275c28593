using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.GivingBack;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Statements.Auditing.Flagging;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>What was typed with an entry of the sample.</summary>
public sealed record CheckForm(long Entry, bool IsRight, string? Remark);

/// <summary>The committee draws its sample, once, after the year is over; and ticks off what it looked at.</summary>
public static class Sampling
{
    public static async Task<Outcome<AuditAct>> Draw(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int year)
    {
        if (await Audit.Bars(db, who, now, year) is { } bar) return bar;
        if ((await Book.Today(db, now, fund)).Year <= year) return new AuditYearRuns(Audit.Text(year));
        if (await db.Set<AuditAct>().AnyAsync(a => a.Year == year && a.Kind == AuditActKind.SampleDrawn)) return new SampleStands();
        await LookForFlags.Look(db, now, fund);
        var head = await db.Set<LedgerHead>().AsNoTracking().SingleAsync(h => h.FundId == fund);
        return await Audit.Add(db, who, now, fund, year, AuditActKind.SampleDrawn, head.Hash, about: checked((int)head.Sequence));
    }

    /// <summary>What changed since the last time becomes a row; the rest stays as it was.</summary>
    /// <returns>How many entries it said something new of.</returns>
    public static async Task<Outcome<int>> Check(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int year, IReadOnlyList<CheckForm> typed)
    {
        if (await Audit.Bars(db, who, now, year) is { } bar) return bar;
        var list = await SampleList.Of(db, year, await db.Set<AuditAct>().AsNoTracking().Where(a => a.Year == year).ToListAsync());
        if (list is null) return new SampleNotDrawn();
        var known = list.Entries.ToDictionary(e => e.Entry);
        var mine = await RelatedTo(db, who.AccountId!.Value);
        var said = 0;
        foreach (var form in typed.DistinctBy(t => t.Entry))
        {
            if (!known.TryGetValue(form.Entry, out var entry)) continue;
            var remark = Audit.Words(form.Remark, $"remark-{form.Entry}", null, AuditCheck.LongestRemark);
            if (remark.Refused) return remark.Refusal;
            if ((form.IsRight, remark.Value) == (entry.IsRight, entry.Check?.Remark ?? "")) continue;
            if (mine.Count > 0 && await Concerns(db, form.Entry, mine)) return new RelatedToEntry(form.Entry);
            db.Add(new AuditCheck
            {
                FundId = fund, Year = year, Entry = form.Entry, Number = 1 + (entry.Check?.Number ?? 0), IsRight = form.IsRight, Remark = remark.Value, DoneBy = who.AccountId.Value, At = now,
            });
            said++;
        }
        return said;
    }

    private static async Task<HashSet<Guid>> RelatedTo(WijkfondsContext db, Guid account) =>
        [.. (await db.Set<Relation>().AsNoTracking().Where(r => r.EndedAt == null && (r.One == account || r.Other == account)).ToListAsync()).Select(r => r.OtherThan(account))];

    /// <summary>Money from, or to, somebody whom this member of the committee is related to: another member looks at it.</summary>
    private static async Task<bool> Concerns(WijkfondsContext db, long sequence, HashSet<Guid> related)
    {
        var subject = await db.Set<JournalEntry>().Where(e => e.Sequence == sequence).Select(e => e.Subject).SingleAsync();
        var parties = (await db.Set<Payment>().Where(p => p.Id == subject).Select(p => new { p.Payee.Id, p.Payee.AccountId }).ToListAsync())
            .Concat(await db.Set<AllianceCost>().Where(c => c.Id == subject).Select(c => new { c.Payee.Id, c.Payee.AccountId }).ToListAsync())
            .Concat(await db.Set<Deposit>().Where(d => d.Id == subject).Select(d => new { d.Contributor.Party.Id, d.Contributor.Party.AccountId }).ToListAsync())
            .Concat(await db.Set<Refund>().Where(r => r.Id == subject).Select(r => new { r.Contributor.Party.Id, r.Contributor.Party.AccountId }).ToListAsync());
        return parties.Any(p => related.Contains(p.Id) || (p.AccountId is { } account && related.Contains(account)));
    }
}

/// <summary>A sample that was drawn is not drawn again: the second draw would be a choice.</summary>
public sealed record SampleStands : Refusal;

public sealed record SampleNotDrawn : Refusal;

/// <summary>A sample of half a year would let the other half go by; and nobody signs what still runs.</summary>
public sealed record AuditYearRuns(string Year) : Refusal;

/// <summary>Who has a relation with who paid or was paid leaves that entry to another member.</summary>
public sealed record RelatedToEntry(long Entry) : Refusal
{
    public override string? Field => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"remark-{Entry}");
}
