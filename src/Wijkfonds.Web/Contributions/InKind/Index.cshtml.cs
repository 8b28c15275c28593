using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>What is given that is no money, for anybody; and whether the annual accounts count it.</summary>
[AllowAnonymous]
public sealed class IndexModel : FundPage
{
    [BindProperty(Name = "counts")] public string? Counts { get; set; }
    [BindProperty(Name = "year")] public string? Year { get; set; }

    public IReadOnlyList<OfferStanding> Offers { get; private set; } = [];
    public IReadOnlyList<Gift> Gifts { get; private set; } = [];
    public IReadOnlyList<InKindChoice> Choices { get; private set; } = [];
    /// <summary>An open decision about the choice.</summary>
    public int? Proposed { get; private set; }
    public int ThisYear { get; private set; }
    public bool MayPropose => Treasury.Bar(Viewer) is null && Proposed is null;
    public bool CountsNow => InKindChoice.CountsIn(Choices, ThisYear);
    /// <summary>Those that teams can still take up something of.</summary>
    public IEnumerable<OfferStanding> Open => Offers.Where(o => o.Whole.Left > 0);
    public IEnumerable<OfferStanding> Others => Offers.Where(o => o.Whole.Left == 0);

    public async Task OnGet()
    {
        await Load();
        Year = ThisYear.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        var proposed = await Work.Run(db => Get<ChoosingInKind>().Propose(db, Get<Deciding>(), Viewer, Now, Fund, Counts, Year));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed("/geld/in-natura", "inkind.choice.proposed");
    }

    private async Task Load()
    {
        var today = await Book.Today(Db, Now, Fund.Id);
        ThisYear = today.Year;
        var offers = await InKind.Offers.Counting(Db).ToListAsync();
        Offers = [.. offers.Select(o => OfferStanding.Of(o, today)).OrderBy(s => s.Ends)];
        Gifts = Gift.Of(offers);
        Choices = await InKindChoice.All(Db);
        Proposed = await Db.Set<Decision>().Where(d => d.Kind == DecisionKind.CountInKind && d.CarriedAt == null && d.DroppedAt == null).Select(d => (int?)d.Number).FirstOrDefaultAsync();
    }
}
