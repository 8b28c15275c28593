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

    public IReadOnlyList<Unanswered> Unanswered { get; private set; } = [];

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPostInvite(Guid seat, string? email)
    {
        if (!await Load()) return NotFound();
        var sent = await Get<InvitingAgain>().Send(Viewer.AccountId!.Value, seat, email, Now);
        if (sent.Refused)
        {
            Unanswered = [.. Unanswered.Select(w => w.Seat == seat ? w with { Email = email ?? "" } : w)];
            return Refused(sent.Refusal);
        }
        TempData["done"] = T["host.invited", sent.Value.Email];
        return LocalRedirect(Here("/host"));
    }

    private async Task<bool> Load()
    {
        if (!Viewer.IsHost) return false;
        Unanswered = await InvitingAgain.Waiting(Db, Now);
        Condition = await Condition.Of(Db, Get<DataFolder>(), Get<Database>(), Get<JobTimer>(), Get<UnnamedProxy>());
        Trouble = Condition.TroubleAt(Now);
        return true;
    }
}
