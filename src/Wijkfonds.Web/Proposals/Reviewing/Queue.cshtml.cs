using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Proposals.Reviewing;

/// <summary>The plans of a round for who reviews them, oldest first.</summary>
public sealed class QueueModel : FundPage
{
    public Round Round { get; private set; } = null!;
    public IReadOnlyList<ReviewLine> Lines { get; private set; } = [];
    public Refusal? Closed { get; private set; }

    public async Task<IActionResult> OnGet(int number)
    {
        if (!Viewer.IsMember || await Db.PublicRound(number) is not { } round) return NotFound();
        (Round, Lines, Closed) = (round, await ReviewQueue.Of(Db, round), WritingRules.BeforeFreeze(round, Now));
        return Page();
    }
}
