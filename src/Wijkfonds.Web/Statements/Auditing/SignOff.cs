using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>Who of the audit committee signed a year, for everybody: their public names, as the page of the audit shows them.</summary>
/// <param name="By">In the order of signing; an empty name is of somebody who has none, or was erased.</param>
/// <param name="After">How many entries came into the year after the last signature: nobody signed for those.</param>
public sealed record SignOff(bool IsOver, IReadOnlyList<(string Name, DateTimeOffset At)> By, int After)
{
    public bool IsWhole => By.Count >= Audit.Signatures;

    public static async Task<SignOff> Of(WijkfondsContext db, DateTimeOffset now, Guid fund, int year)
    {
        var acts = await db.Set<AuditAct>().AsNoTracking().Where(a => a.Year == year && a.Kind == AuditActKind.Signed).OrderBy(a => a.Number).ToListAsync();
        var people = acts.Select(a => a.DoneBy).ToList();
        var names = await db.Set<Account>().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.PublicName);
        return new SignOff((await Book.Today(db, now, fund)).Year > year, [.. acts.Select(a => (names.GetValueOrDefault(a.DoneBy) ?? "", a.At))], await BookedAfter(db, year, acts));
    }

    /// <summary>In sentences: how far it is, who signed and when, and what came after.</summary>
    public IEnumerable<string> Say(Words words)
    {
        yield return IsWhole ? words["signoff.whole"] : By.Count > 0 ? words["signoff.partly", By.Count, Audit.Signatures] : words[IsOver ? "signoff.not-yet" : "signoff.runs"];
        foreach (var (name, at) in By) yield return words["signoff.by", name.Length > 0 ? name : words["audit.somebody"], words.Day(at)];
        if (After > 0) yield return words.Count("audit.after", After);
    }

    /// <summary>What was booked in the year after the last signature.</summary>
    internal static async Task<int> BookedAfter(WijkfondsContext db, int year, IReadOnlyList<AuditAct> acts)
    {
        if (acts.LastOrDefault(a => a.Kind == AuditActKind.Signed) is not { } last) return 0;
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await db.Set<JournalEntry>().CountAsync(e => e.ValueDate >= from && e.ValueDate <= until && e.RecordedAt > last.At);
    }
}
