using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Alliance;

/// <summary>What waits for this member, oldest first, with what happens when nobody acts.</summary>
public sealed class DeskModel : FundPage
{
    public List<DecisionLine> ForMe { get; } = [];
    /// <summary>Open, but this member spoke already or stands aside; with the reason.</summary>
    public List<(DecisionLine Decision, string Why)> ForOthers { get; } = [];
    public IReadOnlyList<DeskTask> Tasks { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!Viewer.IsMember) return NotFound();
        var deciding = Get<Deciding>();
        foreach (var decision in await DecisionLine.Query(Db).Where(d => d.CarriedAt == null && d.DroppedAt == null).OrderBy(d => d.Number).ToListAsync())
        {
            var line = DecisionLine.Brief(decision, T);
            if (decision.Voices.Any(v => v.AccountId == Viewer.AccountId)) ForOthers.Add((line, T["desk.spoke"]));
            else if (await deciding.Bars(Db, decision, Viewer) is { } bar) ForOthers.Add((line, T.Say(bar)));
            else ForMe.Add(line);
        }
        var tasks = new List<DeskTask>();
        foreach (var source in HttpContext.RequestServices.GetServices<IDeskTasks>()) tasks.AddRange(await source.For(Viewer, Db, T, Now));
        Tasks = [.. tasks.OrderBy(t => t.Since).ThenBy(t => t.Path, StringComparer.Ordinal)];
        return Page();
    }
}
