using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Look;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Statements.Annual;

namespace Wijkfonds.Web.Funds;

/// <summary>Where the money is, for anybody: the pot, the years, and each plan's euros.</summary>
[AllowAnonymous]
public sealed class MoneyModel : FundPage
{
    public Pot Pot { get; private set; } = Pot.Empty;
    public PotBar Bar { get; private set; } = null!;
    public IReadOnlyList<int> Years { get; private set; } = [];
    /// <summary>The newest year that has annual accounts.</summary>
    public int? Annual { get; private set; }
    /// <summary>One row for each figure: the years, then all of them together.</summary>
    public IReadOnlyList<IReadOnlyList<Figure>> Table { get; private set; } = [];
    /// <summary>How it stood at the end of each of these years, and how it stands now.</summary>
    public IReadOnlyList<IReadOnlyList<Figure>> Stands { get; private set; } = [];
    public IReadOnlyList<PlanMoney> Plans { get; private set; } = [];
    /// <summary>The newest payment, as the example of how to follow a euro.</summary>
    public EntryStory? Latest { get; private set; }
    public LedgerHead? Head { get; private set; }
    /// <summary>When the bank was last read in, and whether that is too long ago.</summary>
    public DateTimeOffset? BankRead { get; private set; }
    public bool BankLate { get; private set; }

    public async Task OnGet()
    {
        var movements = await Movements.Of(Db);
        Pot = Pot.Of(movements);
        Bar = PotBars.Of(Pot, await Pot.Bound(Db, Fund.Id, movements), Here);
        Years = [.. movements.Rows.Select(r => r.Year).Distinct().Order().TakeLast(5)];
        Annual = await AnnualAccounts.Years(Db) is [var last, ..] ? last : null;
        Table = [.. FlowFigures.Shown(movements).Select(flow => (IReadOnlyList<Figure>)[
            .. Years.Select(year => Figure.Of(flow.Name, movements, flow.Filter with { From = year, Until = year })), Figure.Of(flow.Name, movements, flow.Filter)])];
        Stands = [.. FlowFigures.Stands.Select(stand => (IReadOnlyList<Figure>)[
            .. Years.Select(year => Figure.Of(stand.Name, movements, stand.Filter with { Until = year })), Figure.Of(stand.Name, movements, stand.Filter)])];
        Plans = await PlanMoney.Of(Db, movements, new EntryFilter());
        Head = await Db.Set<LedgerHead>().AsNoTracking().SingleOrDefaultAsync();
        BankRead = await BankBalance.LastRead(Db);
        BankLate = await BankBalance.Overdue(Db, Fund.Id, Now) is not null;
        var newest = await Db.Set<JournalEntry>().AsNoTracking().Include(e => e.Lines).Where(e => e.Kind == EntryKind.Payment)
            .OrderByDescending(e => e.Sequence).FirstOrDefaultAsync();
        if (newest is not null) Latest = (await new EntryStories(T, Here).Tell(Db, [newest]))[0];
    }
}
