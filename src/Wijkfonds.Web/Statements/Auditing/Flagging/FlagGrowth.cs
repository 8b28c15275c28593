using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing.Flagging;

/// <summary>A flag, as far as it matters for which flag took the place of which.</summary>
public sealed record FlagRow(int Number, FlagKind Kind, int Year, string About, long Limit, Guid? Whose, bool IsExplained, DateTimeOffset NoticedAt);

/// <summary>
/// Which flag took the place of which: one of the same kind, about the same person and limit, that holds all its payments or
/// awards and more. Nothing is written for it, so that what was noticed stays as it was; it follows from what the flags are about.
/// </summary>
public sealed class FlagGrowth
{
    private readonly Dictionary<int, FlagRow> into = [];
    private readonly HashSet<int> grewInItsYear = [];
    private readonly ILookup<int, int> before;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<FlagRow> All { get; }

    public FlagGrowth(IEnumerable<FlagRow> rows)
    {
        All = [.. rows.OrderByDescending(r => r.Number)];
        foreach (var same in All.GroupBy(r => (r.Kind, r.Whose, r.Limit)).Where(g => g.Count() > 1)) Grow([.. same]);
        before = into.OrderBy(i => i.Key).ToLookup(i => i.Value.Number, i => i.Key);
    }

    public static async Task<FlagGrowth> Of(WijkfondsContext db) =>
        new(await db.Set<Flag>().Select(f => new FlagRow(f.Number, f.Kind, f.Year, f.About, f.Limit, f.Whose, f.Answers.Any(), f.NoticedAt)).ToListAsync());

    /// <summary>The newest flag that this one went on as; null where it still stands for itself.</summary>
    public int? Into(int number) => into.TryGetValue(number, out var newest) ? newest.Number : null;

    /// <summary>Whose place this one took, in order.</summary>
    public IReadOnlyList<FlagRow> Before(int number) => before[number] is var numbers && numbers.Any() ? [.. All.Where(r => numbers.Contains(r.Number)).Reverse()] : [];

    /// <summary>Flags that stand for themselves; of a year also those that went on in another one.</summary>
    public IEnumerable<FlagRow> Standing(int? year) => All.Where(r => year is null ? !into.ContainsKey(r.Number) : r.Year == year && !grewInItsYear.Contains(r.Number));

    /// <summary>Those that went on as another, and stand no more.</summary>
    public IEnumerable<FlagRow> Grown(int? year) => All.Where(r => year is null ? into.ContainsKey(r.Number) : r.Year == year && grewInItsYear.Contains(r.Number));

    /// <summary>Those that want an explanation.</summary>
    public IEnumerable<FlagRow> Open(int? year) => Standing(year).Where(r => !r.IsExplained && !into.ContainsKey(r.Number));

    /// <param name="rows">Of one kind, person and limit, the newest first.</param>
    private void Grow(IReadOnlyList<FlagRow> rows)
    {
        // What a flag is about need not be understood here: its parts are the same where they are written the same.
        var parts = rows.ToDictionary(r => r.Number, r => r.About.Split(' ').ToHashSet(StringComparer.Ordinal));
        var having = rows.SelectMany(r => parts[r.Number].Select(p => (Part: p, Row: r))).ToLookup(x => x.Part, x => x.Row, StringComparer.Ordinal);
        foreach (var row in rows)
            foreach (var larger in having[parts[row.Number].First()].TakeWhile(r => r.Number > row.Number).Where(r => parts[row.Number].IsProperSubsetOf(parts[r.Number])))
            {
                into.TryAdd(row.Number, larger);
                if (larger.Year != row.Year) continue;
                grewInItsYear.Add(row.Number);
                break;
            }
    }
}
