using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Neighbours.Privacy;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing;

public enum OriginalState
{
    /// <summary>The bytes that are kept have the hash that was written down when they came.</summary>
    Matches,
    /// <summary>Somebody changed the bytes.</summary>
    Differs,
    Gone,
    /// <summary>Its time was over.</summary>
    Erased,
}

/// <summary>A file of the bank with days of the year in it, and whether it is still what it was.</summary>
/// <param name="Lines">How many lines it brought that were not there yet.</param>
public sealed record BankOriginal(BankFile File, DateOnly From, DateOnly Until, int Lines, OriginalState State)
{
    public bool IsWrong => State is OriginalState.Differs or OriginalState.Gone;

    /// <summary>In the order of reading. Reads each file whole: never within a transaction.</summary>
    public static async Task<IReadOnlyList<BankOriginal>> Of(WijkfondsContext db, FileStore store, DateTimeOffset now, int year)
    {
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var files = await db.Set<BankFile>().AsNoTracking().Include(f => f.Statements).Where(f => f.Statements.Any(s => s.From <= until && s.Until >= from)).OrderBy(f => f.Number).ToListAsync();
        var ids = files.Select(f => f.Id).ToList();
        var lines = await db.Set<BankLine>().Join(db.Set<BankStatement>().Where(s => ids.Contains(s.FileId)), l => l.StatementId, s => s.Id, (_, s) => s.FileId)
            .GroupBy(f => f).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var kept = DateOnly.FromDateTime(now.UtcDateTime).AddYears(-EraseWhatEnded.MoneyYears);
        var originals = new List<BankOriginal>();
        foreach (var file in files)
        {
            var last = file.Statements.Max(s => s.Until);
            originals.Add(new BankOriginal(file, file.Statements.Min(s => s.From), last, lines.GetValueOrDefault(file.Id), await Look(store, file.Sha256, last < kept)));
        }
        return originals;
    }

    private static async Task<OriginalState> Look(FileStore store, string sha256, bool isOver)
    {
        await using var stream = store.Open(sha256);
        if (stream is null) return isOver ? OriginalState.Erased : OriginalState.Gone;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream)) == sha256 ? OriginalState.Matches : OriginalState.Differs;
    }
}
