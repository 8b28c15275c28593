using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements.Euros;

/// <summary>Where the money went, for a neighbour: who gave, what became of it, and the way of every plan's euros.</summary>
[AllowAnonymous]
public sealed class WheretoModel : FundPage
{
    public MoneyFlow Flow { get; private set; } = null!;
    public IReadOnlyList<(int Number, string Name)> Givers { get; private set; } = [];
    /// <summary>Whose euros alone are shown; null for everybody's.</summary>
    public int? Only { get; private set; }
    public IReadOnlyList<PlanMoney> Plans { get; private set; } = [];
    /// <summary>Promised for later years and not in the pot yet: beside everybody's euros, of nobody's in particular.</summary>
    public Cents Conditional { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        Givers = [.. (await Db.Set<Contributor>().Where(c => c.ConfirmedAt != null).OrderBy(c => c.Number).Select(c => new { c.Number, c.Party.Name }).ToListAsync()).Select(c => (c.Number, c.Name))];
        if (Request.Query["bijdrager"].ToString() is { Length: > 0 } typed)
        {
            if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || Givers.All(g => g.Number != number)) return NotFound();
            Only = number;
        }
        Flow = await MoneyFlow.Of(Db, Fund.Id, Only);
        Plans = await PlanMoney.Of(Db, Only is { } one ? await Movements.Of(Db, one) : await Movements.Of(Db), new EntryFilter { Contributor = Only });
        if (Only is null) Conditional = (await YearAhead.At(Db, Fund.Id, Now.AddMilliseconds(1))).Aggregate(Cents.Zero, (sum, y) => sum + y.Amount);
        return Page();
    }
}
