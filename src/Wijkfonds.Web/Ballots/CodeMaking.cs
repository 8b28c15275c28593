using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>Makes the codes of a round: keys in the key folder, rights and empty slots in the database. Again, until they are confirmed.</summary>
public sealed class CodeMaking(Work work, KeyFolder folder)
{
    public const int Most = 100_000;

    public async Task<Outcome<BallotBox>> Make(Guid fund, Guid roundId, int rights, DateTimeOffset now)
    {
        if (rights is < 1 or > Most) return new CodeCountOutside(Most);
        var begun = await work.Run<BallotBox>(fund, db => Begin(db, roundId, rights, now));
        if (begun.Refused) return begun;
        var box = begun.Value;
        folder.Make(box.Id);
        var (roll, slots) = Fill(box, folder);
        return await work.Run<BallotBox>(fund, async db =>
        {
            var fresh = await db.Set<BallotBox>().SingleAsync(b => b.Id == box.Id);
            if (fresh.State != BoxState.Preparing) return new CodesMadeByAnother();
            await new BoxTables(db, box.Id).Create(roll, slots);
            fresh.State = BoxState.Ready;
            return fresh;
        });
    }

    /// <summary>The codes in roll order, while the seed lives.</summary>
    public IEnumerable<(int RollNumber, VotingCode Code)> Codes(BallotBox box)
    {
        if (folder.Seed(box.Id) is not { } seed) yield break;
        for (var number = 1; number <= box.Rights; number++) yield return (number, VotingCode.Of(seed, number));
    }

    /// <summary>The box that counts for a round; null while no codes were made.</summary>
    public static Task<BallotBox?> Of(WijkfondsContext db, Guid roundId) => db.Set<BallotBox>()
        .Where(b => b.RoundId == roundId && (b.State != BoxState.Discarded && b.State != BoxState.Preparing) && (b.State != BoxState.Empty || b.Used != null))
        .OrderBy(b => b.Id).FirstOrDefaultAsync();

    private static async Task<Outcome<BallotBox>> Begin(WijkfondsContext db, Guid roundId, int rights, DateTimeOffset now)
    {
        var round = await db.Set<Round>().Include(r => r.Acts).SingleAsync(r => r.Id == roundId);
        if (!round.Has(RoundActKind.BallotFrozen)) return new BallotNotFrozen();
        if (round.Has(RoundActKind.CodesConfirmed)) return new CodesAreConfirmed();
        if (VotingHours.TooLate(round, now, days: 0) is { } late) return late;
        if (round.PhaseAt(now) is not (Phase.Reviewing or Phase.OpeningDelayed)) return new NotFoundHere();
        var others = await db.Set<BallotBox>().Where(b => b.RoundId == roundId && (b.State == BoxState.Preparing || b.State == BoxState.Ready)).ToListAsync();
        var ids = others.Select(b => b.Id).ToList();
        if (await db.Set<Decision>().AnyAsync(d => d.Kind == DecisionKind.ConfirmCodes && ids.Contains(d.Subject) && d.CarriedAt == null && d.DroppedAt == null))
            return new CodesAreBeingConfirmed();
        foreach (var other in others) other.State = BoxState.Discarded;
        var box = new BallotBox { FundId = round.FundId, RoundId = roundId, Rights = rights, Plans = await db.Set<BallotPlan>().CountAsync(p => p.RoundId == roundId) };
        db.Add(box);
        return box;
    }

    private static (List<byte[]> Roll, List<(byte[] Tag, byte[] Content)> Slots) Fill(BallotBox box, KeyFolder folder)
    {
        var (seed, keys) = (folder.Seed(box.Id)!, folder.Keys(box.Id)!);
        var roll = new List<byte[]>(box.Rights);
        var slots = new List<(byte[], byte[])>(box.Rights);
        var empty = Slot.Empty(box.Plans).Write();
        for (var number = 1; number <= box.Rights; number++)
        {
            var code = VotingCode.Of(seed, number);
            roll.Add(keys.RollTag(code));
            slots.Add((keys.SlotTag(code), keys.Seal(keys.SlotTag(code), empty)));
        }
        return (roll, slots);
    }
}

public sealed record CodeCountOutside(int Most) : Refusal
{
    public override string? Field => "rights";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Codes come after the ballot: a slot is as long as the ballot has plans.</summary>
public sealed record BallotNotFrozen : Refusal;

public sealed record CodesAreConfirmed : Refusal;

/// <summary>A member proposed to confirm the present codes; a second must answer before others can be made.</summary>
public sealed record CodesAreBeingConfirmed : Refusal;

/// <summary>Another member made codes at the same moment; those count.</summary>
public sealed record CodesMadeByAnother : Refusal;
