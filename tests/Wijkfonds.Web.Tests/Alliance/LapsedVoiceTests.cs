using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Alliance;

/// <summary>Two pairs of eyes are two at the moment of carrying, not once upon a time.</summary>
public sealed class LapsedVoiceTests
{
    [Theory, EachDatabase]
    public async Task The_voice_of_who_left_the_alliance_does_not_count_and_anyone_can_clear_the_table(string database)
    {
        await using var site = new TestSite(database);
        var n = await WithOpenApproval(site);
        await EndTerm(n, n.Member);
        Assert.IsType<ProposerLeft>((await n.Second(DecisionKind.ApproveRound)).Refusal);
        var second = await n.As(n.SecondMember).Go("/bureau/besluiten/1");
        Assert.DoesNotContain(second.Page.QuerySelectorAll("button"), b => b.TextContent.Trim() == "Akkoord");
        await using (var db = n.Open()) Assert.Equal(Cents.Zero, (await Pot.Of(db)).Reserved);
        Assert.Null((await n.Second(DecisionKind.ApproveRound, inFavour: false, reason: "Ik leg het zelf voor.")).Refusal);
        await (await n.As(n.SecondMember).Go("/rondes/1")).Press("Voorleggen aan een tweede lid");
        Assert.Null((await n.Second(DecisionKind.ApproveRound, n.Treasurer)).Refusal);
    }

    [Theory, EachDatabase]
    public async Task Who_is_put_off_a_seat_leaves_nothing_on_the_table(string database)
    {
        await using var site = new TestSite(database);
        var n = await WithOpenApproval(site);
        await (await n.As(n.Treasurer).Go("/bureau/zetels")).Press("Zetel vrijmaken Wijkalliantie, zetel 2");
        Assert.Null((await n.Second(DecisionKind.FillSeat)).Refusal);
        Assert.IsType<AlreadyDecided>((await n.Speak(1, n.SecondMember)).Refusal);
        await using var db = n.Open();
        Assert.Equal([false, true], await db.Set<Decision>().OrderBy(d => d.Number).Select(d => d.CarriedAt != null).ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task A_request_that_began_with_a_seat_ends_without_the_right_when_the_seat_is_gone(string database)
    {
        await using var site = new TestSite(database);
        var n = await WithOpenApproval(site);
        var (stale, proposer) = (await n.Viewer(n.SecondMember), await n.Viewer(n.Member));
        await EndTerm(n, n.SecondMember);
        await EndTerm(n, n.Member);
        await using var scope = site.Services.CreateAsyncScope();
        var deciding = scope.ServiceProvider.GetRequiredService<Deciding>();
        await using var db = n.Open();
        Assert.IsType<NotFoundHere>((await deciding.Speak(db, stale, site.Clock.Now, 1, inFavour: true)).Refusal);
        Assert.IsType<NotFoundHere>((await deciding.TakeBack(db, proposer, site.Clock.Now, 1)).Refusal);
        Assert.IsType<NotYours>((await deciding.Propose(db, stale, site.Clock.Now, DecisionKind.CancelRound, Guid.NewGuid(), "Ronde", "/")).Refusal);
    }

    [Theory, EachDatabase]
    public async Task What_sets_money_apart_or_lets_it_go_asks_for_the_second_factor(string database)
    {
        await using var site = new TestSite(database);
        var n = await WithOpenApproval(site);
        Assert.IsType<SecondFactorNeeded>((await n.Second(DecisionKind.ApproveRound, secondFactor: false)).Refusal);
        Assert.Null((await n.Second(DecisionKind.ApproveRound)).Refusal);
        var stopping = new (string, string)[] { ("Reason", "Er is al geld van elders.") };
        var weak = await (await n.As(n.Member, secondFactor: false).Go("/rondes/1/stoppen")).Press("Stoppen voorleggen aan een tweede lid", stopping);
        Assert.True(weak.Sees("extra code uit een app"), weak.Text);
        await (await n.As(n.Member).Go("/rondes/1/stoppen")).Press("Stoppen voorleggen aan een tweede lid", stopping);
        Assert.IsType<SecondFactorNeeded>((await n.Second(DecisionKind.CancelRound, secondFactor: false)).Refusal);
        Assert.Null((await n.Second(DecisionKind.CancelRound)).Refusal);
    }

    private static async Task<Neighbourhood> WithOpenApproval(TestSite site)
    {
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        await n.WithRound(Phase.Draft);
        await (await n.As(n.Member).Go("/rondes/1")).Press("Voorleggen aan een tweede lid");
        return n;
    }

    private static async Task EndTerm(Neighbourhood n, Account who)
    {
        await using var db = n.Open();
        (await db.Set<Seat>().SingleAsync(s => s.AccountId == who.Id)).Until = n.Site.Clock.Now;
        await db.SaveChangesAsync();
    }
}
