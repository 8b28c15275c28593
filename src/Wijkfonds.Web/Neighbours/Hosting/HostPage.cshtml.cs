using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Hosting;

/// <summary>The host's one page: how the machine's work goes. Nothing of money, plans, roll or ballots.</summary>
public sealed class HostPageModel : EntrancePage
{
    public Condition Condition { get; private set; } = null!;
    public Trouble Trouble { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!Viewer.IsHost) return NotFound();
        Condition = await Condition.Of(Db, Get<DataFolder>(), Get<Database>(), Get<JobTimer>(), Get<UnnamedProxy>());
        Trouble = Condition.TroubleAt(Now);
        return Page();
    }
}
