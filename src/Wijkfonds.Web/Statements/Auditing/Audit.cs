using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>A year under audit: the committee draws a sample, writes findings with a date, the alliance answers in public, each member of the committee signs.</summary>
public sealed class Audit
{
    public const int LongestWords = 4_000, SampleSize = 25;

    /// <summary>
    /// Which entries of the year the committee looks at: those whose SHA-256 of "seed/number" is lowest, in order of number. Who
    /// has the seed finds the same ones. The seed is the hash of the book's last entry when the sample was drawn: nobody chose it.
    /// </summary>
    public static IReadOnlyList<long> Sample(string seed, IEnumerable<long> entries, int size = SampleSize) =>
        [.. entries.OrderBy(e => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{e}")))), StringComparer.Ordinal)
            .Take(size).Order()];

    public async Task<Outcome<AuditAct>> Draw(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int year)
    {
        if (await Bars(db, who, now, fund, year) is { } bar) return bar;
        if (await db.Set<AuditAct>().AnyAsync(a => a.Year == year && a.Kind == AuditActKind.SampleDrawn)) return new SampleStands();
        return await Add(db, who, now, fund, year, AuditActKind.SampleDrawn, (await Statement.Mark(db, now.AddMilliseconds(1))).Hash);
    }

    public async Task<Outcome<AuditAct>> Find(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int year, string? words, string? due)
    {
        if (await Bars(db, who, now, fund, year) is { } bar) return bar;
        var read = Words(words, "words", "Audit.Finding");
        if (read.Refused) return read.Refusal;
        if (!DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new Missing("due", "Audit.Due");
        return await Add(db, who, now, fund, year, AuditActKind.Finding, read.Value, day);
    }

    /// <summary>A member answers for the alliance, once for each finding.</summary>
    public async Task<Outcome<AuditAct>> Answer(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int year, int about, string? words)
    {
        who = await who.Again(db, now);
        if (!who.IsMember || !await db.Set<AuditAct>().AnyAsync(a => a.Year == year && a.Number == about && a.Kind == AuditActKind.Finding)) return new NotFoundHere();
        if (await db.Set<AuditAct>().AnyAsync(a => a.Year == year && a.About == about)) return new AnsweredAlready();
        var read = Words(words, "answer", "Audit.Answer");
        return read.Refused ? read.Refusal : await Add(db, who, now, fund, year, AuditActKind.Answer, read.Value, about: about);
    }

    /// <summary>A member of the committee signs, after the year is over and every finding was answered.</summary>
    public async Task<Outcome<AuditAct>> Sign(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int year, string? minutes)
    {
        if (await Bars(db, who, now, fund, year) is { } bar) return bar;
        if ((await Book.Today(db, now, fund)).Year <= year) return new YearNotOver();
        var acts = await db.Set<AuditAct>().Where(a => a.Year == year).ToListAsync();
        if (acts.Count(a => a.Kind == AuditActKind.Finding) is var found && found > acts.Count(a => a.Kind == AuditActKind.Answer)) return new FindingsOpen();
        if (acts.Any(a => a.Kind == AuditActKind.Signed && a.DoneBy == who.AccountId)) return new SignedAlready();
        var read = Words(minutes, "minutes", "Audit.Minutes");
        return read.Refused ? read.Refusal : await Add(db, who, now, fund, year, AuditActKind.Signed, read.Value);
    }

    private static async Task<Refusal?> Bars(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int year)
    {
        var again = await who.Again(db, now);
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return again.IsCommittee && await db.Set<JournalEntry>().AnyAsync(e => e.FundId == fund && e.ValueDate >= from && e.ValueDate <= until) ? null : new NotFoundHere();
    }

    private static async Task<Outcome<AuditAct>> Add(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int year, AuditActKind kind, string words, DateOnly? due = null, int? about = null)
    {
        var act = new AuditAct
        {
            FundId = fund, Year = year, Number = 1 + (await db.Set<AuditAct>().Where(a => a.Year == year).MaxAsync(a => (int?)a.Number) ?? 0),
            Kind = kind, DoneBy = who.AccountId!.Value, At = now, Words = words, DueOn = due, About = about,
        };
        db.Add(act);
        return act;
    }

    private static Outcome<string> Words(string? typed, string field, string what)
    {
        var text = (typed ?? "").Trim();
        return text.Length == 0 ? new Missing(field, what) : text.Length > LongestWords ? new LineTooLong(field, LongestWords) : text;
    }
}

/// <summary>A sample that was drawn is not drawn again: the second draw would be a choice.</summary>
public sealed record SampleStands : Refusal;

public sealed record AnsweredAlready : Refusal;

public sealed record FindingsOpen : Refusal;

public sealed record SignedAlready : Refusal;
