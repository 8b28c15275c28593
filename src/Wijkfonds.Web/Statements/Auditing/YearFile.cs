using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>Everything that the committee gathered about a year, and what still stands in the way of signing it.</summary>
public sealed record YearFile(int Year, bool IsOver, IReadOnlyList<AuditAct> Acts, IReadOnlyList<Finding> Findings, SampleList? Sample, IReadOnlyList<AuditCount> Counts,
    IReadOnlyList<AuditMinutes> Minutes, bool CashWasUsed, int AfterSigning)
{
    /// <summary>By each member once, in order.</summary>
    public IEnumerable<AuditAct> Signatures => Acts.Where(a => a.Kind == AuditActKind.Signed);

    public bool IsSigned => Signatures.Count() >= Audit.Signatures;

    public static async Task<YearFile> Of(WijkfondsContext db, DateTimeOffset now, Guid fund, int year)
    {
        var acts = await db.Set<AuditAct>().AsNoTracking().Where(a => a.Year == year).OrderBy(a => a.Number).ToListAsync();
        return new YearFile(year, (await Book.Today(db, now, fund)).Year > year, acts, Finding.Of(acts), await SampleList.Of(db, year, acts),
            await db.Set<AuditCount>().AsNoTracking().Where(c => c.Year == year).OrderBy(c => c.Number).ToListAsync(),
            await db.Set<AuditMinutes>().AsNoTracking().Where(m => m.Year == year).OrderBy(m => m.Number).ToListAsync(),
            await CountingAlong.WasUsed(db, year), await SignOff.BookedAfter(db, year, acts));
    }

    /// <summary>What stands in the way, each by its name, in the order in which one would do it.</summary>
    /// <param name="loose">Money that left that year without a release; null where nobody looked.</param>
    public IReadOnlyList<Refusal> Blocks(IReadOnlyList<BankOriginal> originals, BookCheck book, LooseLines? loose = null)
    {
        var blocks = new List<Refusal>();
        if (!IsOver) blocks.Add(new AuditYearRuns(Audit.Text(Year)));
        if (Sample is null) blocks.Add(new SampleNotDrawn());
        else if (Sample.Left > 0) blocks.Add(new EntriesLeft(Sample.Left));
        if (CashWasUsed && Counts.Count == 0) blocks.Add(new CashNotCounted());
        blocks.AddRange(loose?.Blocks() ?? []);
        if (book.WrongFrom is { } entry) blocks.Add(new BookIsWrong(entry));
        if (originals.Where(o => o.IsWrong).Select(o => Audit.Text(o.File.Number)).ToList() is { Count: > 0 } wrong) blocks.Add(new OriginalIsWrong(string.Join(", ", wrong)));
        if (Findings.Where(f => f.State != FindingState.Closed).Select(f => f.Name).ToList() is { Count: > 0 } open) blocks.Add(new FindingsOpen(string.Join(", ", open)));
        if (Minutes.Count == 0) blocks.Add(new MinutesMissing());
        return blocks;
    }
}

/// <summary>Entries of the sample that nobody found in order yet.</summary>
public sealed record EntriesLeft(int Left) : Refusal;

/// <summary>Coins lie in the petty cash, or went through it, and the committee did not count.</summary>
public sealed record CashNotCounted : Refusal;

/// <summary>An entry is not as it was booked any more, or is gone.</summary>
public sealed record BookIsWrong(long Entry) : Refusal;

/// <summary>A file of the bank is not what it was, or is gone.</summary>
public sealed record OriginalIsWrong(string Numbers) : Refusal;

public sealed record FindingsOpen(string Names) : Refusal;

public sealed record MinutesMissing : Refusal;
