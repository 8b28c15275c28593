using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

/// <summary>What is changed of an organisation that is there already; the clock of the tests stands in January 2027.</summary>
public sealed class ChangeContributorTests
{
    [Theory, EachDatabase]
    public async Task An_amount_beside_a_payment_plan_is_said_to_come_on_top_and_the_second_member_reads_before_and_after(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        Assert.Null(await n.WithAgreement(1, 2027, 2, 80_000));
        Assert.Null(await n.WithPledge(1, 2029, 500));
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/1/wijzigen");
        Assert.True(treasurer.Sees("Nu: € 0 zonder betaalplan, en € 80.000 met een betaalplan."), treasurer.Text);
        Assert.True(treasurer.Sees("Nu is € 500 toegezegd."), treasurer.Text);
        await treasurer.Press("Aan tweede lid voorleggen", ("pledge-2028", "90.000"), ("pledge-2029", "700"));
        Assert.True(treasurer.Sees("Voor 2028 is al € 80.000 toegezegd met een betaalplan."), treasurer.Text);
        await treasurer.Press("Aan tweede lid voorleggen", ("on-top", "true"));
        var member = await n.As(n.SecondMember).Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.ConfirmContributor)}");
        Assert.True(member.Sees("doet al mee. Dit verandert:"), member.Text);
        Assert.True(member.Sees("Voor 2028 is er ook € 80.000 met een betaalplan. Dat blijft. Samen wordt het € 170.000."), member.Text);
        Assert.True(member.Sees("Toezegging voor 2029, zonder betaalplan: was € 500, wordt € 700."), member.Text);
        await member.Press("Akkoord");
        Assert.True((await n.Stranger.Go("/bijdragers/1")).Sees("2028€ 170.000"));
        // What was decided keeps what it was.
        Assert.True((await member.Go(member.Path)).Sees("was € 500, wordt € 700"), member.Text);
        // Back to nothing comes on top of nothing.
        await (await treasurer.Go("/bijdragers/1/wijzigen")).Press("Aan tweede lid voorleggen", ("pledge-2028", "0"));
        Assert.False((await n.Second(DecisionKind.ConfirmContributor)).Refused);
        Assert.True((await n.Stranger.Go("/bijdragers/1")).Sees("2028€ 80.000"));
    }

    [Theory, EachDatabase]
    public async Task Nobody_agrees_to_amounts_that_changed_since_they_were_proposed(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        Assert.Null(await n.WithPledge(1, 2028, 500));
        await (await n.As(n.Treasurer).Go("/bijdragers/1/wijzigen")).Press("Aan tweede lid voorleggen", ("pledge-2028", "700"));
        Assert.Null(await n.WithAgreement(1, 2028, 1, 300));
        Assert.Equal(new PromiseChangedSince(2028), (await n.Second(DecisionKind.ConfirmContributor)).Refusal);
        Assert.False((await n.Second(DecisionKind.ConfirmContributor, inFavour: false, reason: "Veranderd")).Refused);
        Assert.True((await n.Stranger.Go("/bijdragers/1")).Sees("2028€ 500"));
    }
}
