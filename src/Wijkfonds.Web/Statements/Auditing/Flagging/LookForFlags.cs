using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing.Flagging;

/// <summary>
/// Keeps what the rules notice, each thing once. It looks only when something changed since the last time, and never while
/// somebody waits for a page: pages read what is kept.
/// </summary>
public sealed class LookForFlags(Database database, Work work) : IJob
{
    public string Name => "flags";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        await using var all = database.Open();
        foreach (var fund in await all.Set<Fund>().OrderBy(f => f.Slug).Select(f => f.Id).ToListAsync(stop))
        {
            await using var db = database.Open(fund);
            if (await IsUpToDate(db, fund)) continue;
            await work.Run<Done>(fund, async inside =>
            {
                await Look(inside, now, fund);
                return Done.It;
            });
        }
    }

    /// <summary>Within a transaction: also before the committee draws its sample or signs, so that nothing is missed by a minute.</summary>
    public static async Task Look(WijkfondsContext db, DateTimeOffset now, Guid fund)
    {
        var stands = await FlagSource.Stands(db, fund);
        var look = await db.Set<FlagLook>().SingleOrDefaultAsync(l => l.FundId == fund);
        if (look?.Stood == stands) return;
        var source = await FlagSource.Of(db, fund);
        var known = (await db.Set<Flag>().Select(f => f.Key).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        var number = await db.Set<Flag>().MaxAsync(f => (int?)f.Number) ?? 0;
        foreach (var noticed in FlagRules.Notice(source).Where(n => known.Add(n.Key)))
            db.Add(new Flag
            {
                FundId = fund, Number = ++number, Kind = noticed.Kind, Key = noticed.Key, At = noticed.At, Year = noticed.Year ?? source.YearOf(noticed.At), NoticedAt = now,
                About = FlagPart.Text(noticed.Parts), Limit = noticed.Limit.Value, Whose = noticed.Whose,
            });
        if (look is null) db.Add(new FlagLook { FundId = fund, Stood = stands, At = now });
        else (look.Stood, look.At) = (stands, now);
        await db.SaveChangesAsync();
    }

    private static async Task<bool> IsUpToDate(WijkfondsContext db, Guid fund) =>
        await db.Set<FlagLook>().Where(l => l.FundId == fund).Select(l => l.Stood).SingleOrDefaultAsync() is { } stood && stood == await FlagSource.Stands(db, fund);
}
