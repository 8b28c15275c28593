using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>The second pair of eyes, for tests that are about something else than the desk's pages.</summary>
public sealed partial class Neighbourhood
{
    /// <summary>This person's voice on the one open decision of a kind.</summary>
    public async Task<Outcome<Decision>> Second(DecisionKind kind, Account? who = null, bool inFavour = true, string reason = "", bool secondFactor = true) =>
        await Speak(await OpenDecision(kind), who ?? SecondMember, inFavour, reason, secondFactor);

    public async Task<int> OpenDecision(DecisionKind kind)
    {
        await using var db = Open();
        return await db.Set<Decision>().Where(d => d.Kind == kind && d.CarriedAt == null && d.DroppedAt == null).Select(d => d.Number).SingleAsync();
    }

    public async Task<Outcome<Decision>> Speak(int decision, Account who, bool inFavour = true, string reason = "", bool secondFactor = true)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var viewer = await Viewer(who, secondFactor);
        return await InOneWork(db => scope.ServiceProvider.GetRequiredService<Deciding>().Speak(db, viewer, Site.Clock.Now, decision, inFavour, reason));
    }
}
