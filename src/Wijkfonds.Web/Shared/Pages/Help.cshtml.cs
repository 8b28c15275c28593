using Microsoft.AspNetCore.Authorization;

namespace Wijkfonds.Web.Shared.Pages;

/// <summary>Where the desk is, and the way to what people come for.</summary>
[AllowAnonymous]
public sealed class HelpModel : FundPage
{
    public static readonly IReadOnlyList<(string Key, string Path)> Topics =
        [("vote", "/stemmen"), ("plan", "/plannen"), ("account", "/inloggen"), ("language", "/taal")];

    public void OnGet() { }
}
