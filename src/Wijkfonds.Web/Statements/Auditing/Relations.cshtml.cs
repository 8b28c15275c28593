using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>Who is related to whom; members add and end, who checks the books reads.</summary>
[Authorize]
public sealed class RelationsModel : FundPage
{
    public IReadOnlyList<(Relation Relation, string One, string Other, string MadeBy)> Rows { get; private set; } = [];
    public IReadOnlyList<RelationEnd> Ends { get; private set; } = [];

    [BindProperty(Name = "one")] public Guid One { get; set; }
    [BindProperty(Name = "other")] public Guid Other { get; set; }
    [BindProperty(Name = "kind")] public RelationKind Kind { get; set; }

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!await Load()) return NotFound();
        var made = await Work.Run(db => Relations.Make(db, Viewer, Now, Fund.Id, One, Other, Enum.IsDefined(Kind) ? Kind : RelationKind.SameGroup, T));
        return made.Refused ? Refused(made.Refusal) : Confirmed("/geld/relaties", "relation.made");
    }

    public async Task<IActionResult> OnPostEnd(int number)
    {
        if (!await Load()) return NotFound();
        var ended = await Work.Run(db => Relations.End(db, Viewer, Now, number));
        return ended.Refused ? Refused(ended.Refusal) : Confirmed("/geld/relaties", "relation.ended");
    }

    private async Task<bool> Load()
    {
        if (!Viewer.SeesMoney) return false;
        Ends = await Relations.Ends(Db, Now, T);
        var names = Ends.ToDictionary(e => e.Reference, e => e.Name);
        var relations = await Db.Set<Relation>().AsNoTracking().OrderBy(r => r.EndedAt != null).ThenByDescending(r => r.Number).ToListAsync();
        var makers = relations.Select(r => r.MadeBy).ToList();
        var people = await Db.Set<Account>().Where(a => makers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.PublicName);
        Rows = [.. relations.Select(r => (r, names.GetValueOrDefault(r.One, "…"), names.GetValueOrDefault(r.Other, "…"), people.GetValueOrDefault(r.MadeBy, "")))];
        return true;
    }
}
