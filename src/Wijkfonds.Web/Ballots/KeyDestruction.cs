using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>
/// Destroys what is not needed any more, as soon as the act that makes it so is committed: the seed of confirmed codes,
/// and the keys and tables of codes that were replaced or whose round was cancelled. Each step may be done twice.
/// </summary>
public sealed class KeyDestruction(Database database, Work work, KeyFolder folder) : IJob
{
    public string Name => "ballot-keys";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        await using var db = database.Open();
        var boxes = await db.Set<BallotBox>().AsNoTracking().Where(b => b.State != BoxState.Empty).OrderBy(b => b.Id).ToListAsync(stop);
        foreach (var box in boxes)
        {
            var acts = await db.Set<RoundAct>().AsNoTracking().Where(a => a.RoundId == box.RoundId).Select(a => a.Kind).ToListAsync(stop);
            if (acts.Contains(RoundActKind.CodesConfirmed)) folder.DestroySeed(box.Id);
            if (acts.Contains(RoundActKind.Cancelled) && box.State is not (BoxState.Published or BoxState.Discarded)) await Mark(box.Id, BoxState.Discarded);
            if (box.State == BoxState.Discarded) await Discard(box.Id);
        }
    }

    private async Task Discard(Guid id)
    {
        folder.DestroyAll(id);
        await work.Run<Done>(null, async db =>
        {
            await new BoxTables(db, id).DropAll();
            (await db.Set<BallotBox>().SingleAsync(b => b.Id == id)).State = BoxState.Empty;
            return Done.It;
        });
    }

    private Task<Outcome<Done>> Mark(Guid id, BoxState state) => work.Run<Done>(null, async db =>
    {
        (await db.Set<BallotBox>().SingleAsync(b => b.Id == id)).State = state;
        return Done.It;
    });
}
