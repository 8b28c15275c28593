using Microsoft.AspNetCore.Authorization;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Funds.Continuity;

/// <summary>The coming eight years as a picture and a table, what is conditional, what ends when, and what if somebody stops.</summary>
[AllowAnonymous]
public sealed class AheadModel : FundPage
{
    /// <summary>What the table and the picture tell, in order: "ahead.{name}", explained in "ahead.{name}.means".</summary>
    public static readonly IReadOnlyList<string> Figures = ["promised", "received", "expected", "committed", "conditional", "free"];

    public Outlook Outlook { get; private set; } = null!;
    public IReadOnlyList<Ending> Endings { get; private set; } = [];
    /// <summary>Conditional years as they stand, under the scenario where one is asked.</summary>
    public IReadOnlyList<YearLine> Lines { get; private set; } = [];
    public Scenario? Scenario { get; private set; }
    public string ScenarioName => Outlook.Givers.Single(g => g.Number == Scenario!.Contributor).Name;

    /// <param name="zonder">The number of the giver that stops.</param>
    /// <param name="vanaf">The first year without it.</param>
    public async Task OnGet(int? zonder, int? vanaf)
    {
        var today = await Book.Today(Db, Now, Fund.Id);
        var asked = zonder is { } number ? new Scenario(number, vanaf is { } year && year >= today.Year && year < today.Year + Outlook.Ahead ? year : today.Year + 1) : null;
        Outlook = await Continuity.Outlook.Of(Db, Fund.Id, today, asked);
        if (asked is not null && Outlook.Givers.Any(g => g.Number == asked.Contributor)) Scenario = asked;
        else if (asked is not null) Outlook = await Continuity.Outlook.Of(Db, Fund.Id, today, null);
        Endings = await Ending.Of(Db, Fund.Id, today, Outlook, T);
        Lines = await YearLine.Of(Db, [.. Outlook.Waiting.OrderBy(w => w.Row.Year)], T, Here);
    }
}
