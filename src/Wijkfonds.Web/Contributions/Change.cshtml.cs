using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions;

/// <summary>The treasurer changes who an organisation is and whom we write to there, what it promises, or whose account may see its statement.</summary>
[Authorize]
public sealed class ChangeModel : ContributorPage
{
    private ContributorDetails details = null!;

    [BindProperty(SupportsGet = true)] public int Number { get; set; }
    [BindProperty(Name = "end-representative")] public string? EndRepresentative { get; set; }
    [BindProperty(Name = "on-top")] public bool OnTop { get; set; }
    /// <summary>What it is called until a second member agrees to another name.</summary>
    public string Called { get; private set; } = "";
    /// <summary>Who may see the statement now.</summary>
    public IReadOnlyList<(Guid Id, string Words)> Representatives { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (await Load() is { } refusal) return Refused(refusal);
        (Name, Kind, Contact, Email) = (details.Name, details.Kind.ToString(), details.Contact, details.Email);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is { } refusal) return Refused(refusal);
        // A field that was made empty arrives as nothing, and here it says something.
        var changed = await Work.Run(db => Get<ChangeContributor>().Propose(db, Viewer, Now, Number, new(Pledges, Representative, EndRepresentative, OnTop, Name ?? "", Kind ?? "", Contact ?? "", Email ?? "")));
        return changed.Refused ? Refused(changed.Refusal) : Confirmed($"/bijdragers/{Number}", "contributor.proposed");
    }

    private async Task<Refusal?> Load()
    {
        await ReadPledges();
        if (await Db.Set<Contributor>().AsNoTracking().Include(c => c.Party).Include(c => c.Pledges).SingleOrDefaultAsync(c => c.Number == Number) is not { } contributor) return new NotFoundHere();
        Called = contributor.Party.Name;
        if (Treasury.Bar(Viewer) is { } bar) return bar;
        details = ContributorDetails.Of(contributor);
        Standing = Pledges.ToDictionary(p => p.Year, p => YearPromise.Of(contributor.Pledges, p.Year));
        Representatives = [.. (await Db.Set<Representative>().Where(r => r.Until == null && r.Contributor.Number == Number).OrderBy(r => r.From)
            .Join(Db.Set<Account>(), r => r.AccountId, a => a.Id, (r, a) => new { r.Id, a.PublicName, a.Email }).ToListAsync()).Select(r => (r.Id, $"{r.PublicName} ({r.Email})"))];
        return null;
    }
}
