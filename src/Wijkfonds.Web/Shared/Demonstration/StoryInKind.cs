using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Proposals;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>Not everything is money: a school with rooms and hours, a welfare organisation with hours, shops with materials.</summary>
public sealed partial class Story
{
    private const int School = 7, Welfare = 3, Shops = 5;

    /// <summary>At the start: what is offered, and that the annual accounts count it.</summary>
    private async Task OfferInKind()
    {
        var at = today.AddDays(-396);
        var school = new ContributorForm("Basisschool De Esdoorn", nameof(ContributorKind.School), "De directie", "school@demonstratie.example", [], null);
        await Do(at, async db => await Get<EnterContributor>().New(db, await As(db, Players.Treasurer, at), at, fund.Id, Guid.NewGuid(), school));
        await AgreeAll(at.AddHours(2), Players.Member, DecisionKind.ConfirmContributor);
        await Offer(at.AddHours(4), School, OfferKind.Room, OfferUnit.DayParts, "Gymzaal op woensdagmiddag", "20", "1.500", "Dat vragen wij anderen: 75 euro per dagdeel.", at, today.AddDays(120));
        await Offer(at.AddHours(5), School, OfferKind.Hours, OfferUnit.Hours, "Uren van de conciërge", "40", "1.400", "Ons eigen uurtarief, 35 euro.", at, today.AddDays(-75));
        await Offer(at.AddHours(6), Welfare, OfferKind.Hours, OfferUnit.Hours, "Uren van een opbouwwerker", "60", "3.300", "Ons tarief voor de gemeente, 55 euro per uur.", at, today.AddDays(90));
        await Offer(at.AddHours(7), Shops, OfferKind.Materials, OfferUnit.Pieces, "Zakken tuinaarde", "40", "260", "Onze inkoopprijs, 6,50 euro per zak.", at, today.AddDays(-120));
        await AgreeAll(at.AddHours(9), Players.Second, DecisionKind.ConfirmOffer);
        await Do(at.AddHours(10), async db => await Get<ChoosingInKind>().Propose(db, Get<Deciding>(), await As(db, Players.Treasurer, at.AddHours(10)), at.AddHours(10), fund, "ja", Text(Local(at).Year)));
        await AgreeAll(at.AddHours(12), Players.Member, DecisionKind.CountInKind);
    }

    /// <summary>Once the plans of the first round are known: three teams take up what they can use, and two confirm what came.</summary>
    private async Task TakeUpInKind(DateTimeOffset at)
    {
        await using var db = database.Open(fund.Id);
        var resident = people[Players.Resident.Key].Id;
        var plans = (await db.Set<Proposal>().AsNoTracking().Include(p => p.Round).Include(p => p.Acts).Where(p => p.Round.Number == 1 && p.Number != null).OrderBy(p => p.Number).ToListAsync()).Where(p => p.IsAdmitted).ToList();
        var (mine, others) = (plans.FirstOrDefault(p => p.AccountId == resident), plans.Where(p => p.AccountId != resident && !p.Title.Contains("waterplein", StringComparison.OrdinalIgnoreCase)).ToList());
        var (garden, lessons) = (others[0], others.First(p => p.Title.StartsWith("Fietsles", StringComparison.Ordinal)));

        await TakeUp(at, garden, Shops, 1, "40");
        await Come(at.AddDays(9), garden, Shops, 1, "40", "Wat een verschil. Dank jullie wel!");
        await TakeUp(at.AddDays(1), lessons, School, 1, "12");
        await Come(at.AddDays(20), lessons, School, 1, "8", "");
        if (mine is not null) await TakeUp(at.AddDays(3), mine, Welfare, 1, "25");
    }

    /// <summary>Lately: something that nobody took up yet.</summary>
    private async Task OfferLately(DateTimeOffset at)
    {
        await Offer(at, Shops, OfferKind.Materials, OfferUnit.Times, "Partytent te leen", "6", "450", "Wat een tent huren in de winkel kost.", at, today.AddDays(100));
        await AgreeAll(at.AddHours(3), Players.Member, DecisionKind.ConfirmOffer);
    }

    private Task<Offer> Offer(DateTimeOffset at, int contributor, OfferKind kind, OfferUnit unit, string what, string quantity, string value, string valuation, DateTimeOffset from, DateTimeOffset until) => Do(at, async db =>
        await Get<EnterOffer>().New(db, await As(db, Players.Treasurer, at), at, fund.Id, contributor, Guid.NewGuid(), new OfferForm
        {
            Kind = kind.ToString(), Unit = unit.ToString(), What = what, Quantity = quantity, Value = value, Valuation = valuation, From = OnDay(from), Until = OnDay(until),
        }));

    private Task<OfferAct> TakeUp(DateTimeOffset at, Proposal plan, int contributor, int offer, string quantity) => Do(at, async db => await Get<Accepting>().Accept(db,
        await Viewer.Of(plan.AccountId, db, at, secondFactor: false), at, fund, contributor, offer, Guid.NewGuid(), new(OfferForm.KeyOf(plan), quantity)));

    private Task<OfferAct> Come(DateTimeOffset at, Proposal plan, int contributor, int offer, string quantity, string thanks) => Do(at, async db => await Get<Delivering>().Confirm(db,
        await Viewer.Of(plan.AccountId, db, at, secondFactor: false), at, fund, contributor, offer, Guid.NewGuid(), new(OfferForm.KeyOf(plan), quantity, OnDay(at.AddDays(-1)), thanks, false)));

    private static string OnDay(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
