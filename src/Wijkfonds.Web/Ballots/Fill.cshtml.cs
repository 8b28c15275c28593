using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Ballots;

/// <summary>The ballot: tick plans, see what is left. Whatever button is pressed, what is ticked is kept first.</summary>
[AllowAnonymous]
public sealed class FillModel : BallotPage
{
    [BindProperty(Name = "plan")]
    public int[] Ticked { get; set; } = [];

    [BindProperty(Name = "biljet")]
    public string? Form { get; set; }

    [BindProperty(Name = "zoek")]
    public string? Search { get; set; }

    /// <summary>Ticked, but not among the plans that the search shows: kept as they are.</summary>
    public IReadOnlyList<int> ChosenOutOfSight => [.. Chosen.Where(number => Sheet.Parts.All(p => Shown(p).All(plan => plan.Number != number)))];

    public async Task<IActionResult> OnGet() => await Admit() && Session.CanVote ? Page() : ToCode();

    public async Task<IActionResult> OnPostTally() => await Admit() && Keep() ? Partial("_Thumb", Tally) : AskCode();

    public async Task<IActionResult> OnPost(string? doe)
    {
        if (!await Admit() || !Session.CanVote) return CodeAgain();
        if (!Keep()) return Refused(new OtherBallotOpened());
        switch (doe)
        {
            case "zoek":
                Keep(Session with { Search = new string([.. (Search ?? "").Trim().Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(60)]) });
                break;
            case "nummer" or "eigen":
                Keep(Session with { ByNumber = doe == "nummer" });
                break;
            case "taal":
                return LocalRedirect(Here("/taal?terug=" + Uri.EscapeDataString(Here("/stembiljet"))));
            case "verder" when (VotingHours.Closed(Round, Now) ?? Sheet.Check(Ticked)) is { } refusal:
                return Refused(refusal);
            case "verder":
                return LocalRedirect(Here("/stembiljet/klopt-dit"));
        }
        return LocalRedirect(Here("/stembiljet"));
    }

    /// <summary>In this voter's own order, so that no plan is always on top; or by number.</summary>
    public IReadOnlyList<BallotPlan> Shown(SheetPart part)
    {
        var found = part.Plans.Where(p => Session.Search.Length == 0 || Matches(p, Session.Search));
        return [.. Session.ByNumber ? found.OrderBy(p => p.Number) : found.OrderBy(p => Convert.ToHexString(HMACSHA256.HashData(Session.Id, BitConverter.GetBytes(p.Number))), StringComparer.Ordinal)];
    }

    private static bool Matches(BallotPlan plan, string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
        $"{plan.Number} {plan.Title} {plan.Summary} {plan.Place}".Contains(word, StringComparison.OrdinalIgnoreCase));

    private bool Keep()
    {
        if (!Session.CanVote || Form != Session.Form) return false;
        Chosen = [.. Ticked.Distinct().Where(Sheet.Has)];
        Keep(Session with { Marks = Sheet.Mark(Chosen) });
        return true;
    }

    private EmptyResult AskCode()
    {
        Response.Htmx(h => h.Redirect(Here("/stemmen")));
        return new EmptyResult();
    }
}
