using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>Who checks the books says here with whom they have a relation. Nobody else finds this page.</summary>
[Authorize]
public sealed class DeclareModel : FundPage
{
    public Checker Own { get; private set; } = null!;
    public IReadOnlyList<(Relation Relation, string With)> Mine { get; private set; } = [];
    public IReadOnlyList<RelationEnd> Ends { get; private set; } = [];

    [BindProperty(Name = "other")] public Guid Other { get; set; }
    [BindProperty(Name = "kind")] public RelationKind Kind { get; set; }
    [BindProperty(Name = "number")] public int Number { get; set; }
    [BindProperty(Name = "none")] public string? None { get; set; }
    [BindProperty(Name = "words")] public string? Words { get; set; }

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public Task<IActionResult> OnPostAdd() => Act(async () => (await Work.Run(db => Declaring.Add(db, Viewer, Now, Fund.Id, Other, Enum.IsDefined(Kind) ? Kind : RelationKind.SameGroup, T))).Refusal, "/geld/kascommissie/banden", "declare.added");

    public Task<IActionResult> OnPostEnd() => Act(async () => (await Work.Run(db => Declaring.End(db, Viewer, Now, Number))).Refusal, "/geld/kascommissie/banden", "declare.ended");

    public Task<IActionResult> OnPost() =>
        Act(async () => (await Work.Run(db => Declaring.Declare(db, Viewer, Now, None switch { "none" => true, "some" => false, _ => null }, Words))).Refusal, "/geld/kascommissie", "declare.done");

    private async Task<IActionResult> Act(Func<Task<Shared.Refusal?>> act, string path, string done)
    {
        if (!await Load()) return NotFound();
        return await act() is { } refusal ? Refused(refusal) : Confirmed(path, done);
    }

    private async Task<bool> Load()
    {
        if (!Viewer.IsAudit) return false;
        Own = (await Committee.Checkers(Db, Now, T)).First(c => c.Seat.AccountId == Viewer.AccountId);
        var account = Viewer.AccountId!.Value;
        var all = await Relations.Ends(Db, Now, T);
        var names = all.ToDictionary(e => e.Reference, e => e.Name);
        Mine = [.. (await Db.Set<Relation>().AsNoTracking().Where(r => r.EndedAt == null && (r.One == account || r.Other == account)).OrderBy(r => r.Number).ToListAsync())
            .Select(r => (r, names.GetValueOrDefault(r.OtherThan(account), "…")))];
        Ends = [.. all.Where(e => e.Reference != account)];
        return true;
    }
}
