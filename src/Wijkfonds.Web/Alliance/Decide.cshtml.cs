using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Alliance;

/// <summary>One decision: who proposed what exactly, and this member's word on it.</summary>
public sealed class DecideModel : FundPage
{
    public const int LongestReason = 1000;

    public DecisionLine Decision { get; private set; } = null!;
    /// <summary>Why this member cannot speak on it; null when the word is free.</summary>
    public string? Bar { get; private set; }
    /// <summary>Why it can only be dropped; null while it can still be agreed to.</summary>
    public string? Lapsed { get; private set; }
    public bool IsMine { get; private set; }
    /// <summary>Voices with their reasons, in order.</summary>
    public IReadOnlyList<Voice> Voices { get; private set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGet(int number) => await Load(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int number, bool? inFavour)
    {
        if (inFavour is not { } agrees) return await Again(number, new Missing("reason", "Decision.Choice"));
        var reason = Typed.Line(Reason, "reason", LongestReason);
        if (reason.Refused) return await Again(number, reason.Refusal);
        var spoken = await Work.Run(db => Get<Deciding>().Speak(db, Viewer, Now, number, agrees, reason.Value));
        if (spoken.Refused) return await Again(number, spoken.Refusal);
        var title = T[$"decision.{spoken.Value.Kind}", spoken.Value.About];
        return Confirmed("/bureau", spoken.Value.CarriedAt is not null ? "decision.carried" : spoken.Value.DroppedAt is not null ? "decision.dropped" : "decision.heard", title);
    }

    /// <summary>The proposer takes it back.</summary>
    public async Task<IActionResult> OnPostTakeBack(int number)
    {
        var taken = await Work.Run(db => Get<Deciding>().TakeBack(db, Viewer, Now, number));
        return taken.Refused ? await Again(number, taken.Refusal) : Confirmed("/bureau", "decision.taken-back", T[$"decision.{taken.Value.Kind}", taken.Value.About]);
    }

    private async Task<IActionResult> Again(int number, Refusal refusal) => await Load(number) ? Refused(refusal) : NotFound();

    private async Task<bool> Load(int number)
    {
        if (!Viewer.IsMember || await DecisionLine.Query(Db).SingleOrDefaultAsync(d => d.Number == number) is not { } decision) return false;
        var deciding = Get<Deciding>();
        Decision = await DecisionLine.Of(Db, deciding, decision, T);
        Voices = [.. decision.Voices.OrderBy(v => v.At)];
        IsMine = decision.Proposer.AccountId == Viewer.AccountId;
        Bar = decision.Voices.Any(v => v.AccountId == Viewer.AccountId) ? T["desk.spoke"]
            : await deciding.Bars(Db, decision, Viewer) is { } bar ? T.Say(bar) : null;
        Lapsed = decision.IsOpen && await deciding.WhyLapsed(Db, decision, Now) is { } lapsed ? T.Say(lapsed) : null;
        return true;
    }
}
