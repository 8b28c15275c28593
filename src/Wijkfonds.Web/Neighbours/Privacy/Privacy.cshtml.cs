using Microsoft.AspNetCore.Authorization;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Neighbours.Privacy;

/// <summary>What is kept, why, who sees it and how long: made from <see cref="PersonalData"/>, so that it cannot say less than there is.</summary>
[AllowAnonymous]
public sealed class PrivacyModel : EntrancePage
{
    public bool IsInFund => Get<FundScope>().Fund is not null;

    public void OnGet()
    {
    }
}
