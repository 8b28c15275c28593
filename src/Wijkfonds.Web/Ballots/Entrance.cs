using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>Who came in with a code: the right, and whether a ballot is in the box already. Never what it says.</summary>
public sealed record Admission(Right Right, Guid RoundId, byte[] Upon, Receipt? InBox);

/// <summary>From what a person types to a right in a vote that is open now.</summary>
public sealed class Entrance(KeyFolder folder, WrongCodes wrong)
{
    public async Task<Outcome<Admission>> Enter(WijkfondsContext db, DateTimeOffset arrival, string? typed, string client)
    {
        var boxes = await db.Set<BallotBox>().AsNoTracking().Where(b => b.State == BoxState.Ready).OrderBy(b => b.Id).ToListAsync();
        var rounds = await db.Set<Round>().AsNoTracking().Include(r => r.Acts).OrderBy(r => r.Number).ToListAsync();
        if (boxes.Count == 0) return NothingOpen(rounds, arrival);
        if (VotingCode.Read(typed) is not { } code) return wrong.Note(client, arrival, new MistypedCode());
        var missing = false;
        Refusal? shut = null;
        foreach (var box in boxes)
        {
            if (folder.Keys(box.Id) is not { } keys)
            {
                missing = true;
                continue;
            }
            var right = new Right(box.Id, keys.RollTag(code), keys.SlotTag(code));
            var tables = new BoxTables(db, box.Id);
            var round = rounds.Single(r => r.Id == box.RoundId);
            byte[]? content;
            try
            {
                content = await tables.IsUsed(right.RollTag) is null ? null : await tables.Content(right.SlotTag);
            }
            catch (DbException)
            {
                // Sealing, or newer codes, took the tables away at this very moment: that is no wrong code.
                shut ??= VotingHours.Closed(round, arrival);
                continue;
            }
            if (content is null) continue;
            if (VotingHours.Closed(round, arrival) is { } closed) return closed;
            var slot = Slot.Read(keys.Open(right.SlotTag, content));
            return new Admission(right, box.RoundId, slot.Nonce, slot.IsCast ? slot.Receipt : null);
        }
        // It may well be a good code of the box that we cannot look into.
        return shut ?? (missing ? new KeysAreMissing() : wrong.Note(client, arrival, new UnknownCode()));
    }

    /// <summary>The vote that is nearest: the next one to open, else the last one that closed.</summary>
    private static Refusal NothingOpen(IReadOnlyList<Round> rounds, DateTimeOffset now)
    {
        var told = rounds.Where(r => r.PhaseAt(now) is not (Phase.Draft or Phase.Cancelled)).ToList();
        if (told.Find(r => r.PhaseAt(now) == Phase.OpeningDelayed) is { } delayed) return new VotingDelayed(delayed.VotingOpens);
        if (told.Where(r => r.PhaseAt(now) < Phase.Voting).MinBy(r => r.VotingOpens.Instant) is { } next) return new VotingNotOpenYet(next.VotingOpens);
        return told.Where(r => r.PhaseAt(now) > Phase.Voting).MaxBy(r => r.VotingCloses.Instant) is { } last ? new VotingIsOver(last.VotingCloses) : new NoVoteNow();
    }
}
