using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Rounds;

/// <summary>Changes a draft. What was proposed before is dropped: nobody agrees to other rules than were proposed.</summary>
public sealed class EditModel : RoundFormPage
{
    public Round Round { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public void OnGet() => Form = RoundForm.Of(Round);

    public async Task<IActionResult> OnPost()
    {
        var saved = await Work.Run<Round>(async db =>
        {
            if (await db.Round(Number) is not { } round) return new NotFoundHere();
            if (round.PhaseAt(Now) != Phase.Draft) return new RulesStand();
            if (Form.Seen != RoundRules.TermsHash(round)) return new DraftChangedMeanwhile();
            List<object> before = [.. round.Sections, .. round.Themes];
            if ((Form.Into(round, Fund.Zone) ?? await Check(db, round, Now)) is { } refusal) return refusal;
            List<object> after = [.. round.Sections, .. round.Themes];
            db.RemoveRange(before.Except(after));
            db.AddRange(after.Except(before));
            await Deciding.Drop(db, Now, DecisionKind.ApproveRound, round.Id);
            return round;
        });
        return saved.Refused ? Refused(saved.Refusal) : Confirmed($"/rondes/{Number}", "round.saved", saved.Value.Name);
    }

    protected override async Task<IActionResult?> Prepare()
    {
        if (await Db.Round(Number) is not { } round) return NotFound();
        Round = round;
        return round.PhaseAt(Now) == Phase.Draft ? null : Confirmed($"/rondes/{Number}", "refusal.RulesStand");
    }
}

/// <summary>Somebody else saved the draft after this form was opened.</summary>
public sealed record DraftChangedMeanwhile : Refusal;
