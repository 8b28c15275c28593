using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Ballots;

/// <summary>Two members say that all codes are printed. From then on nobody sees them again; <see cref="KeyDestruction"/> takes the seed away.</summary>
public sealed class CodeConfirming : IEffect
{
    public DecisionKind Kind => DecisionKind.ConfirmCodes;

    public async Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) =>
        await db.Set<BallotBox>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == decision.Subject) is not { } box ? new NotFoundHere()
        : box.State != BoxState.Ready ? new CodesMadeByAnother() : await TooLate(db, box, decision.ProposedAt);

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words) =>
        await db.Set<BallotBox>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == decision.Subject) is { } box
            ? [words["codes.made", box.Rights], words["codes.confirm.text"]] : [];

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        var box = await db.Set<BallotBox>().SingleAsync(b => b.Id == decision.Subject);
        return await Confirm(db, box, now, who.AccountId);
    }

    /// <summary>The rule itself; demonstrations call it for rounds of the past.</summary>
    public static async Task<Refusal?> Confirm(WijkfondsContext db, BallotBox box, DateTimeOffset now, Guid? by)
    {
        if (box.State != BoxState.Ready) return new CodesMadeByAnother();
        if (await db.Set<RoundAct>().AnyAsync(a => a.RoundId == box.RoundId && a.Kind == RoundActKind.CodesConfirmed)) return new CodesAreConfirmed();
        if (await TooLate(db, box, now) is { } late) return late;
        db.Add(new RoundAct
        {
            FundId = box.FundId, RoundId = box.RoundId, Kind = RoundActKind.CodesConfirmed, At = now, AccountId = by,
            Note = box.Rights.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
        return null;
    }

    private static async Task<Refusal?> TooLate(WijkfondsContext db, BallotBox box, DateTimeOffset now) =>
        VotingHours.TooLate(await db.Set<Round>().SingleAsync(r => r.Id == box.RoundId), now);
}
