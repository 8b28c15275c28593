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
    /// <summary>The year of which is shown what came; the newest where it is another.</summary>
    [BindProperty(SupportsGet = true, Name = "jaar")] public int Shown { get; set; }

    /// <summary>Those that teams can still take up something of, the first to end first.</summary>
    public IReadOnlyList<OfferStanding> Open { get; private set; } = [];
    /// <summary>One page of those that are handed out or past, the last to end first.</summary>
    public IReadOnlyList<OfferStanding> Others { get; private set; } = [];
    public Pages Pages { get; private set; } = null!;
    /// <summary>The years in which something came, the newest first, and what came in the one that is shown.</summary>
    public IReadOnlyList<int> GiftYears { get; private set; } = [];
    public IReadOnlyList<Gift> Gifts { get; private set; } = [];
    public IReadOnlyList<InKindChoice> Choices { get; private set; } = [];
    /// <summary>An open decision about the choice.</summary>
    public int? Proposed { get; private set; }
    public int ThisYear { get; private set; }
    public bool MayPropose => Treasury.Bar(Viewer) is null && Proposed is null;
    public bool CountsNow => InKindChoice.CountsIn(Choices, ThisYear);

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
        var offers = await Offers.Counting(Db).ToListAsync();
        var (open, others) = (new List<OfferStanding>(), new List<OfferStanding>());
        foreach (var standing in offers.Select(o => OfferStanding.Of(o, today))) (standing.Whole.Left > 0 ? open : others).Add(standing);
        Open = [.. open.OrderBy(s => s.Ends)];
        Pages = Pages.Of(Request, others.Count, 50);
        Others = [.. others.OrderByDescending(s => s.Ends).Skip(Pages.Skip).Take(Pages.Size)];
        var gifts = Gift.Of(offers);
        GiftYears = [.. gifts.Select(g => g.Year).Distinct()];
        var shown = GiftYears.Contains(Shown) ? Shown : GiftYears.FirstOrDefault();
        Gifts = [.. gifts.Where(g => g.Year == shown)];
        Choices = await InKindChoice.All(Db);
        Proposed = await Db.Set<Decision>().Where(d => d.Kind == DecisionKind.CountInKind && d.CarriedAt == null && d.DroppedAt == null).Select(d => (int?)d.Number).FirstOrDefaultAsync();
    }
}
