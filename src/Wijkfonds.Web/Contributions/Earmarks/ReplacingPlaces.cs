using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>
/// The giver sent a new list of places: the treasurer enters it, a second member agrees, and from then on it counts. A ballot
/// that is frozen by then keeps the list of when it was frozen; for open plans the fit is proposed anew.
/// </summary>
public sealed class ReplacingPlaces : IEffect
{
    public DecisionKind Kind => DecisionKind.ReplacePlaces;

    public static async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, int number, int earmark, PlacesForm typed, Words words)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await Find(db, e => e.Contributor.Number == number && e.Number == earmark) is not { } found) return new NotFoundHere();
        if (Bars(found) is { } refusal) return refusal;
        var name = Typed.Needed(typed.Name, "Name", 120, "Places.Name");
        if (name.Refused) return name.Refusal;
        var list = 1 + found.Lists.Select(l => l.Number).DefaultIfEmpty(1).Max();
        var (places, errors) = PlaceList.Read(found.FundId, typed.Places, list);
        if (errors.Count > 0) return new PlacesUnreadable(errors.Count);
        if (places.Count == 0) return new Missing("Places", "Places.None");
        if (Same(places, found.PlacesAt(null))) return new SamePlaces();
        var decision = await deciding.Propose(db, who, now, DecisionKind.ReplacePlaces, found.Id, words["places.about", found.Contributor.Party.Name, found.Name, name.Value],
            $"/bijdragers/{number}/oormerken/{earmark}", list.ToString(CultureInfo.InvariantCulture));
        if (decision.Refused) return decision;
        db.Add(new EarmarkList { FundId = found.FundId, EarmarkId = found.Id, Number = list, Name = name.Value, EnteredAt = now });
        foreach (var place in places) place.EarmarkId = found.Id;
        db.AddRange(places);
        return decision;
    }

    /// <summary>Why this earmark takes no other list; null when it does.</summary>
    public static Refusal? Bars(Earmark earmark) =>
        earmark.ConfirmedAt is null ? new EarmarkNotConfirmed() : earmark.PlacesAt(null).Count == 0 ? new EarmarkHasNoPlaces() : null;

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await db.Set<Earmark>().Where(e => e.Id == decision.Subject).Select(e => e.ContributorId).ToListAsync();

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var (list, earmark) = (List(decision), (await Find(db, e => e.Id == decision.Subject))!);
        List<string> sentences = [.. EarmarkWords.Of(earmark.PlacesOf(list), words)];
        if (!decision.IsOpen) return sentences;
        var (before, after) = (earmark.PlacesAt(null).Select(What).ToHashSet(), earmark.PlacesOf(list).Select(What).ToHashSet());
        sentences.Add(words["places.explain.change", after.Except(before).Count(), before.Except(after).Count()]);
        sentences.Add(words["places.explain.open"]);
        foreach (var round in await db.Rounds().AsNoTracking().Where(r => r.Acts.Any(a => a.Kind == RoundActKind.BallotFrozen)
            && !r.Acts.Any(a => a.Kind == RoundActKind.Confirmed || a.Kind == RoundActKind.Cancelled)).OrderBy(r => r.Number).ToListAsync())
            if ((await SectionEarmarks.Of(db, round)).Any(i => i.Earmark.Id == earmark.Id)) sentences.Add(words["places.explain.frozen", round.Name]);
        return sentences;
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        var number = List(decision);
        if (await db.Set<EarmarkList>().SingleOrDefaultAsync(l => l.EarmarkId == decision.Subject && l.Number == number) is not { } list) return new NotFoundHere();
        list.ConfirmedAt = now;
        await JudgingFit.Drop(db, now, db.Set<EarmarkWord>().Where(w => w.EarmarkId == decision.Subject));
        return null;
    }

    /// <summary>The number of the list that is decided on.</summary>
    public static int List(Decision decision) => int.Parse(decision.Terms, CultureInfo.InvariantCulture);

    private static Task<Earmark?> Find(WijkfondsContext db, System.Linq.Expressions.Expression<Func<Earmark, bool>> which) => db.Set<Earmark>().AsNoTracking()
        .Include(e => e.Places).Include(e => e.Lists).Include(e => e.Contributor.Party).AsSplitQuery().SingleOrDefaultAsync(which);

    private static bool Same(IReadOnlyList<EarmarkPlace> some, IReadOnlyList<EarmarkPlace> others) =>
        some.Select(What).SequenceEqual(others.Select(What));

    private static (string, int?, string, string, DateOnly?, DateOnly?) What(EarmarkPlace place) =>
        (place.Postcode, place.Number, place.Addition, place.Complex, place.From, place.Until);
}

/// <summary>What the treasurer typed: which list it is, and the list.</summary>
public sealed record PlacesForm(string? Name, string? Places);

public sealed record EarmarkNotConfirmed : Refusal;

/// <summary>An earmark that binds no places is not narrowed afterwards: that would be another earmark.</summary>
public sealed record EarmarkHasNoPlaces : Refusal;

public sealed record SamePlaces : Refusal
{
    public override string? Field => "Places";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
