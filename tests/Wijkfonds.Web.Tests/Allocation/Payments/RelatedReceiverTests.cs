using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation.Payments;

/// <summary>Nobody prepares or releases money for who they belong to, and it is asked again when the second member speaks.</summary>
public sealed class RelatedReceiverTests
{
    [Theory, EachDatabase]
    public async Task Who_owns_the_receiver_neither_prepares_nor_releases(string database)
    {
        await using var site = new TestSite(database);
        var n = await Paid(site);
        await Related(n, n.Member, RelationKind.Owner);
        await n.Prepare(OutgoingKind.OwnCost, 20);
        Assert.IsType<RelatedToReceiver>((await n.Second(DecisionKind.PayAllianceCost, n.Member)).Refusal);
        Assert.False((await n.Second(DecisionKind.PayAllianceCost, n.SecondMember)).Refused);

        await Related(n, n.Treasurer, RelationKind.Board);
        var page = await (await n.As(n.Treasurer).Go("/geld/eigen-kosten")).Press("Betaling klaarzetten", ("kind", "Costs"), ("amount", "11"), ("what", "Zaal"), ("payee", "Buurthuis De Brug"), ("iban", Neighbourhood.HallIban));
        Assert.True(page.Sees("staat dat jij een band hebt met wie dit geld krijgt"), page.Text);
        // The same receiver on a new record, for a plan.
        page = await (await n.As(n.Treasurer).Go("/geld/betalingen")).Press("Betaling klaarzetten", ("award", "1"), ("amount", "11"), ("purpose", "Zaal"), ("payee", "De Brug, verhuur"), ("iban", Neighbourhood.HallIban), ("who", "organisation"));
        Assert.True(page.Sees("staat dat jij een band hebt met wie dit geld krijgt"), page.Text);
    }

    [Theory, EachDatabase]
    public async Task A_relation_with_the_group_of_the_receiver_bars_and_one_that_ended_does_not(string database)
    {
        await using var site = new TestSite(database);
        var n = await Paid(site);
        var giver = n.Contributors[0].PartyId;
        await using var db = n.Open();
        var hall = await db.Set<Party>().SingleAsync(p => p.Iban == Neighbourhood.HallIban);
        await site.Given(new Relation { FundId = n.FundId, Number = 1, One = giver, Other = hall.Id, Kind = RelationKind.SameGroup, MadeBy = n.Member.Id, MadeAt = site.Clock.Now },
            new Relation { FundId = n.FundId, Number = 2, One = n.Member.Id, Other = giver, Kind = RelationKind.Board, MadeBy = n.Member.Id, MadeAt = site.Clock.Now },
            new Relation { FundId = n.FundId, Number = 3, One = n.SecondMember.Id, Other = hall.Id, Kind = RelationKind.Board, MadeBy = n.Member.Id, MadeAt = site.Clock.Now, EndedAt = site.Clock.Now, EndedBy = n.Member.Id });
        await n.Prepare(OutgoingKind.OwnCost, 20);
        Assert.IsType<RelatedToReceiver>((await n.Second(DecisionKind.PayAllianceCost, n.Member)).Refusal);
        Assert.False((await n.Second(DecisionKind.PayAllianceCost, n.SecondMember)).Refused);
    }

    [Theory, EachDatabase]
    public async Task A_preparer_who_came_to_belong_to_the_receiver_or_the_team_counts_no_more_at_the_release(string database)
    {
        await using var site = new TestSite(database);
        var n = await Paid(site);
        await n.Prepare(OutgoingKind.OwnCost, 20);
        await Related(n, n.Treasurer, RelationKind.Family);
        Assert.IsType<ProposerGetsIt>((await n.Second(DecisionKind.PayAllianceCost, n.Member)).Refusal);

        await n.Prepare(OutgoingKind.Payment, 90);
        await using var db = n.Open();
        var award = await db.Set<Award>().SingleAsync();
        await site.Given(new TeamMate { FundId = n.FundId, AwardId = award.Id, AccountId = n.Treasurer.Id, AddedAt = site.Clock.Now });
        Assert.IsType<ProposerGetsIt>((await n.Second(DecisionKind.ReleasePayment, n.Member)).Refusal);
        // It can only be stopped.
        Assert.False((await n.Second(DecisionKind.ReleasePayment, n.Member, inFavour: false, reason: "Zit nu in het team.")).Refused);
    }

    /// <summary>The hall was paid before, so that it can be named in a relation.</summary>
    private static async Task<Neighbourhood> Paid(TestSite site)
    {
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Release(OutgoingKind.OwnCost, 10);
        return n;
    }

    private static async Task Related(Neighbourhood n, Account member, RelationKind kind)
    {
        await using var db = n.Open();
        var hall = await db.Set<Party>().OrderBy(p => p.Name).FirstAsync(p => p.Iban == Neighbourhood.HallIban);
        var page = await (await n.As(n.SecondMember).Go("/geld/relaties")).Press("Band vastleggen", ("one", member.Id.ToString()), ("other", hall.Id.ToString()), ("kind", kind.ToString()));
        Assert.True(page.Sees("De band is vastgelegd."), page.Text);
    }
}
