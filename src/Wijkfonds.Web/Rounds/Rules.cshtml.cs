using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Rounds;

/// <summary>The rules on one page that can hang on a door, from the moment they are approved and before the form opens.</summary>
[AllowAnonymous]
public sealed class RulesModel : FundPage
{
    public Round Round { get; private set; } = null!;

    public IReadOnlyList<string> Sentences => RoundSentences.Of(Round, T);

    public async Task<IActionResult> OnGet(int number)
    {
        if (await Db.Round(number) is not { } round || (!round.IsPublic && !Viewer.IsMember)) return NotFound();
        Round = round;
        return Page();
    }
}
