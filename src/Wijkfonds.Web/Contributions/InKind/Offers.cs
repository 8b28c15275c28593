using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>Offers with what their rules and pages look at.</summary>
public static class Offers
{
    public static IQueryable<Offer> Whole(WijkfondsContext db) => db.Set<Offer>()
        .Include(o => o.Contributor.Party).Include(o => o.Proposal!.Round).Include(o => o.Acts).ThenInclude(a => a.Proposal!.Round).AsSplitQuery();

    /// <summary>Those that count, as everybody sees them: by contributor, then by number.</summary>
    public static IQueryable<Offer> Counting(WijkfondsContext db) => Whole(db).AsNoTracking()
        .Where(o => o.Acts.Any(a => a.Kind == OfferActKind.Offered)).OrderBy(o => o.Contributor.Number).ThenBy(o => o.Number);

    /// <summary>For members also those that wait for a second one; what was voted down is nowhere.</summary>
    public static IQueryable<Offer> For(WijkfondsContext db, Viewer who)
    {
        var sees = who.SeesMoney;
        return Whole(db).Where(o => o.Acts.Any(a => a.Kind == OfferActKind.Offered)
            || (sees && o.Acts.Any(a => a.Kind == OfferActKind.OnPaper) && !o.Acts.Any(a => a.Kind == OfferActKind.SentBack) && !db.Set<Decision>().Any(d => d.Kind == DecisionKind.ConfirmOffer && d.Subject == o.Id))
            || (sees && db.Set<Decision>().Any(d => d.Kind == DecisionKind.ConfirmOffer && d.Subject == o.Id && d.CarriedAt == null && d.DroppedAt == null)));
    }

    /// <summary>Typed over at the desk, and not yet put to a second member: in the order in which they came.</summary>
    public static IQueryable<Offer> OnPaper(WijkfondsContext db) => Whole(db).Where(o => o.Acts.Any(a => a.Kind == OfferActKind.OnPaper) && !o.Acts.Any(a => a.Kind == OfferActKind.SentBack)
        && !db.Set<Decision>().Any(d => d.Kind == DecisionKind.ConfirmOffer && d.Subject == o.Id)).OrderBy(o => o.EnteredAt).ThenBy(o => o.Contributor.Number).ThenBy(o => o.Number);

    /// <summary>Sent back to the desk and not typed again yet, until it would have ended.</summary>
    public static IQueryable<Offer> SentBack(WijkfondsContext db, DateOnly today) => Whole(db).Where(o => o.Acts.Any(a => a.Kind == OfferActKind.SentBack) && o.Until >= today
        && !db.Set<OfferAct>().Any(a => a.Kind == OfferActKind.OnPaper && a.About == o.Number && a.Offer.ContributorId == o.ContributorId)).OrderBy(o => o.Contributor.Number).ThenBy(o => o.Number);

    /// <summary>One that counts, to act upon.</summary>
    public static Task<Offer?> Find(WijkfondsContext db, int contributor, int number) => Whole(db)
        .SingleOrDefaultAsync(o => o.Contributor.Number == contributor && o.Number == number && o.Acts.Any(a => a.Kind == OfferActKind.Offered));

    /// <summary>Where it is looked at and acted upon.</summary>
    public static string PathOf(Offer offer) => $"/bijdragers/{offer.Contributor.Number}/in-natura/{offer.Number}";
}
