using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Look;
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
    /// <summary>The pot as a picture; null where the money of one giver is shown, and before there is any.</summary>
    public PotBar? Bar { get; private set; }

    /// <summary>What on this page needs a word of explanation: only what stands on it.</summary>
    public IEnumerable<string> Words =>
    [
        .. new[] { "paid", "promised", "reserved", "free", "given-back" }.Where(Has), .. Has("free-bound") || Bar?.Earmarked > Cents.Zero ? new[] { "earmarked" } : [],
        .. new[] { "cash", "cash-spent", "cash-difference" }.Any(Has) ? new[] { "cash" } : [], .. new[] { "alliance", "bank-costs" }.Any(Has) ? new[] { "costs" } : [], .. new[] { "repaid" }.Where(Has),
    ];

    private bool Has(string kind) => Flow.From.Concat(Flow.To).Any(p => p.Kind == kind);

    public async Task<IActionResult> OnGet()
    {
        Givers = [.. (await Db.Set<Contributor>().Where(c => c.ConfirmedAt != null).OrderBy(c => c.Number).Select(c => new { c.Number, c.Party.Name }).ToListAsync()).Select(c => (c.Number, c.Name))];
        if (Request.Query["bijdrager"].ToString() is { Length: > 0 } typed)
        {
            if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || Givers.All(g => g.Number != number)) return NotFound();
            Only = number;
        }
        Flow = await MoneyFlow.Of(Db, Fund.Id, Only);
        var movements = Only is { } one ? await Movements.Of(Db, one) : await Movements.Of(Db);
        Plans = await PlanMoney.Of(Db, movements, new EntryFilter { Contributor = Only });
        if (Only is null && movements.Rows.Count > 0) Bar = WholePot.Of(Pot.Of(movements), await Pot.Bound(Db, Fund.Id, movements), Flow, Here);
        if (Only is null) Conditional = (await YearAhead.At(Db, Fund.Id, Now.AddMilliseconds(1))).Aggregate(Cents.Zero, (sum, y) => sum + y.Amount);
        return Page();
    }
}
