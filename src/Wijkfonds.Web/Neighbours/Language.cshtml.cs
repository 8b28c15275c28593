using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Neighbours;

/// <summary>Choosing a language sets a cookie and leads back to where one was.</summary>
[AllowAnonymous]
public sealed class LanguageModel : EntrancePage
{
    [BindProperty(Name = "keuze")] public string? Choice { get; set; }

    /// <summary>Where one came from, when the browser tells (only within this site) and the link did not.</summary>
    public void OnGet() => ReturnPath = LocalReturn;

    public IActionResult OnPost()
    {
        if (!Languages.IsKnown(Choice)) return BadRequest();
        Response.Cookies.Append(Languages.Cookie, Choice!, new CookieOptions
        {
            Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
        });
        var texts = Get<Texts>();
        if (!texts.IsComplete(Choice!)) TempData["done"] = T["language.not-yet", Languages.All.Single(l => l.Key == Choice).Name];
        return Onward();
    }
}
