using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation;

/// <summary>A member says that the procedure was followed, or asks to annul the result with a reason. A second decides with them.</summary>
public sealed class ConfirmModel : ResultPage
{
    [BindProperty] public string? Reason { get; set; }

    public async Task<IActionResult> OnGet(int number) => Viewer.IsMember && await Load(number) && IsCounted ? Page() : NotFound();

    public Task<IActionResult> OnPostConfirm(int number) => Propose(number, annul: false);

    public Task<IActionResult> OnPostAnnul(int number) => Propose(number, annul: true);

    private async Task<IActionResult> Propose(int number, bool annul)
    {
        if (!Viewer.IsMember || !await Load(number)) return NotFound();
        var typed = annul ? Typed.Needed(Reason, "reason", ResultTerms.LongestReason, "Annul.Reason") : "";
        if (typed.Refused) return Refused(typed.Refusal);
        var reason = typed.Value;
        var proposed = await Work.Run<Decision>(async db =>
        {
            var results = await db.Results(Round.Id);
            var (words, plans) = (Get<Texts>().In(Fund.Language), results.Sum(r => r.Elected.Count()));
            var spent = results.Aggregate(Cents.Zero, (sum, r) => sum + r.Spent);
            return await Get<Deciding>().Propose(db, Viewer, Now, DecisionKind.ConfirmResult, Round.Id,
                annul ? words["result.about.annul", Round.Name] : words["result.about.confirm", Round.Name, plans, spent],
                Path, JsonSerializer.Serialize(new ResultTerms(annul, reason)), reason);
        });
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed(Path, "result.proposed");
    }
}
