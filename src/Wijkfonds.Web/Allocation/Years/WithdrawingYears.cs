using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>Which years of one plan, by their numbers there, and why.</summary>
public sealed record WithdrawTerms(IReadOnlyList<int> Numbers, string Reason)
{
    public static WithdrawTerms Of(Decision decision) => JsonSerializer.Deserialize<WithdrawTerms>(decision.Terms)!;
}

/// <summary>Two members take back later years that are still conditional. What is a commitment is lowered as any other.</summary>
public sealed class WithdrawingYears(TellingYears telling) : IEffect
{
    public DecisionKind Kind => DecisionKind.WithdrawYears;

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => ChangingAward.MayDecide(db, decision.Subject, who);

    public Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) => ChangingAward.Plan(db, decision.Subject);

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var terms = WithdrawTerms.Of(decision);
        var rows = await db.Set<ConditionalYear>().AsNoTracking().Where(y => y.AwardId == decision.Subject && terms.Numbers.Contains(y.Number)).OrderBy(y => y.Year).ThenBy(y => y.Number).ToListAsync();
        return [.. rows.Select(y => words["year.explain.withdraw", y.Year.ToString(CultureInfo.InvariantCulture), y.Amount]), words["award.explain.reason", terms.Reason]];
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await ChangingAward.Find(db, decision.Subject) is not { } award) return new NotFoundHere();
        var terms = WithdrawTerms.Of(decision);
        var rows = await Rows(db, award.Id, terms.Numbers);
        if (rows.Refused) return rows.Refusal;
        foreach (var row in rows.Value.All) (row.EndedAt, row.End) = (now, YearEnd.Withdrawn);
        await telling.Ended(db, now, award, rows.Value.All, terms.Reason);
        return null;
    }

    /// <summary>The years with these numbers, where all of them still wait.</summary>
    internal static async Task<Outcome<WaitingYears>> Rows(WijkfondsContext db, Guid award, IReadOnlyList<int> numbers)
    {
        var rows = await db.Set<ConditionalYear>().Where(y => y.AwardId == award && numbers.Contains(y.Number)).OrderBy(y => y.Year).ThenBy(y => y.Number).ToListAsync();
        return rows.Count == 0 || rows.Count != numbers.Distinct().Count() || rows.Any(r => !r.Waits) ? new YearIsSettled() : new WaitingYears(rows);
    }
}

/// <summary>Years of one plan that are still conditional.</summary>
internal sealed record WaitingYears(IReadOnlyList<ConditionalYear> All);
