using System.Globalization;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Cash;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>The tin in the community centre, and what the alliance itself costs.</summary>
public sealed partial class Story
{
    private async Task KeepCash(DateTimeOffset at)
    {
        await Do(at, async db => await Get<KeepingCash>().Draw(db, await As(db, Players.Treasurer, at), at, fund, Guid.NewGuid(), new("150", null, null)));
        await AgreeAll(at.AddHours(2), Players.Second, DecisionKind.DrawCash);
        var bought = at.AddDays(1);
        Brought[] receipt = [await Bring(Drawing.Receipt(7), FileUse.Receipt)];
        await Do(bought, async db => await Get<KeepingCash>().Spend(db, await As(db, Players.Treasurer, bought), bought, fund, Guid.NewGuid(),
            new("23,40", "Koffie en thee voor de bewonersavond", Day(bought).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), receipt));
        var prepared = bought.AddHours(4);
        await Do(prepared, async db => await Get<PayingOwnCosts>().Prepare(db, Get<Deciding>(), await As(db, Players.Treasurer, prepared), prepared, fund, Guid.NewGuid(),
            new(nameof(AllianceCostKind.Helper), "180", "Noor", "NL18RABO0123459876", true, null, "Langs de deuren met de stembiljetten, twaalf uur")));
    }
}
