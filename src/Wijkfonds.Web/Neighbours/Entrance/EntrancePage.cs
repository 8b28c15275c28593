using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Entrance;

/// <summary>Pages on the way in, and of one's own account: they exist inside and outside a fund, and lead back to where one came from.</summary>
[Anywhere]
public abstract class EntrancePage : FundPage
{
    /// <summary>Where one wanted to go; followed only when it is a path of this site.</summary>
    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? ReturnPath { get; set; }

    protected string? LocalReturn => Url.IsLocalUrl(ReturnPath) ? ReturnPath : null;

    protected SigningIn SigningIn => Get<SigningIn>();

    protected IActionResult Onward(string otherwise = "/") => LocalRedirect(LocalReturn ?? Here(otherwise));

    protected IActionResult Confirmed(string key)
    {
        TempData["done"] = T[key];
        return Onward();
    }

    protected string WithReturn(string path) => Here(path) + (LocalReturn is { } back ? "?terug=" + Uri.EscapeDataString(back) : "");

    public string Registering => WithReturn("/account/maken");
    public string SigningInPath => WithReturn("/inloggen");

    /// <summary>The account of who looks, tracked, for Identity to change.</summary>
    protected async Task<Account> Me() =>
        await Get<UserManager<Account>>().GetUserAsync(User) ?? throw new InvalidOperationException("A page of one's own account asks for sign-in.");
}
