using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Alliance;

/// <summary>Two members fill or vacate a seat. A term that ends stays as a row; a new one begins. A money post is told to all members.</summary>
public sealed class FillingSeat(Outbox outbox) : IEffect
{
    public DecisionKind Kind => DecisionKind.FillSeat;

    public static async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, SeatFilling filling, Words words)
    {
        if (!who.IsMember) return new NotFoundHere();
        if (await filling.Check(db, now) is { } refusal) return refusal;
        var subject = filling.Account ?? (await Held(db, filling, now))!.Id;
        var about = filling.Number == 0 ? words["seat.about.new", filling.Body] : words["seat.about", filling.Body, filling.Number];
        return await deciding.Propose(db, who, now, DecisionKind.FillSeat, subject, about, "/bureau/zetels", JsonSerializer.Serialize(filling));
    }

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) =>
        Task.FromResult(Terms(decision) is var filling && filling.Account == who.AccountId ? new NotForYourself()
            : filling.Post == Post.Treasurer ? Treasury.BarConfirming(who) : null);

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var filling = Terms(decision);
        if (filling.IsVacating) return [words["seat.explain.vacate", filling.Body, filling.Number]];
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == filling.Account);
        List<string> sentences =
        [
            words["seat.explain.fill", Name(account, words), account?.Email ?? "", filling.Body, words.Day(filling.Until)],
            filling.Origin == SeatOrigin.Organisation ? words["seat.for", filling.Organisation] : words[$"SeatOrigin.{filling.Origin}"],
        ];
        if (filling.Post != Post.Member) sentences.Add(words[$"seat.explain.{filling.Post}"]);
        return sentences;
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        var filling = Terms(decision);
        if (await filling.Check(db, now) is { } refusal) return refusal;
        if (filling.IsVacating)
        {
            // Whoever came on that number since is not the one this was about.
            if (await Held(db, filling, now) is not { AccountId: { } holder } held || held.Id != decision.Subject) return new SeatIsVacant();
            held.Until = now;
            if (held.Body == Body.Alliance) await Deciding.DropOf(db, now, holder);
            return null;
        }
        if (await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == filling.Account) is not { } account) return new NotFoundHere();
        // A seat that stood vacant within its term ends here, so that one number has one row at a time.
        foreach (var vacant in await db.Set<Seat>().Where(s => s.Body == filling.Body && s.Number == filling.Number && s.AccountId == null && s.Until > now).ToListAsync())
            vacant.Until = now;
        var seat = new Seat
        {
            FundId = decision.FundId, Body = filling.Body, Origin = filling.Origin, Post = filling.Post, Organisation = filling.Organisation,
            Number = filling.Number != 0 ? filling.Number : 1 + (await db.Set<Seat>().Where(s => s.Body == filling.Body).MaxAsync(s => (int?)s.Number) ?? 0),
            AccountId = account.Id, PublicName = account.PublicName, From = now, Until = filling.Until,
        };
        db.Add(seat);
        if (filling.Post == Post.Treasurer) await Tell(db, seat, account, now);
        return null;
    }

    /// <summary>Whoever gets power over money, everyone in the alliance hears it: a quiet grant would be the first step of a theft.</summary>
    private async Task Tell(WijkfondsContext db, Seat seat, Account treasurer, DateTimeOffset now)
    {
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == seat.FundId);
        foreach (var member in (await SeatHolders.Of(db, fund.Id, now, SeatHolders.Members)).Append(treasurer).DistinctBy(m => m.Id))
            await outbox.Write(db, now, seat.FundId, $"money-post/{seat.Id}/{member.Id}", member, "money-post", fund.Name, treasurer.PublicName);
    }

    private static Task<Seat?> Held(WijkfondsContext db, SeatFilling filling, DateTimeOffset now) => db.Set<Seat>().SingleOrDefaultAsync(
        s => s.Body == filling.Body && s.Number == filling.Number && s.AccountId != null && s.From <= now && now < s.Until);

    private static string Name(Account? account, Words words) => account is { PublicName.Length: > 0 } ? account.PublicName : words["seat.nameless"];

    private static SeatFilling Terms(Decision decision) => JsonSerializer.Deserialize<SeatFilling>(decision.Terms)!;
}
