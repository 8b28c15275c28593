using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>What an act that is proposed would do to the promise and to what arrived: which years become what, what lapses or counts again, what would have to go back.</summary>
internal static class ActOutcome
{
    public static async Task<IReadOnlyList<string>> Of(WijkfondsContext db, Guid agreement, AgreementAct act, Words words)
    {
        var own = await Schedules.Whole(db).SingleAsync(a => a.Id == agreement);
        var arrived = await Arrivals.Of(db, own.FundId);
        var all = await Schedules.Confirmed(db).Where(a => a.ContributorId == own.ContributorId).ToListAsync();
        Schedule Now() => Schedule.Of(all, earmark => arrived.GetValueOrDefault(earmark ?? own.Contributor.PartyId, Arrivals.None), act.Day);
        var before = Now();
        all.Single(a => a.Id == agreement).Acts.Add(act);
        var after = Now();

        var sentences = new List<string>();
        var changes = Of(before, agreement).Zip(Of(after, agreement), (was, becomes) => (becomes.Instalment, Was: was.Amount, Becomes: becomes.Amount)).ToList();
        var (less, more) = (changes.Where(c => c.Becomes < c.Was).ToList(), changes.Where(c => c.Becomes > c.Was).ToList());
        if (less.Count > 0) sentences.Add(words["agreement.outcome.lapses", Sum(less.Select(c => c.Was - c.Becomes)), words.Count("agreement.instalments", less.Count), less.Min(c => c.Instalment.DueOn)]);
        if (more.Count > 0) sentences.Add(words["agreement.outcome.counts-again", Sum(more.Select(c => c.Becomes - c.Was)), words.Count("agreement.instalments", more.Count), more.Min(c => c.Instalment.DueOn)]);
        if (less.Count + more.Count == 0) sentences.Add(words["agreement.outcome.nothing"]);
        if (after.Beyond > before.Beyond) sentences.Add(words[act.Kind is AgreementActKind.Finalised ? "agreement.outcome.back" : "agreement.outcome.ahead", after.Beyond - before.Beyond]);
        if (after.Beyond < before.Beyond) sentences.Add(words["agreement.outcome.no-longer-back", before.Beyond - after.Beyond]);
        return sentences;
    }

    private static IEnumerable<Term> Of(Schedule schedule, Guid agreement) => schedule.Terms.Where(t => t.Agreement.Id == agreement);

    private static Cents Sum(IEnumerable<Cents> amounts) => amounts.Aggregate(Cents.Zero, (sum, a) => sum + a);
}
