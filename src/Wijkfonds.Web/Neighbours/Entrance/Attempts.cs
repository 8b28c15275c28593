using System.Collections.Concurrent;

namespace Wijkfonds.Web.Neighbours.Entrance;

/// <summary>
/// Failed tries per name, in memory only. Counts for names that exist and names that do not, so that being held up tells nothing.
/// </summary>
public sealed class Attempts
{
    public const int Most = 8;
    public const int MostNames = 10_000;
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (int Failed, DateTimeOffset Until)> failures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new(StringComparer.Ordinal);

    /// <summary>Whole minutes to wait; zero when one may try.</summary>
    public int MinutesToWait(string name, DateTimeOffset now) =>
        failures.TryGetValue(name, out var found) && found.Failed >= Most && now < found.Until
            ? (int)Math.Ceiling((found.Until - now).TotalMinutes)
            : 0;

    public void Failed(string name, DateTimeOffset now)
    {
        if (failures.Count >= MostNames) Forget(now);
        // Full of fresh names: somebody is filling it. Who is in it stays held up; the account's own lock guards the others.
        if (failures.Count >= MostNames && !failures.ContainsKey(name)) return;
        failures.AddOrUpdate(name, (1, now + Wait), (_, found) => now < found.Until ? (found.Failed + 1, now + Wait) : (1, now + Wait));
    }

    public void Succeeded(string name) => failures.TryRemove(name, out _);

    /// <summary>One-time codes of the last minutes.</summary>
    public bool WasUsed(string code, DateTimeOffset now) => used.TryGetValue(code, out var until) && now < until;

    public void Used(string code, DateTimeOffset now)
    {
        foreach (var (old, until) in used)
            if (until <= now) used.TryRemove(old, out _);
        used[code] = now + Wait;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (name, found) in failures)
            if (found.Until <= now) failures.TryRemove(name, out _);
    }
}
