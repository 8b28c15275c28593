using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Wijkfonds.Web.Shared.Pages;

/// <summary>What people see where there is nothing to see, or where we failed.</summary>
[AllowAnonymous, Anywhere, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class FaultModel : FundPage
{
    /// <summary>Which words fit: missing (404), stale (400: mostly a form that was open too long), busy (503), often (429), broken.</summary>
    public string Kind { get; private set; } = "broken";

    // From the route, not bound: a form that is too large to read would take the other values down with it.
    private int? Code => int.TryParse(RouteData.Values["code"] as string, System.Globalization.CultureInfo.InvariantCulture, out var code) ? code : null;

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show() => Kind = Code switch
    {
        404 or 405 => "missing",
        400 or 413 or 415 => "stale",
        429 => "often",
        503 => "busy",
        401 or 403 => "closed",
        _ => "broken",
    };
}
