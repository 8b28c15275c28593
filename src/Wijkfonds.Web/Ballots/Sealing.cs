using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>
/// After closing and the request limit: shut the box, copy it in tag order, publish the shuffled ballots, destroy the keys.
/// One transaction a step, each guarded by the state it starts from, so that a stop between steps, a second run and a
/// second server all end the same.
/// </summary>
public sealed class Sealing(Database database, Work work, KeyFolder folder, ILogger<Sealing> log) : IJob
{
    public string Name => "sealing";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        List<Guid> boxes;
        await using (var db = database.Open())
            boxes = await db.Set<BallotBox>().AsNoTracking().Where(b => b.State != BoxState.Empty && b.State != BoxState.Discarded && b.State != BoxState.Preparing)
                .OrderBy(b => b.Id).Select(b => b.Id).ToListAsync(stop);
        var failures = new List<Exception>();
        foreach (var box in boxes)
        {
            try
            {
                await Seal(box, now);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One box whose keys are missing must not keep the others of the installation waiting.
                failures.Add(failure);
            }
        }
        if (failures.Count > 0) throw new AggregateException(failures);
    }

    /// <summary>Brings a box as far as it may go now. Answers where it stands.</summary>
    public async Task<BoxState> Seal(Guid id, DateTimeOffset now)
    {
        for (var state = await StateOf(id); ;)
        {
            var reached = await Step(id, state, now);
            if (reached == state) return state;
            state = reached;
        }
    }

    /// <summary>One step, so that tests can stop between two.</summary>
    public async Task<BoxState> Step(Guid id, BoxState state, DateTimeOffset now)
    {
        switch (state)
        {
            case BoxState.Ready:
                await From(id, BoxState.Ready, BoxState.Shut, (_, _) => Task.CompletedTask, (db, box) => MaySeal(db, box, now));
                break;
            case BoxState.Shut:
                await From(id, BoxState.Shut, BoxState.Copied, (db, box) => new BoxTables(db, box.Id).CopyInTagOrder());
                break;
            case BoxState.Copied:
                // The old tables' pages are gone from file and log before anything of the box is published.
                await work.Alone(Traces.Sweep);
                await From(id, BoxState.Copied, BoxState.Published, (db, box) => Publish(db, box, now));
                break;
            case BoxState.Published:
                folder.DestroyAll(id);
                await work.Alone(Traces.Sweep);
                await From(id, BoxState.Published, BoxState.Empty, (_, _) => Task.CompletedTask);
                break;
        }
        return await StateOf(id);
    }

    private static async Task<bool> MaySeal(WijkfondsContext db, BallotBox box, DateTimeOffset now) =>
        VotingHours.MaySeal(await db.Set<Round>().AsNoTracking().Include(r => r.Acts).SingleAsync(r => r.Id == box.RoundId), now);

    private async Task Publish(WijkfondsContext db, BallotBox box, DateTimeOffset now)
    {
        var tables = new BoxTables(db, box.Id);
        var keys = folder.Keys(box.Id) ?? throw new InvalidOperationException($"The keys of ballot box {box.Id:N} are not in the key folder; put them back, nothing is lost.");
        var sheet = await BallotSheet.Of(db, box.RoundId) ?? throw new InvalidOperationException("A box without a frozen ballot.");
        var cast = (await tables.SealedSlots()).Select(s => Slot.Read(keys.Open(s.Tag, s.Content))).Where(s => s.IsCast)
            .Select(s => SealedBallot.Write(sheet.Read(s.Marks))).ToArray();
        var used = await tables.SealedUsed();
        if (used != cast.Length) throw new InvalidOperationException($"Ballot box {box.Id:N} holds {cast.Length} ballots for {used} used rights.");
        RandomNumberGenerator.Shuffle(cast.AsSpan());
        db.AddRange(cast.Select((choices, at) => new SealedBallot { FundId = box.FundId, RoundId = box.RoundId, Row = at + 1, Choices = choices }));
        db.Add(new RoundAct
        {
            FundId = box.FundId, RoundId = box.RoundId, Kind = RoundActKind.Sealed, At = now,
            Note = string.Create(CultureInfo.InvariantCulture, $"{used} / {box.Rights}"),
        });
        box.Used = used;
        await tables.DropSealedSlots();
    }

    private async Task From(Guid id, BoxState from, BoxState to, Func<WijkfondsContext, BallotBox, Task> act, Func<WijkfondsContext, BallotBox, Task<bool>>? may = null)
    {
        var outcome = await work.Run<Done>(null, async db =>
        {
            var box = await db.Set<BallotBox>().SingleAsync(b => b.Id == id);
            if (box.State != from || (may is not null && !await may(db, box))) return Done.It;
            // Written first: a second server waits here for the first one's step, and then finds that it is done.
            box.State = to;
            await db.SaveChangesAsync();
            await act(db, box);
            return Done.It;
        });
        if (outcome.Refused) log.LogWarning("Box {Box} stays {State} for now: {Refusal}", id, from, outcome.Refusal.GetType().Name);
    }

    private async Task<BoxState> StateOf(Guid id)
    {
        await using var db = database.Open();
        return await db.Set<BallotBox>().AsNoTracking().Where(b => b.Id == id).Select(b => b.State).SingleAsync();
    }
}
