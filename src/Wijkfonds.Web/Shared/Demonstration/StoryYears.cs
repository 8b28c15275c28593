using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds.Ledger;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>The visitor's plan may go on for two more years; a giver pays ahead, and the first of them is an award.</summary>
public sealed partial class Story
{
    /// <summary>Fonds Goede Buren: its promises have no schedule, so what it pays beyond this year counts for the next.</summary>
    private const int PaysAhead = 6;

    private async Task PromiseLaterYears(DateTimeOffset at)
    {
        var year = Local(at).Year;
        await using var db = database.Open(fund.Id);
        var award = await db.Set<Award>().AsNoTracking().Where(a => a.Proposal.AccountId == people[Players.Resident.Key].Id).OrderBy(a => a.Number).FirstAsync();
        var decision = await Do(at, async write => await Get<ProposingYears>().Promise(write, await As(write, Players.Treasurer, at), at, fund, award.Number,
            [(year + 1, "1.200"), (year + 2, "1.200")], "De buurt wil dit elk jaar. Zo hoeft het in januari niet te stoppen."));
        await Agree(at.AddHours(1), decision, Players.Second);

        var open = (await LayerYears.Of(db, fund.Id, Day(at))).Where(y => y.Layer.Contributor == PaysAhead && y.Year <= year + 1).Aggregate(Cents.Zero, (sum, y) => sum + y.Open);
        var arrives = at.AddHours(2);
        await Do(arrives, async write => await Get<EnterDeposit>().New(write, await As(write, Players.Treasurer, arrives), arrives, fund.Id, Guid.NewGuid(),
            new(Text(PaysAhead), Day(arrives).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), open.ToFile(), "Wijkfonds, ook voor volgend jaar", false)));
        await AgreeAll(at.AddHours(3), Players.Second, DecisionKind.ConfirmDeposit);
    }
}
