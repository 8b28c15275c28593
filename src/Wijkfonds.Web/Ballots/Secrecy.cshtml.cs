using Microsoft.AspNetCore.Authorization;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Ballots;

/// <summary>What is promised about the secrecy of a vote, no more and no less than DESIGN says.</summary>
[AllowAnonymous]
public sealed class SecrecyModel : FundPage
{
    public void OnGet()
    {
    }
}
