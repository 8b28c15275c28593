using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Look;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Proposals.Reading;

/// <summary>The plans of a round, searched and sorted by the address; htmx asks for the list alone.</summary>
[AllowAnonymous]
public sealed class ListModel : FundPage
{
    public Round Round { get; private set; } = null!;
    public IReadOnlyList<PlanLine> All { get; private set; } = [];
    public IReadOnlyList<PlanLine> Shown { get; private set; } = [];
    public PlanFilter Filter { get; private set; } = null!;
    /// <summary>The words for the field, as typed.</summary>
    public string? Most { get; private set; }
    /// <summary>More was asked than words: the other fields are then open.</summary>
    public bool IsNarrowed => Filter is not { Theme: null, Section: null, State: null, Most: null } || Filter.Order != PlanFilter.Orders[0] || !string.IsNullOrEmpty(Most);
    public bool MayStart { get; private set; }
    public IReadOnlyList<(int Number, string Name)> OtherRounds { get; private set; } = [];

    public async Task<IActionResult> OnGet(int number, string? zoek, string? thema, string? onderdeel, string? staat, string? tot, string? volgorde)
    {
        if (await Db.PublicRound(number) is not { } round) return NotFound();
        Round = round;
        All = await PlanLine.Of(Db, round);
        (Filter, Most) = (PlanFilter.Read(zoek, thema, onderdeel, staat, tot, volgorde), tot);
        Shown = Filter.Of(All);
        MayStart = WritingRules.MayStart(round, Now) is null;
        if (Request.Headers["HX-Request-Type"] == "partial") return Partial("_PlanList", this);
        OtherRounds = [.. (await Db.Set<Round>().AsNoTracking().Where(r => r.Id != round.Id && r.Acts.Any(a => a.Kind == RoundActKind.Approved))
            .OrderByDescending(r => r.Number).Select(r => new { r.Number, r.Name }).ToListAsync()).Select(r => (r.Number, r.Name))];
        return Page();
    }

    /// <summary>What to say where nothing is shown: nothing there yet, or nothing that fits.</summary>
    public NothingYet Nothing => All.Any(p => p.State != PlanState.Withdrawn)
        ? new(T["plan.list.unfound"], T["plan.list.unfound.text"], T["plan.list.all"], Here($"/rondes/{Round.Number}/plannen"))
        : MayStart ? new(T["plan.list.empty"], T["plan.list.empty.open"], T["plan.start.title"], Here($"/rondes/{Round.Number}/plannen/nieuw"))
        : new(T["plan.list.empty.none"], Round.PhaseAt(Now) == Phase.Announced ? T["refusal.SubmissionNotOpen", Round.SubmissionOpens] : T["plan.list.empty.closed"]);
}
