using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions;

/// <summary>Who puts money in, and how much a year.</summary>
[AllowAnonymous]
public sealed class IndexModel : FundPage
{
    public IReadOnlyList<Contributor> Contributors { get; private set; } = [];
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyDictionary<int, Pot> Pots { get; private set; } = new Dictionary<int, Pot>();
    /// <summary>Who gives something that is no money too.</summary>
    public IReadOnlySet<Guid> InKind { get; private set; } = new HashSet<Guid>();
    /// <summary>Which of them a second member can still agree to.</summary>
    public IReadOnlySet<Guid> Open { get; private set; } = new HashSet<Guid>();
    public Cents Received => Pots.Values.Aggregate(Cents.Zero, (sum, pot) => sum + pot.Received);

    public async Task OnGet()
    {
        // What a second member has not confirmed is not public.
        Contributors = await Db.Set<Contributor>().AsNoTracking().Include(c => c.Party).Include(c => c.Pledges)
            .Where(c => c.ConfirmedAt != null || Viewer.SeesMoney).OrderBy(c => c.Number).ToListAsync();
        var first = (await Book.Today(Db, Now, Fund.Id)).Year;
        Years = [.. Contributors.SelectMany(c => c.Pledges).Select(p => p.Year).Where(y => y >= first).Distinct().Order().Take(4)];
        InKind = await Db.Set<Offer>().Where(o => o.Acts.Any(a => a.Kind == OfferActKind.Offered)).Select(o => o.ContributorId).ToHashSetAsync();
        Open = await Deciding.OpenAbout(Db, DecisionKind.ConfirmContributor);
        Pots = await Pot.ByContributor(Db, Fund.Id);
    }

    public Cents PledgedIn(int year) => Contributors.Aggregate(Cents.Zero, (sum, c) => sum + c.PledgedIn(year));

    public static string AllReceived => new EntryFilter { Account = LedgerAccount.Bank, Kind = EntryKind.Deposit }.Path;

    public string ReceivedFrom(Contributor contributor) =>
        new EntryFilter { Account = LedgerAccount.Bank, Kind = EntryKind.Deposit, Contributor = contributor.Number }.Path;
}
