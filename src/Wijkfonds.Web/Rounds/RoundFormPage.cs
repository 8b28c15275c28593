using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Rounds;

/// <summary>What making a round and changing its draft share: the form, its rows, and what the pot holds.</summary>
public abstract class RoundFormPage : FundPage
{
    [BindProperty]
    public RoundForm Form { get; set; } = new();

    /// <summary>What nothing is promised of: a round cannot promise more.</summary>
    public Cents Free { get; private set; }

    /// <summary>The part of it that givers bound, by earmark.</summary>
    public IReadOnlyList<BoundPart> Bound { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!Viewer.IsMember)
        {
            context.Result = NotFound();
            return;
        }
        if (await Prepare() is { } instead)
        {
            context.Result = instead;
            return;
        }
        Free = (await Pot.Of(Db)).Free;
        Bound = await BudgetLayers.Free(Db, Fund.Id);
        await next();
    }

    /// <summary>What the page needs before any of its handlers; another answer where there is no such page.</summary>
    protected virtual Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(null);

    /// <summary>One section more or one less, with all that was typed. Nothing is saved.</summary>
    public IActionResult OnPostRows(int? remove)
    {
        if (remove is { } row && row >= 0 && row < Form.Sections.Count) Form.Sections.RemoveAt(row);
        else if (Form.Sections.Count < RoundLimits.MostSections) Form.Sections.Add(new SectionRow());
        // Fields are shown from the form, not from the names and rows they were posted under.
        ModelState.Clear();
        return Page();
    }

    /// <summary>Every limit of a round, and that the pot really holds its budgets.</summary>
    public static async Task<Refusal?> Check(WijkfondsContext db, Round round, DateTimeOffset now)
    {
        if (RoundLimits.Check(round, now) is { } refusal) return refusal;
        var free = (await Pot.Of(db)).Free;
        if (round.Budget > free) return new ExceedsPot(round.Budget, free);
        return (await BudgetLayers.Of(db, round)).FirstOrDefault(b => b.Short is not null)?.Short;
    }
}
