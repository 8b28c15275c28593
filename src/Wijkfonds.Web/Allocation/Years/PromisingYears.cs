using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Years;

public sealed record YearTerm(int Year, long Cents)
{
    public Cents Amount => new(Cents);
}

/// <summary>How much for which later years, and why.</summary>
public sealed record YearTerms(IReadOnlyList<YearTerm> Years, string Reason)
{
    public static YearTerms Of(Decision decision) => JsonSerializer.Deserialize<YearTerms>(decision.Terms)!;
}

/// <summary>Two members promise later years to a plan that won, on pledges not yet received. Nothing is booked.</summary>
public sealed class PromisingYears(TellingYears telling) : IEffect
{
    public DecisionKind Kind => DecisionKind.PromiseYears;

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => ChangingAward.MayDecide(db, decision.Subject, who);

    public Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) => ChangingAward.Plan(db, decision.Subject);

    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var terms = YearTerms.Of(decision);
        return Task.FromResult<IReadOnlyList<string>>([.. terms.Years.Select(y => words["year.explain.promise", y.Year.ToString(CultureInfo.InvariantCulture), y.Amount]),
            words["year.explain.conditional"], words["award.explain.reason", terms.Reason]]);
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await ChangingAward.Find(db, decision.Subject) is not { } award) return new NotFoundHere();
        var terms = YearTerms.Of(decision);
        if (await Bars(db, award, await Book.Today(db, now, award.FundId), terms.Years) is { } bar) return bar;
        var last = await db.Set<ConditionalYear>().Where(y => y.AwardId == award.Id).MaxAsync(y => (int?)y.Number) ?? 0;
        var rows = terms.Years.OrderBy(y => y.Year).Select((y, i) => new ConditionalYear
        {
            FundId = award.FundId, AwardId = award.Id, Number = last + i + 1, Year = y.Year, Amount = y.Amount, DecidedAt = now, Decision = decision.Number,
        }).ToList();
        db.AddRange(rows);
        await telling.Promised(db, now, award, rows, terms.Reason);
        return null;
    }

    /// <summary>Why these years cannot be promised to this plan on a day; null when they can.</summary>
    internal static async Task<Refusal?> Bars(WijkfondsContext db, Award award, DateOnly today, IReadOnlyList<YearTerm> years)
    {
        if (award.ClosedAt is not null) return new AwardIsClosed();
        if (await IsHandedBack(db, award)) return new AwardHandedBack();
        var rooms = await YearRoom.Of(db, award.FundId, today, award.ProposalId);
        foreach (var year in years)
        {
            var text = year.Year.ToString(CultureInfo.InvariantCulture);
            if (year.Amount <= Cents.Zero) return new AmountNotPositive();
            if (rooms.SingleOrDefault(r => r.Year == year.Year) is not { } room)
                return new YearNotAhead(rooms[0].Year.ToString(CultureInfo.InvariantCulture), rooms[^1].Year.ToString(CultureInfo.InvariantCulture));
            if (year.Amount > room.Room) return new YearNotCovered(text, year.Amount, room.Room, room.Pledged, room.Conditional);
        }
        return null;
    }

    /// <summary>Nothing is left of what was promised, and nothing stayed with the team.</summary>
    internal static async Task<bool> IsHandedBack(WijkfondsContext db, Award award) =>
        await Funds.Pot.LeftOf(db, award.Id) == Cents.Zero && (await Book.PaidOf(db, award.FundId, award.Id)).Sum() == Cents.Zero;
}
