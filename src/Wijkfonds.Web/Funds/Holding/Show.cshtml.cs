using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Funds.Holding;

/// <summary>Who holds the bank account, for anybody.</summary>
[AllowAnonymous]
public sealed class ShowModel : FundPage
{
    public Holder? Holder { get; private set; }
    /// <summary>The decisions about it, the newest first; what is open only for members.</summary>
    public IReadOnlyList<DecisionLine> Decisions { get; private set; } = [];

    public async Task OnGet()
    {
        Holder = await SettingHolder.Now(Db);
        Decisions = [.. (await DecisionLine.Query(Db).Where(d => d.Kind == DecisionKind.SetHolder && d.DroppedAt == null).OrderByDescending(d => d.Number).ToListAsync())
            .Where(d => d.CarriedAt is not null || Viewer.IsMember).Select(d => DecisionLine.Brief(d, T))];
    }
}
