using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>
/// An organisation brings its offer to the desk on signed paper, and a desk helper types it over. It counts for nothing yet and
/// nobody else sees it: the treasurer reads it, and two members decide as on any other. What is not as on the paper goes back.
/// </summary>
public static class PaperOffer
{
    public const int LongestPaper = 100;

    /// <param name="contributor">The number of the organisation.</param>
    /// <param name="form">The form's own reference: the same one posted twice enters one offer.</param>
    /// <param name="paper">Where the paper lies.</param>
    /// <param name="again">The number of the offer of this organisation that was sent back; null for a new paper.</param>
    public static async Task<Outcome<Offer>> Enter(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, string? contributor, Guid form, OfferForm typed, string? paper, int? again = null)
    {
        who = await who.Again(db, now);
        if (!who.IsDesk) return new NotFoundHere();
        if (await db.Set<Offer>().IgnoreQueryFilters().SingleOrDefaultAsync(o => o.Id == form) is { } before) return before.FundId == fund ? before : new NotFoundHere();
        if (!int.TryParse(contributor, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await db.Set<Contributor>().Include(c => c.Party).SingleOrDefaultAsync(c => c.Number == number && c.ConfirmedAt != null) is not { } giver) return new Missing("contributor", "Offer.Giver");
        var read = await EnterOffer.Read(db, now, giver, form, typed);
        if (read.Refused) return read.Refusal;
        var lies = Typed.Needed(paper, "paper", LongestPaper, "Report.Paper");
        if (lies.Refused) return lies.Refusal;
        var today = await Book.Today(db, now, fund);
        if (again is not null && !await Offers.SentBack(db, today).AnyAsync(o => o.ContributorId == giver.Id && o.Number == again)) again = null;
        var offer = read.Value;
        offer.Acts.Add(offer.Next(OfferActKind.OnPaper, who.AccountId!.Value, now, today, offer.Quantity, note: lies.Value, about: again));
        db.Add(offer);
        return offer;
    }

    /// <summary>What the treasurer reads is not what the paper says: the desk types it again.</summary>
    public static async Task<Outcome<Offer>> SendBack(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int contributor, int number, string? reason)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await Offers.OnPaper(db).SingleOrDefaultAsync(o => o.Contributor.Number == contributor && o.Number == number) is not { } offer) return new NotFoundHere();
        var why = Typed.Needed(reason, "reason", OfferNote.Longest, "Offer.SentBack");
        if (why.Refused) return why.Refusal;
        db.Add(offer.Next(OfferActKind.SentBack, who.AccountId!.Value, now, await Book.Today(db, now, fund), 0, note: why.Value));
        return offer;
    }
}
