using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>An earmark whose euros are set apart for a section.</summary>
public sealed record Inside(Earmark Earmark, string Giver, Section Section, Cents Reserved);

/// <summary>A plan beside an earmark of its section: what is thought of it, and what people said.</summary>
public sealed record PlanFit(Proposal Plan, PlanText Text, Inside In, Fit Fit, IReadOnlyList<EarmarkWord> Words);

/// <summary>Which earmarked euros are in the sections of a round, and whether the plans there fit them.</summary>
public static class SectionEarmarks
{
    /// <summary>In order of section, then of layers.</summary>
    public static async Task<IReadOnlyList<Inside>> Of(WijkfondsContext db, Round round)
    {
        var inside = new List<Inside>();
        foreach (var section in round.Sections.OrderBy(s => s.Number))
            foreach (var layer in (await Layers.On(db, round.FundId, LedgerAccount.Reserved, section.Id)).Where(l => l.Layer.IsBound))
            {
                var earmark = await db.Set<Earmark>().AsNoTracking().Include(e => e.Places).Include(e => e.Contributor.Party).SingleAsync(e => e.Id == layer.Layer.Reference);
                inside.Add(new(earmark, earmark.Contributor.Party.Name, section, layer.Amount));
            }
        return inside;
    }

    /// <summary>Each plan that is in the running beside each earmark of its section, in order of section, layer and plan number.</summary>
    public static async Task<IReadOnlyList<PlanFit>> Fits(WijkfondsContext db, Round round, Guid? plan = null)
    {
        var inside = await Of(db, round);
        if (inside.Count == 0) return [];
        var sections = inside.Select(i => i.Section.Id).ToList();
        var plans = (await db.Set<Proposal>().AsNoTracking().Include(p => p.Costs).Include(p => p.Acts).AsSplitQuery()
            .Where(p => p.RoundId == round.Id && p.Number != null && p.SectionId != null && sections.Contains(p.SectionId.Value) && (plan == null || p.Id == plan)).OrderBy(p => p.Number).ToListAsync())
            .Where(p => p.LastAct?.Kind is not (ProposalActKind.Refused or ProposalActKind.Withdrawn)).ToList();
        var ids = plans.Select(p => p.Id).ToList();
        var versions = (await db.Set<ProposalVersion>().AsNoTracking().Where(v => ids.Contains(v.ProposalId)).ToListAsync()).GroupBy(v => v.ProposalId).ToDictionary(g => g.Key, g => g.MaxBy(v => v.Number)!.Text);
        var words = (await db.Set<EarmarkWord>().AsNoTracking().Where(w => ids.Contains(w.ProposalId)).ToListAsync()).ToLookup(w => (w.EarmarkId, w.ProposalId));
        return [.. inside.SelectMany(i => plans.Where(p => p.SectionId == i.Section.Id).Select(p =>
        {
            var text = versions.TryGetValue(p.Id, out var sent) ? PlanText.Read(sent) : PlanText.Of(p, round);
            IReadOnlyList<EarmarkWord> said = [.. words[(i.Earmark.Id, p.Id)].OrderBy(w => w.Order)];
            return new PlanFit(p, text, i, EarmarkFit.Of(i.Earmark, text, round.LastDay()).With(said), said);
        }))];
    }

    /// <summary>Why the ballot cannot be frozen with this money in these sections; null when every admitted plan fits.</summary>
    public static async Task<Refusal?> Prevents(WijkfondsContext db, Round round) =>
        (await Fits(db, round)).FirstOrDefault(f => f.Plan.IsAdmitted && f.Fit.Fits is not true) is { } misfit
            ? misfit.Fit.Fits is null
                ? new PlanNotJudged(misfit.Plan.Number!.Value, misfit.In.Earmark.Name, misfit.In.Giver)
                : new PlanOutsideEarmark(misfit.Plan.Number!.Value, misfit.In.Earmark.Name, misfit.In.Giver, misfit.In.Section.Name)
            : null;
}

/// <summary>A plan on the ballot does not satisfy an earmark whose euros are in its section.</summary>
public sealed record PlanOutsideEarmark(int Plan, string Earmark, string Giver, string Section) : Refusal;

/// <summary>A program cannot tell whether a plan satisfies an earmark, and no member said so.</summary>
public sealed record PlanNotJudged(int Plan, string Earmark, string Giver) : Refusal;
