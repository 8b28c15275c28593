using Microsoft.AspNetCore.Authorization;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements.Annual;

/// <summary>The accounting policy: when something counts as income or cost.</summary>
[AllowAnonymous]
public sealed class PolicyModel : FundPage
{
    public void OnGet()
    {
    }
}

/// <summary>The rules by which the book is kept, in the order in which they are told: "policy.{rule}.head" and ".text".</summary>
public static class Policy
{
    public static readonly IReadOnlyList<string> Rules =
        ["income", "given-back", "pledges", "awards", "ahead", "less", "costs", "unpaid", "under-way", "bound", "shares", "corrections", "years", "kind", "rounding"];
}
