using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>Which right, which slot: what a code comes to. The code itself is not kept anywhere.</summary>
public sealed record Right(Guid Box, byte[] RollTag, byte[] SlotTag);

/// <summary>A filled-in ballot as it comes in.</summary>
/// <param name="Nonce">Of this last step: the same one twice is the same ballot.</param>
/// <param name="Upon">The nonce of the ballot that was in the box when the code was typed; zeros when there was none.</param>
public sealed record BallotForm(byte[] Nonce, byte[] Upon, IReadOnlyCollection<int> Chosen);

/// <summary>
/// The rule of casting, inside one serializable transaction that reads the seal. Everything that an acknowledged ballot
/// promises is decided here: arrival in time, box not shut, one right, one slot, no older form over a newer ballot.
/// </summary>
public sealed class Booth
{
    private readonly BallotBox box;
    private readonly BoxKeys? keys;
    private readonly Round round;
    private readonly BallotSheet sheet;
    private readonly BoxTables tables;

    private Booth(WijkfondsContext db, BallotBox box, BoxKeys? keys, Round round, BallotSheet sheet) =>
        (this.box, this.keys, this.round, this.sheet, tables) = (box, keys, round, sheet, new BoxTables(db, box.Id));

    /// <summary>Reads seal, timetable and acts in the transaction of <paramref name="db"/>, so that sealing at the same moment is a conflict.</summary>
    public static async Task<Outcome<Booth>> Open(WijkfondsContext db, KeyFolder folder, Guid boxId)
    {
        if (await db.Set<BallotBox>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == boxId) is not { } box) return new NotFoundHere();
        var round = await db.Set<Round>().AsNoTracking().Include(r => r.Acts).SingleAsync(r => r.Id == box.RoundId);
        if (await BallotSheet.Of(db, round.Id) is not { } sheet) return new NotFoundHere();
        return new Booth(db, box, folder.Keys(boxId), round, sheet);
    }

    /// <param name="arrival">The server's clock at the start of the request.</param>
    public async Task<Outcome<Receipt>> Cast(DateTimeOffset arrival, Right right, BallotForm form)
    {
        if (VotingHours.Closed(round, arrival) is { } closed) return closed;
        if (box.State != BoxState.Ready) return new BoxIsShut(round.VotingCloses);
        if (keys is null) return new KeysAreMissing();
        if (form.Nonce.Length != Slot.NonceBytes || form.Upon.Length != Slot.NonceBytes) return new StaleBallotForm();
        if (sheet.Check(form.Chosen) is { } refusal) return refusal;
        try
        {
            return await Put(right, form, keys);
        }
        catch (DbException exception) when (exception is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable })
        {
            // Sealing dropped the tables between our reading of the seal and our writing.
            return new BoxIsShut(round.VotingCloses);
        }
    }

    private async Task<Outcome<Receipt>> Put(Right right, BallotForm form, BoxKeys keys)
    {
        await tables.ByKeyOnly();
        if (await tables.IsUsed(right.RollTag) is not { } used || await tables.Content(right.SlotTag) is not { } content) return new UnknownCode();
        var marks = sheet.Mark(form.Chosen);
        var now = Slot.Read(keys.Open(right.SlotTag, content));
        if (now.IsCast && now.HasNonce(form.Nonce) && now.Marks.SequenceEqual(marks)) return now.Receipt;
        if (!now.HasNonce(form.Upon)) return new StaleBallotForm();
        var slot = new Slot(true, form.Nonce, Receipt.Draw(), marks);
        await tables.Put(right.SlotTag, keys.Seal(right.SlotTag, slot.Write()));
        if (!used) await tables.MarkUsed(right.RollTag);
        return slot.Receipt;
    }
}

/// <summary>A newer ballot of this code is in the box than the one this form was opened upon.</summary>
public sealed record StaleBallotForm : Refusal;

/// <summary>The box is open, but its keys are not in the key folder: after a restore, or on a server that does not share the folder.</summary>
public sealed record KeysAreMissing : Refusal
{
    public override string? Field => "code";
    public override int Status => StatusCodes.Status503ServiceUnavailable;
}

/// <summary>The box was sealed before this ballot could go in. It is not counted, and was never acknowledged.</summary>
public sealed record BoxIsShut(Deadline Closed) : Refusal;
