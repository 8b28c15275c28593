using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Shared.Pages;

/// <summary>
/// What every page has at hand: the instant, the words, who looks, what may be read. Four lines do the rest:
/// load what this neighbour may see, ask the rule, save, show.
/// </summary>
public abstract class FundPage : PageModel
{
    private Words.Words? words;

    public T Get<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    public DateTimeOffset Now => Get<Now>().Instant;
    public Words.Words T => words ??= Get<Words.Words>();
    public Fund Fund => Get<FundScope>().Here;
    /// <summary>For reading only; changes go through <see cref="Work"/>.</summary>
    public WijkfondsContext Db => Get<WijkfondsContext>();
    public Work Work => Get<Work>();
    public Viewer Viewer => Get<ViewerOfRequest>().Viewer;

    /// <summary>Why the last act was refused, shown on top and at its field; what was typed stays.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Shows this page again with the reason and the fitting status code. What may not be seen is 404.</summary>
    protected IActionResult Refused(Refusal refusal)
    {
        if (refusal is NotFoundHere) return NotFound();
        Refusal = refusal;
        if (refusal.Field is { } field) ModelState.AddModelError(field, T.Say(refusal));
        Response.StatusCode = refusal.Status;
        return Page();
    }

    /// <summary>After an act: back to a page below the fund, with one sentence that confirms it.</summary>
    protected IActionResult Confirmed(string path, string key, params object[] values)
    {
        TempData["done"] = T[key, values];
        return LocalRedirect(Here(path));
    }

    /// <summary>A path below this fund ("/geld") as a link.</summary>
    public string Here(string path) => Request.PathBase + path;
}
