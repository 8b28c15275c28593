using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Ballots;

/// <summary>
/// The unmistakable last step. The form carries the plans it shows, so that what people saw is what goes in, and a nonce
/// of its own, so that a double tap is one ballot.
/// </summary>
[AllowAnonymous]
public sealed class CheckModel : BallotPage
{
    [BindProperty(Name = "plan")]
    public int[] Shown { get; set; } = [];

    [BindProperty(Name = "biljet")]
    public string? Form { get; set; }

    [BindProperty(Name = "nonce")]
    public string? Sent { get; set; }

    [BindProperty(Name = "blanco")]
    public string? Blank { get; set; }

    public string Nonce { get; private set; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(Slot.NonceBytes));

    public async Task<IActionResult> OnGet()
    {
        if (!await Admit() || !Session.CanVote) return ToCode();
        return Sheet.Check(Chosen) is null ? Page() : LocalRedirect(Here("/stembiljet"));
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Admit()) return CodeAgain();
        var nonce = Read(Sent);
        // The second tap of two, after the first one's answer: the ballot is in the box already.
        if (!Session.CanVote) return nonce.AsSpan().SequenceEqual(Session.Upon) ? LocalRedirect(Here("/stembewijs")) : CodeAgain();
        if (Form != Session.Form) return Refused(new OtherBallotOpened());
        Chosen = [.. Shown.Distinct()];
        if (Sheet.Check(Chosen) is { } refusal)
        {
            Chosen = [.. Chosen.Where(Sheet.Has)];
            return Refused(refusal);
        }
        if (Chosen.Length == 0 && Blank != "ja") return Refused(new BlankNotMeant());
        var receipt = await Get<Casting>().Cast(Fund.Id, Now, Session.Right!, new BallotForm(nonce, Session.Upon, Chosen), HttpContext.RequestAborted);
        if (receipt.Refused) return Refused(receipt.Refusal);
        Keep(Session.Cast(nonce, receipt.Value));
        return LocalRedirect(Here("/stembewijs"));
    }

    private static byte[] Read(string? hex) =>
        hex is { Length: 2 * Slot.NonceBytes } && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : [];
}

/// <summary>Nothing is chosen, and the voter did not say that a blank ballot is meant.</summary>
public sealed record BlankNotMeant : Refusal
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
