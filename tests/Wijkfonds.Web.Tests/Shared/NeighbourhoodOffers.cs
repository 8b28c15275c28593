using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>What organisations give that is no money.</summary>
public sealed partial class Neighbourhood
{
    /// <summary>The first organisation offers a hundred hours at forty euros, unless said otherwise: entered by the treasurer, confirmed by a second member.</summary>
    public async Task<Offer> WithOffer(string quantity = "100", string value = "4.000", Proposal? plan = null, string from = "", string until = "2027-12-31", int contributor = 1)
    {
        var form = new OfferForm
        {
            Kind = nameof(OfferKind.Hours), Unit = nameof(OfferUnit.Hours), What = "Uren van de conciërge", Quantity = quantity, Value = value,
            Valuation = "Ons uurtarief is 40 euro.", From = from.Length > 0 ? from : DateOnly.FromDateTime(Site.Clock.Now.UtcDateTime).ToString("yyyy-MM-dd"), Until = until,
            Plan = plan is null ? "" : KeyOf(plan),
        };
        await using var scope = Site.Services.CreateAsyncScope();
        var treasurer = await Viewer(Treasurer);
        var offer = await InOneWork(db => scope.ServiceProvider.GetRequiredService<EnterOffer>().New(db, treasurer, Site.Clock.Now, FundId, contributor, Guid.NewGuid(), form));
        if (offer.Refused) throw new InvalidOperationException(offer.Refusal.ToString());
        var confirmed = await Second(DecisionKind.ConfirmOffer);
        return confirmed.Refused ? throw new InvalidOperationException(confirmed.Refusal.ToString()) : offer.Value;
    }

    /// <summary>A plan's team takes up so much of an offer.</summary>
    public Task<Outcome<OfferAct>> Accepts(Account who, Proposal plan, string quantity, string date = "", int contributor = 1, int offer = 1) => ByRule<Accepting, OfferAct>(who, (rule, db, viewer) =>
        rule.Accept(db, viewer, Site.Clock.Now, Fund, contributor, offer, Guid.NewGuid(), new(KeyOf(plan), quantity, date)));

    /// <summary>A plan's team confirms that so much came.</summary>
    public Task<Outcome<OfferAct>> Gets(Account who, Proposal plan, string quantity, string date, bool again = false, int contributor = 1, int offer = 1) => ByRule<Delivering, OfferAct>(who, (rule, db, viewer) =>
        rule.Confirm(db, viewer, Site.Clock.Now, Fund, contributor, offer, Guid.NewGuid(), new(KeyOf(plan), quantity, date, "", again)));

    /// <summary>The name by which forms know a plan.</summary>
    public string KeyOf(Proposal plan)
    {
        using var db = Open();
        return $"{db.Set<Wijkfonds.Web.Rounds.Round>().Where(r => r.Id == plan.RoundId).Select(r => r.Number).Single()}-{plan.Number}";
    }

    public async Task<OfferStanding> StandingOf(int contributor = 1, int offer = 1)
    {
        await using var db = Open();
        var found = await Offers.Counting(db).SingleAsync(o => o.Contributor.Number == contributor && o.Number == offer);
        return OfferStanding.Of(found, DateOnly.FromDateTime(Site.Clock.Now.UtcDateTime));
    }

    /// <summary>One act by a rule of the program, as this person.</summary>
    public async Task<Outcome<T>> ByRule<TRule, T>(Account who, Func<TRule, Web.Shared.Data.WijkfondsContext, Viewer, Task<Outcome<T>>> act) where TRule : notnull
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var viewer = await Viewer(who);
        return await InOneWork(db => act(scope.ServiceProvider.GetRequiredService<TRule>(), db, viewer));
    }
}
