using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions.GivingBack;

/// <summary>The treasurer enters money that went back to an organisation.</summary>
[Authorize]
public sealed class NewModel : FundPage
{
    [BindProperty(Name = "form")] public Guid Form { get; set; }
    [BindProperty(Name = "earmark")] public string? Earmark { get; set; }
    [BindProperty(Name = "amount")] public string? Amount { get; set; }
    [BindProperty(Name = "day")] public string? Day { get; set; }
    [BindProperty(Name = "reason")] public string? Reason { get; set; }
    public int Number { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>What of each of its layers is free, the unbound one first.</summary>
    public IReadOnlyList<(Earmark? Earmark, Cents Free)> Layers { get; private set; } = [];

    public async Task<IActionResult> OnGet(int number)
    {
        Form = Guid.CreateVersion7();
        return await Load(number) is { } refusal ? Refused(refusal) : Page();
    }

    public async Task<IActionResult> OnPost(int number)
    {
        if (await Load(number) is { } refusal) return Refused(refusal);
        if (Form == Guid.Empty) Form = Guid.CreateVersion7();
        var entered = await Work.Run(db => Get<EnterRefund>().Propose(db, Viewer, Now, Fund.Id, number, Form, new(Earmark, Amount, Day, Reason)));
        return entered.Refused ? Refused(entered.Refusal) : Confirmed($"/bijdragers/{number}", "refund.entered", entered.Value.Amount);
    }

    private async Task<Refusal?> Load(int number)
    {
        if (await Db.Set<Contributor>().Where(c => c.Number == number && c.ConfirmedAt != null).Select(c => c.Party.Name).SingleOrDefaultAsync() is not { } name) return new NotFoundHere();
        (Number, Name) = (number, name);
        if (Treasury.Bar(Viewer) is { } bar) return bar;
        var layers = new List<(Earmark?, Cents)> { (null, (await Pot.Of(Db, number, 0)).Free) };
        foreach (var earmark in await Db.Set<Earmark>().AsNoTracking().Where(e => e.Contributor.Number == number && e.ConfirmedAt != null).OrderBy(e => e.Number).ToListAsync())
            layers.Add((earmark, (await Pot.Of(Db, number, earmark.Number)).Free));
        Layers = layers;
        return null;
    }
}
