using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>
/// An organisation brings its offer to the desk on signed paper, and a desk helper types it over. It counts for nothing yet and
/// nobody else sees it: the treasurer reads it, and two members decide as on any other.
/// </summary>
public static class PaperOffer
{
    public const int LongestPaper = 100;

    /// <param name="contributor">The number of the organisation.</param>
    /// <param name="form">The form's own reference: the same one posted twice enters one offer.</param>
    /// <param name="paper">Where the paper lies.</param>
    public static async Task<Outcome<Offer>> Enter(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, string? contributor, Guid form, OfferForm typed, string? paper)
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
        var offer = read.Value;
        offer.Acts.Add(offer.Next(OfferActKind.OnPaper, who.AccountId!.Value, now, await Book.Today(db, now, fund), offer.Quantity, note: lies.Value));
        db.Add(offer);
        return offer;
    }
}
