using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>An offer ended and a team has not said that its part came: ten days before that lapses, everybody of the team gets one mail.</summary>
public sealed class RemindTeams(EachFund funds, Outbox outbox, PublicAddress address, Texts texts) : IJob
{
    private const int DaysLeft = 10;

    public string Name => "kind-reminders";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task Run(DateTimeOffset now, CancellationToken stop) => funds.Run(async (db, fund) =>
    {
        var today = await Book.Today(db, now, fund.Id);
        foreach (var standing in (await Offers.Counting(db).ToListAsync(stop)).Select(o => OfferStanding.Of(o, today)))
            if (standing.ConfirmUntil.AddDays(-DaysLeft) <= today)
                foreach (var plan in standing.Plans.Where(p => p.ToCome > 0)) await Tell(db, now, fund, standing, plan);
    }, stop);

    private async Task Tell(WijkfondsContext db, DateTimeOffset now, Fund fund, OfferStanding standing, PlanPortion plan)
    {
        var offer = standing.Offer;
        var title = offer.Acts.First(a => a.ProposalId == plan.Plan).Proposal!.Title;
        foreach (var one in await PlanTeam.People(db, plan.Plan))
            await outbox.Write(db, now, fund.Id, $"kind-confirm/{offer.Id:N}/{plan.Plan:N}/{one.Id:N}", one, "kind-confirm",
                title, standing.ConfirmUntil, texts.In(one.Language.Length > 0 ? one.Language : fund.Language, fund.Zone).Quantity(offer, plan.ToCome), offer.What, offer.Contributor.Party.Name, address.Of(fund, "/mijn/in-natura"));
    }
}
