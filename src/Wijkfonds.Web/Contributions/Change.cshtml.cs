using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions;

/// <summary>The treasurer enters new promises of an organisation, or whose account may see its statement.</summary>
[Authorize]
public sealed class ChangeModel : ContributorPage
{
    [BindProperty(SupportsGet = true)] public int Number { get; set; }
    [BindProperty(Name = "end-representative")] public string? EndRepresentative { get; set; }
    [BindProperty(Name = "on-top")] public bool OnTop { get; set; }
    public string Name { get; private set; } = "";
    /// <summary>Who may see the statement now.</summary>
    public IReadOnlyList<(Guid Id, string Words)> Representatives { get; private set; } = [];

    public async Task<IActionResult> OnGet() => await Load() is { } refusal ? Refused(refusal) : Page();

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is { } refusal) return Refused(refusal);
        var changed = await Work.Run(db => Get<ChangeContributor>().Propose(db, Viewer, Now, Number, new(Pledges, Representative, EndRepresentative, OnTop)));
        return changed.Refused ? Refused(changed.Refusal) : Confirmed($"/bijdragers/{Number}", "contributor.proposed");
    }

    private async Task<Refusal?> Load()
    {
        await ReadPledges();
        if (await Db.Set<Contributor>().AsNoTracking().Include(c => c.Party).Include(c => c.Pledges).SingleOrDefaultAsync(c => c.Number == Number) is not { } contributor) return new NotFoundHere();
        Name = contributor.Party.Name;
        if (Treasury.Bar(Viewer) is { } bar) return bar;
        Standing = Pledges.ToDictionary(p => p.Year, p => YearPromise.Of(contributor.Pledges, p.Year));
        Representatives = [.. (await Db.Set<Representative>().Where(r => r.Until == null && r.Contributor.Number == Number).OrderBy(r => r.From)
            .Join(Db.Set<Account>(), r => r.AccountId, a => a.Id, (r, a) => new { r.Id, a.PublicName, a.Email }).ToListAsync()).Select(r => (r.Id, $"{r.PublicName} ({r.Email})"))];
        return null;
    }
}
