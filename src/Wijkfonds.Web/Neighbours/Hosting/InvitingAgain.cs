using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours.Hosting;

/// <summary>A seat of the first three that nobody took yet.</summary>
public sealed record Unanswered(Guid Seat, string Fund, Post Post, string Email, DateTimeOffset InvitedAt);

/// <summary>
/// The mail of the first run, sent once more, to a corrected address if need be. Only until two members sit: from then on
/// the alliance fills its seats itself, and whoever runs the machine has no say in it.
/// </summary>
public sealed class InvitingAgain(Outbox outbox, PublicAddress address, Work work)
{
    /// <summary>What waits, in order of fund and seat; nothing once an alliance can decide for itself.</summary>
    public static async Task<IReadOnlyList<Unanswered>> Waiting(WijkfondsContext db, DateTimeOffset now)
    {
        var seats = db.Set<Seat>().IgnoreQueryFilters().Where(s => s.Body == Body.Alliance && s.From <= now && now < s.Until);
        return await (
            from invitation in db.Set<Invitation>().IgnoreQueryFilters()
            join seat in seats on invitation.SeatId equals seat.Id
            join fund in db.Set<Fund>() on invitation.FundId equals fund.Id
            where invitation.AcceptedAt == null && seat.AccountId == null && seats.Count(s => s.FundId == fund.Id && s.AccountId != null) < Deciding.EyesNeeded
            orderby fund.Slug, seat.Number
            select new Unanswered(seat.Id, fund.Name, seat.Post, invitation.Email, invitation.InvitedAt)).ToListAsync();
    }

    public async Task<Outcome<Invitation>> Send(Guid host, Guid seat, string? typed, DateTimeOffset now)
    {
        var email = Passwords.ReadEmail(typed, "email");
        if (email.Refused) return email.Refusal;
        return await work.Run<Invitation>(null, async db =>
        {
            if ((await Waiting(db, now)).SingleOrDefault(w => w.Seat == seat) is not { } waiting) return new NotFoundHere();
            var before = await db.Set<Invitation>().Where(i => i.SeatId == seat).ToListAsync();
            var fund = await db.Set<Fund>().SingleAsync(f => f.Id == before[0].FundId);
            var others = await db.Set<Invitation>().Where(i => i.FundId == fund.Id && i.SeatId != seat).Select(i => i.Email).ToListAsync();
            var own = await db.Set<Account>().Where(a => a.Id == host).Select(a => a.Email).SingleAsync();
            if (others.Append(own).Any(o => string.Equals(o, email.Value, StringComparison.OrdinalIgnoreCase))) return new SamePersonTwice { At = "email" };
            // The earlier link opens nothing from now on.
            db.RemoveRange(before);
            var token = Invitation.NewToken();
            var fresh = new Invitation
            {
                FundId = fund.Id, SeatId = seat, Email = email.Value, TokenHash = Invitation.Hash(token), InvitedAt = now, Until = now + Invitation.Lasts,
            };
            db.Add(fresh);
            await outbox.WriteTo(db, now, fund.Id, $"invitation/{seat:N}/{fresh.TokenHash[..16]}", email.Value, fund.Language,
                waiting.Post == Post.Treasurer ? "seat-treasurer" : "seat-member", true, fund.Name, address.Of(fund, $"/uitnodiging?code={token}"));
            return fresh;
        });
    }
}
