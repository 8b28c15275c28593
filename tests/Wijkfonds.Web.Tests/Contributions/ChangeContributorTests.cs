using Microsoft.EntityFrameworkCore;
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
        var decision = $"/bureau/besluiten/{await n.OpenDecision(DecisionKind.ConfirmContributor)}";
        var member = await n.As(n.SecondMember).Go(decision);
        Assert.True(member.Sees("doet al mee. Dit verandert:"), member.Text);
        Assert.True(member.Sees("Voor 2028 is er ook € 80.000 met een betaalplan. Dat blijft. Samen wordt het € 170.000."), member.Text);
        Assert.True(member.Sees("Toezegging voor 2029, zonder betaalplan: was € 500, wordt € 700."), member.Text);
        await member.Press("Akkoord");
        Assert.True((await n.Stranger.Go("/bijdragers/1")).Sees("2028€ 170.000"));
        // What was decided keeps what it was.
        Assert.True((await member.Go(decision)).Sees("was € 500, wordt € 700"), member.Text);
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
        Assert.Equal(new PromiseChangedSince("2028"), (await n.Second(DecisionKind.ConfirmContributor)).Refusal);
        Assert.False((await n.Second(DecisionKind.ConfirmContributor, inFavour: false, reason: "Veranderd")).Refused);
        Assert.True((await n.Stranger.Go("/bijdragers/1")).Sees("2028€ 500"));
    }

    [Theory, EachDatabase]
    public async Task Contact_address_and_name_are_changed_and_cleared_by_two_and_the_name_that_was_stays_told(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/2/wijzigen");
        await treasurer.Press("Aan tweede lid voorleggen", ("email", "geen adres"));
        Assert.True(treasurer.Sees("Dit is geen e-mailadres."), treasurer.Text);
        await treasurer.Press("Aan tweede lid voorleggen", ("name", "Gemeente Oosterstad"), ("email", "bep@example.org"));
        Assert.True(treasurer.Sees("Deze organisatie staat er al, als nummer 1."), treasurer.Text);
        await treasurer.Press("Aan tweede lid voorleggen", ("name", "Woonstichting Samen"), ("contact", "Bep Wonen"), ("kind", "Foundation"));
        Assert.False((await n.As(n.Auditor).Go("/bijdragers/2")).Sees("Bep Wonen"), "nothing counts before a second member agreed");
        var decision = $"/bureau/besluiten/{await n.OpenDecision(DecisionKind.ConfirmContributor)}";
        var member = await n.As(n.SecondMember).Go(decision);
        Assert.True(member.Sees("wordt Woonstichting Samen.") && member.Sees("wordt Bep Wonen.") && member.Sees("wordt bep@example.org.") && member.Sees("Soort: was Woningcorporatie, wordt Stichting of fonds."), member.Text);
        await member.Press("Akkoord");
        var page = await n.As(n.Auditor).Go("/bijdragers/2");
        Assert.True(page.Sees("Woonstichting Samen") && page.Sees("Stichting of fonds") && page.Sees("Bep Wonen") && page.Sees("bep@example.org"), page.Text);
        Assert.False((await n.Stranger.Go("/bijdragers/2")).Sees("Bep Wonen"));
        // The register tells both names and no person; the decision keeps no person either.
        Assert.True((await n.Stranger.Go("/besluiten")).Sees("nieuwe naam: Woonstichting Samen"));
        Assert.True((await member.Go(decision)).Sees("Naam: was ") && !member.Sees("Bep Wonen"), member.Text);

        await (await treasurer.Go("/bijdragers/2/wijzigen")).Press("Aan tweede lid voorleggen", ("contact", ""), ("email", ""));
        Assert.True((await member.Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.ConfirmContributor)}")).Sees("Contactpersoon: nu Bep Wonen, wordt niemand."), member.Text);
        await member.Press("Akkoord");
        await using var db = n.Open();
        var party = (await db.Set<Contributor>().Include(c => c.Party).SingleAsync(c => c.Number == 2)).Party;
        Assert.Equal(("", "", "Woonstichting Samen"), (party.Contact, party.Email, party.Name));
        Assert.DoesNotContain("Bep Wonen", await EveryPage.Words(site), StringComparison.Ordinal);
        // A record that was emptied is not filled again.
        await db.Set<Party>().ExecuteUpdateAsync(set => set.SetProperty(p => p.ErasedAt, site.Clock.Now));
        await (await treasurer.Go("/bijdragers/2/wijzigen")).Press("Aan tweede lid voorleggen", ("contact", "Bep Wonen"));
        Assert.True(treasurer.Sees("De gegevens van deze organisatie zijn gewist."), treasurer.Text);
    }

    [Theory, EachDatabase]
    public async Task Once_money_is_booked_the_kind_stays_and_after_erasure_no_name_it_ever_had_is_left(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(100);
        await (await n.As(n.Treasurer).Go("/bijdragers/2/wijzigen")).Press("Aan tweede lid voorleggen", ("name", "Woonstichting Samen"), ("contact", "Bep"));
        Assert.False((await n.Second(DecisionKind.ConfirmContributor)).Refused);
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/2/wijzigen");
        await treasurer.Press("Aan tweede lid voorleggen", ("kind", "Care"));
        Assert.True(treasurer.Sees("Van deze organisatie is al geld geboekt."), treasurer.Text);
        await treasurer.Press("Aan tweede lid voorleggen", ("kind", "HousingCorporation"), ("contact", "Wim"));
        Assert.False((await n.Second(DecisionKind.ConfirmContributor, inFavour: false, reason: "Die is al weg")).Refused);
        var was = n.Contributors[1].Party.Name;
        Assert.Contains(was, await EveryPage.Words(site), StringComparison.Ordinal);

        site.Clock.MoveTo(site.Clock.Now.AddYears(7).AddDays(2));
        await site.RunJobs();
        var rows = await EveryPage.Words(site);
        Assert.All(new[] { was, "Woonstichting Samen", "Bep", "Wim" }, word => Assert.DoesNotContain(word, rows, StringComparison.Ordinal));
    }
}
