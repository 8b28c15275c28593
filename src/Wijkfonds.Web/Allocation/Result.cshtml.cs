using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Web.Allocation;

/// <summary>The result: what won against the budget, every plan with its reason, how it was counted and how to count again.</summary>
[AllowAnonymous]
public sealed class ResultModel : ResultPage
{
    public IReadOnlyList<SectionResult> Results { get; private set; } = [];
    /// <summary>What each result means, by result; none in the few moments before they are computed.</summary>
    public IReadOnlyDictionary<Guid, Figures> Figures { get; private set; } = new Dictionary<Guid, Figures>();
    public IReadOnlyDictionary<Guid, Award> Awards { get; private set; } = new Dictionary<Guid, Award>();
    /// <summary>How many codes there were; null where that is not known.</summary>
    public int? Rights { get; private set; }
    /// <summary>What a member proposed and a second one has not signed yet; only members see it.</summary>
    public DecisionLine? Waiting { get; private set; }
    /// <summary>The decision that confirmed or annulled it, with the names of both members.</summary>
    public DecisionLine? Carried { get; private set; }

    /// <summary>The earmarked euros of each section and what becomes of them.</summary>
    public IReadOnlyList<BoundShare> Bound { get; private set; } = [];

    public long Ballots => Results.Select(r => r.Ballots).DefaultIfEmpty().Max();
    public int Winners => Results.Sum(r => r.Elected.Count());
    public Shared.Cents Spent => Results.Aggregate(Shared.Cents.Zero, (sum, r) => sum + r.Spent);
    public Shared.Cents Left => Results.Aggregate(Shared.Cents.Zero, (sum, r) => sum + r.Left);
    public bool IsAnnulled => IsCounted && Round.Has(RoundActKind.Cancelled);
    public bool IsConfirmed => Round.Has(RoundActKind.Confirmed);
    public bool AwaitsConfirmation => IsCounted && ConfirmResult.Bars(Round) is null;

    public string Turnout => Rights is > 0 and var rights
        ? T["result.turnout", Ballots, rights, ((decimal)Ballots / rights * 100).ToString("0.#", CultureInfo.GetCultureInfo("nl-NL"))] : "";

    public async Task<IActionResult> OnGet(int number)
    {
        if (!await Load(number)) return NotFound();
        if (!IsCounted) return Page();
        Results = await Db.Results(Round.Id);
        if (!IsAnnulled) Bound = await BoundShare.Of(Db, Round, Results);
        var counted = Results.Select(r => r.Id).ToList();
        Figures = await Db.Set<SectionFigures>().AsNoTracking().Where(f => counted.Contains(f.SectionResultId)).ToDictionaryAsync(f => f.SectionResultId, f => Allocation.Figures.Read(f.Text));
        var plans = Results.SelectMany(r => r.Plans).Select(p => p.Plan.ProposalId).ToList();
        Awards = await Db.Set<Award>().AsNoTracking().Where(a => plans.Contains(a.ProposalId)).ToDictionaryAsync(a => a.ProposalId);
        Rights = await Db.Set<BallotBox>().Where(b => b.RoundId == Round.Id && b.Used != null).Select(b => (int?)b.Rights).FirstOrDefaultAsync();
        var decisions = (await DecisionLine.Query(Db).Where(d => d.Kind == DecisionKind.ConfirmResult && d.Subject == Round.Id && d.DroppedAt == null)
            .OrderBy(d => d.Number).ToListAsync()).Select(d => DecisionLine.Brief(d, T)).ToList();
        Waiting = Viewer.IsMember ? decisions.SingleOrDefault(d => d.IsOpen) : null;
        Carried = decisions.LastOrDefault(d => !d.IsOpen);
        return Page();
    }
}
