using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>At every member's desk: offers that nobody took up for two weeks, and offers that end within a month with something still to come. At the treasurer's also those that the desk typed over from paper.</summary>
public sealed class OfferTasks : IDeskTasks
{
    private const int DaysAlone = 14, DaysToEnd = 30;

    public async Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now)
    {
        if (!who.IsMember) return [];
        var paper = Treasury.Bar(who) is null ? await Offers.OnPaper(db).AsNoTracking().ToListAsync() : [];
        List<DeskTask> waiting = [.. paper.Select(o => new DeskTask(words["offer.task.paper", o.What, o.Contributor.Party.Name], Offers.PathOf(o), o.EnteredAt, words["offer.task.paper.nothing"]))];
        if (await Offers.Counting(db).ToListAsync() is not { Count: > 0 } offers) return waiting;
        var today = await Book.Today(db, now, offers[0].FundId);
        var standings = offers.Select(o => OfferStanding.Of(o, today)).ToList();
        return [.. waiting, .. One("offer.task.waits", standings.Where(s => s.Whole is { Left: > 0, Accepted: 0 } && Since(s).AddDays(DaysAlone) <= now)),
            .. One("offer.task.ends", standings.Where(s => s.Ends < today.AddDays(DaysToEnd) && (s.Whole.ToCome > 0 || s.Whole is { Left: > 0, Accepted: > 0 })))];

        IEnumerable<DeskTask> One(string key, IEnumerable<OfferStanding> which)
        {
            if (which.OrderBy(s => s.Ends).ToList() is not { Count: > 0 } found) yield break;
            yield return new DeskTask(words.Count(key, found.Count, found[0].Offer.What, found[0].Offer.Contributor.Party.Name),
                found.Count == 1 ? Offers.PathOf(found[0].Offer) : "/geld/in-natura", found.Min(Since), words[$"{key}.nothing", found[0].Ends]);
        }
    }

    private static DateTimeOffset Since(OfferStanding standing) => standing.Offer.Acts.Single(a => a.Kind == OfferActKind.Offered).At;
}
