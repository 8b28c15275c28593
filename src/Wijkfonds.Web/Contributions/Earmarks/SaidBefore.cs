using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>Money with an earmark that was taken out of a section, as two members decided.</summary>
/// <param name="Plans">The numbers of the plans that did not fit when it was proposed; none in what was decided before they were kept.</param>
public sealed record TakenOut(DateTimeOffset At, string About, IReadOnlyList<int> Plans);

/// <summary>What was said about one plan, which no longer stands beside that money.</summary>
public sealed record SaidAbout(Proposal Plan, string Title, IReadOnlyList<EarmarkWord> Words);

/// <summary>
/// What was said in a round about an earmark and plans that do not stand beside each other any more, because the money was
/// taken out or the plan left its section. It was said in public, so it stays public, with what followed.
/// </summary>
public sealed record SaidBefore(Earmark Earmark, IReadOnlyList<TakenOut> Out, IReadOnlyList<SaidAbout> Plans)
{
    public string Anchor => string.Create(CultureInfo.InvariantCulture, $"eerder-{Earmark.Contributor.Number}-{Earmark.Number}");

    /// <summary>In order of contributor and earmark; within one by when it was taken out, and by plan number.</summary>
    /// <param name="now">The plans that stand beside earmarked money now.</param>
    /// <param name="only">What was said about this plan; null is about all of the round.</param>
    public static async Task<IReadOnlyList<SaidBefore>> Of(WijkfondsContext db, Round round, IReadOnlyList<PlanFit> now, Guid? only = null)
    {
        var beside = now.Select(f => (f.In.Earmark.Id, f.Plan.Id)).ToHashSet();
        var plans = await db.Set<Proposal>().AsNoTracking().Where(p => p.RoundId == round.Id && p.Number != null && (only == null || p.Id == only)).ToDictionaryAsync(p => p.Id);
        var ids = plans.Keys.ToList();
        var words = (await db.Set<EarmarkWord>().AsNoTracking().Where(w => ids.Contains(w.ProposalId)).ToListAsync())
            .Where(w => !beside.Contains((w.EarmarkId, w.ProposalId))).ToLookup(w => w.EarmarkId);
        // As it was sent in last: what its maker typed since is not public.
        var spoken = words.SelectMany(w => w).Select(w => w.ProposalId).ToHashSet();
        var titles = (await db.Set<ProposalVersion>().AsNoTracking().Where(v => spoken.Contains(v.ProposalId)).ToListAsync())
            .GroupBy(v => v.ProposalId).ToDictionary(g => g.Key, g => PlanText.Read(g.MaxBy(v => v.Number)!.Text).Title);
        var sections = round.Sections.Select(s => s.Id).ToList();
        var taken = (await db.Set<Decision>().AsNoTracking().Where(d => d.Kind == DecisionKind.TakeOutEarmark && sections.Contains(d.Subject) && d.CarriedAt != null).OrderBy(d => d.CarriedAt).ToListAsync())
            .Select(d => (Terms: OutTerms.Read(d.Terms), Decision: d)).ToLookup(d => d.Terms.Earmark);
        var about = words.Select(w => w.Key).Concat(only is null ? taken.Select(t => t.Key) : []).Distinct().ToList();
        var earmarks = await db.Set<Earmark>().AsNoTracking().Include(e => e.Contributor.Party).Where(e => about.Contains(e.Id)).OrderBy(e => e.Contributor.Number).ThenBy(e => e.Number).ToListAsync();
        return [.. earmarks.Select(e => new SaidBefore(e,
            [.. taken[e.Id].Select(t => new TakenOut(t.Decision.CarriedAt!.Value, t.Decision.About, t.Terms.Plans ?? []))],
            [.. words[e.Id].GroupBy(w => w.ProposalId).Select(g => new SaidAbout(plans[g.Key], titles.GetValueOrDefault(g.Key) ?? plans[g.Key].Title, [.. g.OrderBy(w => w.Order)])).OrderBy(p => p.Plan.Number)]))];
    }
}
