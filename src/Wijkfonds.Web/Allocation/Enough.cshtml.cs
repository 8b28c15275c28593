using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Wijkfonds.Web.Allocation;

/// <summary>How many more votes a plan that lost would have needed: a page of its own, or the sentence in its place on the result page.</summary>
[AllowAnonymous]
public sealed class EnoughModel : ResultPage
{
    public PlanResult Plan { get; private set; } = null!;
    /// <summary>Null while it is being searched.</summary>
    public Enough? Answer { get; private set; }

    public string Sentence => Answer switch
    {
        null => T["enough.busy"],
        { GaveUp: true } => T["enough.gave-up"],
        { Votes: { } votes } => T.Count("enough", votes),
        _ => T["enough.never"],
    };

    public async Task<IActionResult> OnGet(int number, int plan)
    {
        if (!await Load(number) || !IsCounted) return NotFound();
        if (await Db.Set<PlanResult>().AsNoTracking().Include(r => r.Plan).SingleOrDefaultAsync(r => r.Plan.RoundId == Round.Id && r.Plan.Number == plan)
            is not { IsElected: false, Votes: > 0 } found) return NotFound();
        Plan = found;
        Answer = await Get<EnoughVotes>().For(Round, found);
        return Page();
    }
}
