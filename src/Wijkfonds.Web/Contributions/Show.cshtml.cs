using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions;

/// <summary>One organisation: what it promised and where its euros are.</summary>
[AllowAnonymous]
public sealed class ShowModel : FundPage
{
    public Contributor Contributor { get; private set; } = null!;
    public IReadOnlyList<Figure> Figures { get; private set; } = [];
    /// <summary>The fund gave some of it back.</summary>
    public bool GaveBack { get; private set; }
    /// <summary>What a second member still has to look at.</summary>
    public Decision? Waiting { get; private set; }
    public IReadOnlyList<string> Representatives { get; private set; } = [];
    /// <summary>What comes when, and what came.</summary>
    public Schedule Schedule { get; private set; } = Schedule.Empty;
    /// <summary>What is due at the end of its year.</summary>
    public IReadOnlyList<LoosePromise> Loose { get; private set; } = [];
    public Cents Due => Schedule.Due + Sum(Loose.Where(p => p.State is TermState.Due or TermState.Overdue));
    public Cents Overdue => Schedule.Overdue + Sum(Loose.Where(p => p.State is TermState.Overdue));
    public Cents Expected => Schedule.Expected + Sum(Loose.Where(p => p.State is TermState.Expected));
    /// <summary>Those that count; for members also those that wait.</summary>
    public IReadOnlyList<Agreement> Agreements { get; private set; } = [];
    public int Year { get; private set; }
    /// <summary>Those that count; for members also those that wait.</summary>
    public IReadOnlyList<Earmark> Earmarks { get; private set; } = [];
    /// <summary>Which of them a second member can still agree to.</summary>
    public IReadOnlySet<Guid> Open { get; private set; } = new HashSet<Guid>();

    /// <summary>What it gives that is no money.</summary>
    public IReadOnlyList<OfferStanding> InKind { get; private set; } = [];

    /// <summary>What is promised per year, with and without a schedule.</summary>
    public IEnumerable<(int Year, Cents Amount)> Years => Contributor.Pledges.Where(p => p.ConfirmedAt is not null && p.Amount > Cents.Zero)
        .GroupBy(p => p.Year).OrderBy(y => y.Key).Select(y => (y.Key, y.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount)));

    public async Task<IActionResult> OnGet(int number)
    {
        var contributor = await Db.Set<Contributor>().AsNoTracking().Include(c => c.Party).Include(c => c.Pledges)
            .SingleOrDefaultAsync(c => c.Number == number && (c.ConfirmedAt != null || Viewer.SeesMoney));
        if (contributor is null) return NotFound();
        Contributor = contributor;
        var movements = await Movements.Of(Db, number);
        Figures = Figure.Now(movements, new EntryFilter { Contributor = number });
        var back = Figure.Of("given-back", movements, new EntryFilter { Contributor = number, Account = LedgerAccount.Bank, Kind = EntryKind.GivenBack });
        GaveBack = back.Amount != Cents.Zero;
        if (GaveBack) Figures = [.. Figures.Take(1), back, .. Figures.Skip(1)];
        var today = await Book.Today(Db, Now, Fund.Id);
        (Year, Schedule) = (today.Year, await Schedules.Of(Db, Fund.Id, number, today));
        Loose = (await LoosePromises.Of(Db, Fund.Id, today, number)).GetValueOrDefault(number, []);
        Agreements = await Schedules.Whole(Db).Where(a => a.ContributorId == contributor.Id && (a.ConfirmedAt != null || Viewer.SeesMoney)).OrderBy(a => a.Number).ToListAsync();
        Earmarks = await Db.Set<Earmark>().AsNoTracking().Where(e => e.ContributorId == contributor.Id && (e.ConfirmedAt != null || Viewer.SeesMoney)).OrderBy(e => e.Number).ToListAsync();
        InKind = [.. (await Offers.For(Db, Viewer).AsNoTracking().Where(o => o.ContributorId == contributor.Id).OrderBy(o => o.Number).ToListAsync()).Select(o => OfferStanding.Of(o, today))];
        if (!Viewer.SeesMoney) return Page();
        Open = await Deciding.OpenAbout(Db, DecisionKind.ConfirmAgreement, DecisionKind.ConfirmEarmark);
        Waiting = await Db.Set<Decision>().AsNoTracking().Where(d => d.Kind == DecisionKind.ConfirmContributor && d.Subject == contributor.Id
            && d.CarriedAt == null && d.DroppedAt == null).SingleOrDefaultAsync();
        Representatives = await Db.Set<Representative>().Where(r => r.ContributorId == contributor.Id && r.Until == null).OrderBy(r => r.From)
            .Join(Db.Set<Account>(), r => r.AccountId, a => a.Id, (r, a) => a.PublicName).ToListAsync();
        return Page();
    }

    private static Cents Sum(IEnumerable<LoosePromise> promises) => promises.Aggregate(Cents.Zero, (sum, p) => sum + p.Open);
}
