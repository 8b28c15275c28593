using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>An earmark whose euros are set apart for a section; after the count what was, before any award.</summary>
public sealed record Inside(Earmark Earmark, string Giver, Section Section, Cents Reserved)
{
    /// <summary>Where it stands on the page of its round.</summary>
    public string Anchor => string.Create(CultureInfo.InvariantCulture, $"onderdeel-{Section.Number}-oormerk-{Earmark.Contributor.Number}-{Earmark.Number}");
}

/// <summary>A plan beside an earmark of its section: what is thought of it, and what people said.</summary>
public sealed record PlanFit(Proposal Plan, PlanText Text, Inside In, Fit Fit, IReadOnlyList<EarmarkWord> Words)
{
    public string Anchor => string.Create(CultureInfo.InvariantCulture, $"{In.Anchor}-plan-{Plan.Number}");
}

/// <summary>Which earmarked euros are in the sections of a round, and whether the plans there fit them.</summary>
public static class SectionEarmarks
{
    /// <summary>In order of section, then of layers.</summary>
    public static async Task<IReadOnlyList<Inside>> Of(WijkfondsContext db, Round round)
    {
        var inside = new List<Inside>();
        foreach (var section in round.Sections.OrderBy(s => s.Number))
            foreach (var layer in (await Layers.SetApart(db, round.FundId, section.Id)).Where(l => l.Layer.IsBound))
            {
                var earmark = await db.Set<Earmark>().AsNoTracking().Include(e => e.Places).Include(e => e.Lists).Include(e => e.Contributor.Party).AsSplitQuery().SingleAsync(e => e.Id == layer.Layer.Reference);
                inside.Add(new(earmark, earmark.Contributor.Party.Name, section, layer.Amount));
            }
        return inside;
    }

    /// <summary>Each plan that is in the running beside each earmark of its section, in order of section, layer and plan number.</summary>
    public static async Task<IReadOnlyList<PlanFit>> Fits(WijkfondsContext db, Round round)
    {
        var inside = await Of(db, round);
        if (inside.Count == 0) return [];
        var sections = inside.Select(i => i.Section.Id).ToList();
        var plans = (await db.Set<Proposal>().AsNoTracking().Include(p => p.Costs).Include(p => p.Acts).AsSplitQuery()
            .Where(p => p.RoundId == round.Id && p.Number != null && p.SectionId != null && sections.Contains(p.SectionId.Value)).OrderBy(p => p.Number).ToListAsync())
            .Where(p => p.LastAct?.Kind is not (ProposalActKind.Refused or ProposalActKind.Withdrawn)).ToList();
        return await Beside(db, round, [.. inside.SelectMany(i => plans.Where(p => p.SectionId == i.Section.Id).Select(p => (i, p)))]);
    }

    /// <summary>One plan beside the earmarked money of every section of its round: where it is, and where it could go.</summary>
    /// <param name="plan">With its round, costs and acts.</param>
    public static async Task<IReadOnlyList<PlanFit>> FitsAnywhere(WijkfondsContext db, Proposal plan) =>
        await Beside(db, plan.Round, [.. (await Of(db, plan.Round)).Select(i => (i, plan))]);

    /// <summary>The same, only in the section where the plan is.</summary>
    public static async Task<IReadOnlyList<PlanFit>> FitsOf(WijkfondsContext db, Proposal plan) =>
        [.. (await FitsAnywhere(db, plan)).Where(f => f.In.Section.Id == plan.SectionId)];

    /// <summary>What has to be mended before the ballot can be frozen with this money in these sections.</summary>
    public static async Task<IReadOnlyList<PlanFit>> Misfits(WijkfondsContext db, Round round) =>
        [.. (await Fits(db, round)).Where(f => f.Plan.IsAdmitted && f.Fit.Fits is not true)];

    /// <summary>Why the ballot cannot be frozen; null when every admitted plan fits.</summary>
    public static async Task<Refusal?> Prevents(WijkfondsContext db, Round round) =>
        (await Misfits(db, round)).FirstOrDefault() is { } misfit
            ? misfit.Fit.Fits is null
                ? new PlanNotJudged(misfit.Plan.Number!.Value, misfit.In.Earmark.Name, misfit.In.Giver)
                : new PlanOutsideEarmark(misfit.Plan.Number!.Value, misfit.In.Earmark.Name, misfit.In.Giver, misfit.In.Section.Name)
            : null;

    private static async Task<IReadOnlyList<PlanFit>> Beside(WijkfondsContext db, Round round, IReadOnlyList<(Inside In, Proposal Plan)> pairs)
    {
        if (pairs.Count == 0) return [];
        var ids = pairs.Select(p => p.Plan.Id).Distinct().ToList();
        var versions = (await db.Set<ProposalVersion>().AsNoTracking().Where(v => ids.Contains(v.ProposalId)).ToListAsync()).GroupBy(v => v.ProposalId).ToDictionary(g => g.Key, g => g.MaxBy(v => v.Number)!.Text);
        var words = (await db.Set<EarmarkWord>().AsNoTracking().Where(w => ids.Contains(w.ProposalId)).ToListAsync()).ToLookup(w => (w.EarmarkId, w.ProposalId));
        var frozen = round.Act(RoundActKind.BallotFrozen)?.At;
        return [.. pairs.Select(pair =>
        {
            var (inside, plan) = pair;
            var text = versions.TryGetValue(plan.Id, out var sent) ? PlanText.Read(sent) : PlanText.Of(plan, round);
            IReadOnlyList<EarmarkWord> said = [.. words[(inside.Earmark.Id, plan.Id)].OrderBy(w => w.Order)];
            var fit = EarmarkFit.Of(inside.Earmark, text, round.LastDay(), frozen).With(said, inside.Earmark.ListAt(frozen)?.ConfirmedAt);
            return new PlanFit(plan, text, inside, fit, said);
        })];
    }
}

/// <summary>A plan on the ballot does not satisfy an earmark whose euros are in its section.</summary>
public sealed record PlanOutsideEarmark(int Plan, string Earmark, string Giver, string Section) : Refusal;

/// <summary>A program cannot tell whether a plan satisfies an earmark, and no member said so.</summary>
public sealed record PlanNotJudged(int Plan, string Earmark, string Giver) : Refusal;
