using System.Globalization;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds.Cash;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>The tin in the community centre, and what the alliance itself costs.</summary>
public sealed partial class Story
{
    private async Task KeepCash(DateTimeOffset at)
    {
        await Do(at, async db => await Get<KeepingCash>().Draw(db, await As(db, Players.Treasurer, at), at, fund, Guid.NewGuid(), new("150", null, null, new("Ans, beheerder van het buurthuis", null, true, null))));
        await AgreeAll(at.AddMinutes(20), Players.Second, DecisionKind.DrawCash);
        if (!await MayCost(at, 204)) return;
        var bought = at.AddMinutes(40);
        Brought[] receipt = [await Bring(Drawing.Receipt(7), FileUse.Receipt)];
        await Do(bought, async db => await Get<KeepingCash>().Spend(db, await As(db, Players.Treasurer, bought), bought, fund, Guid.NewGuid(),
            new("23,40", "Koffie en thee voor de bewonersavond", Day(bought).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), receipt));
        await PayHelper(bought, "180", "Langs de deuren met de stembiljetten, twaalf uur");
        await AgreeAll(bought.AddMinutes(20), Players.Second, DecisionKind.PayAllianceCost);
    }

    /// <summary>At the desk now: a helper to pay, and coins that go back to the bank.</summary>
    private async Task BringBack(DateTimeOffset at)
    {
        if (await MayCost(at, 90)) await PayHelper(at, "90", "Helpen bij het inloopspreekuur, zes uur");
        await Do(at.AddHours(1), async db => await Get<KeepingCash>().Return(db, await As(db, Players.Treasurer, at.AddHours(1)), at.AddHours(1), fund, Guid.NewGuid(), new("50", null, null)));
    }

    private Task PayHelper(DateTimeOffset at, string amount, string what) => Do(at, async db => await Get<PayingOwnCosts>().Prepare(db, Get<Deciding>(), await As(db, Players.Treasurer, at), at, fund, Guid.NewGuid(),
        new(nameof(AllianceCostKind.Helper), amount, "Noor", "NL18RABO0123459876", true, null, what)));

    /// <summary>In the first days of a year nothing came in yet, and the alliance may cost a share of what came in.</summary>
    private async Task<bool> MayCost(DateTimeOffset at, long euros)
    {
        await using var db = database.Open(fund.Id);
        return (await AllianceShare.Of(db, fund.Id, Local(at).Year)).Room >= Cents.Euros(euros);
    }
}
