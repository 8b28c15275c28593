using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

public sealed class ContributeTests
{
    private static readonly (string, string)[] Corporation =
        [("name", "Woonstichting Ons Huis"), ("kind", "HousingCorporation"), ("contact", "Bert Brug"), ("email", "bert@debrug.example"), ("pledge-2027", "25.000"), ("pledge-2028", "30000,50")];

    private static readonly (string, string)[] Money = [("contributor", "1"), ("date", "2027-01-02"), ("amount", "25.000"), ("reference", "Bijdrage 2027")];

    [Theory, EachDatabase]
    public async Task An_organisation_counts_once_a_second_member_agreed_and_its_deposit_makes_the_pot_rise(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/nieuw");
        await treasurer.Press("Organisatie invoeren", Corporation);
        Assert.Equal("/bijdragers/1", treasurer.Path);
        Assert.True(treasurer.Sees("Wacht op tweede lid"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/bijdragers/1")).Status);

        Assert.False((await n.Second(DecisionKind.ConfirmContributor, n.Member)).Refused);
        var list = await n.Stranger.Go("/bijdragers");
        Assert.True(list.Sees("Woonstichting Ons Huis") && list.Sees("€ 25.000") && list.Sees("€ 30.000,50"));
        Assert.False(list.Sees("Bert Brug") || list.Sees("bert@debrug.example"));

        await (await treasurer.Go("/stortingen")).Press("Storting invoeren", Money);
        Assert.True(treasurer.Sees("Wacht op tweede lid"));
        Assert.Equal(Pot.Empty, await PotOf(n));
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.ConfirmDeposit, n.Treasurer)).Refusal);
        Assert.IsType<SecondFactorNeeded>((await n.Second(DecisionKind.ConfirmDeposit, n.Member, secondFactor: false)).Refusal);
        Assert.False((await n.Second(DecisionKind.ConfirmDeposit, n.Member)).Refused);
        Assert.Equal(Cents.Euros(25_000), (await PotOf(n)).Free);
        Assert.True((await n.Stranger.Go("/geld")).Sees("Op de bank staat volgens het boek € 25.000"));
        Assert.True((await n.Stranger.Go("/geld/boekingen")).Sees("Woonstichting Ons Huis stortte € 25.000."));
    }

    [Theory, EachDatabase]
    public async Task Only_the_treasurer_with_a_second_factor_enters_money_and_for_others_the_page_is_not_there(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(100);
        foreach (var path in new[] { "/bijdragers/nieuw", "/bijdragers/1/wijzigen", "/stortingen" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Resident).Go(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.DeskHelper).Go(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Host).Go(path)).Status);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await n.As(n.Member).Go("/bijdragers/nieuw")).Status);
        var weak = await n.As(n.Treasurer, secondFactor: false).Go("/bijdragers/nieuw");
        Assert.Equal(HttpStatusCode.Forbidden, weak.Status);
        Assert.True(weak.Sees("extra code uit een app"));
        Assert.Empty(weak.Page.QuerySelectorAll("main form"));
        // The audit committee reads, and finds no form.
        Assert.Empty((await n.As(n.Auditor).Go("/stortingen")).Page.QuerySelectorAll("main form"));
    }

    [Theory, EachDatabase]
    public async Task What_was_typed_wrongly_is_named_at_its_field_and_stays(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(100);
        var treasurer = n.As(n.Treasurer);
        foreach (var (field, typed, words) in new[]
        {
            ("name", "", "Vul de naam van de organisatie in."), ("name", new string('x', 121), "hoogstens 120 tekens"), ("name", " gemeente   OOSTERSTAD\u0007", "staat er al, als nummer 1"),
            ("kind", "99", "Kies wat voor organisatie het is."), ("email", "geen adres", "een @"), ("pledge-2027", "-5", "Dit is geen bedrag."),
            ("pledge-2027", "99999999999", "Dit bedrag is te groot"), ("representative", "niemand@nergens.example", "geen account met dit e-mailadres"),
            ("representative", n.Auditor.Email!, "kascommissie"),
        })
        {
            await (await treasurer.Go("/bijdragers/nieuw")).Press("Organisatie invoeren", [.. Corporation.Where(c => c.Item1 != field), (field, typed)]);
            Assert.True(treasurer.Sees(words), $"{field}={typed}: {treasurer.Text}");
            Assert.Equal("bert@debrug.example" == typed || field == "email" ? typed : "bert@debrug.example", treasurer.Page.QuerySelector("#email")!.GetAttribute("value"));
        }
        foreach (var (field, typed, words) in new[]
        {
            ("amount", "0", "meer dan € 0"), ("amount", "-12", "Dit is geen bedrag."), ("amount", "12,345", "Dit is geen bedrag."), ("amount", "99999999999", "Dit bedrag is te groot"),
            ("date", "2027-01-05", "moet nog komen"), ("date", "1999-01-01", "te lang geleden"), ("date", "gisteren", "Vul de datum in"),
            ("contributor", "77", "Kies van welke organisatie"), ("reference", new string('x', 141), "hoogstens 140 tekens"),
        })
        {
            await (await treasurer.Go("/stortingen")).Press("Storting invoeren", [.. Money.Where(m => m.Item1 != field), (field, typed)]);
            Assert.True(treasurer.Sees(words), $"{field}={typed}: {treasurer.Text}");
        }
        await using var db = n.Open();
        Assert.Equal(2, await db.Set<Contributor>().CountAsync());
        Assert.Equal(2, await db.Set<Deposit>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task A_form_posted_twice_enters_once_and_a_line_that_looks_the_same_is_asked_about(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(100);
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/nieuw");
        var form = ("form", treasurer.Page.QuerySelector("input[name=form]")!.GetAttribute("value")!);
        foreach (var _ in new[] { 1, 2 })
        {
            await (await treasurer.Go("/bijdragers/nieuw")).Press("Organisatie invoeren", [.. Corporation.Select(c => c.Item1 == "name" ? (c.Item1, "Zorggroep") : c), form]);
            Assert.Equal("/bijdragers/3", treasurer.Path);
        }
        await treasurer.Go("/stortingen");
        form = ("form", treasurer.Page.QuerySelector("input[name=form]")!.GetAttribute("value")!);
        foreach (var _ in new[] { 1, 2 })
        {
            await (await treasurer.Go("/stortingen")).Press("Storting invoeren", [.. Money, form]);
            Assert.Equal(HttpStatusCode.OK, treasurer.Status);
        }
        Assert.Equal(3, await Deposits(n));
        await (await treasurer.Go("/stortingen")).Press("Storting invoeren", Money);
        Assert.Equal(HttpStatusCode.Conflict, treasurer.Status);
        Assert.True(treasurer.Sees("Is dit een andere?"));
        await treasurer.Press("Storting invoeren", ("again", "true"));
        Assert.Equal(4, await Deposits(n));
    }

    [Theory, EachDatabase]
    public async Task A_form_reference_of_another_fund_is_not_found(string database)
    {
        await using var site = new TestSite(database);
        var (one, other) = (await (await Neighbourhood.On(site)).WithMoney(100), await (await Neighbourhood.On(site, "westhoek")).WithMoney(100));
        await using var db = other.Open();
        var foreign = await db.Set<Deposit>().Select(d => d.Id).FirstAsync();
        var treasurer = await one.As(one.Treasurer).Go("/stortingen");
        await treasurer.Press("Storting invoeren", [.. Money, ("form", foreign.ToString())]);
        Assert.Equal(HttpStatusCode.NotFound, treasurer.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.As(one.Treasurer).Go("/stortingen")).Status);
    }

    [Theory, EachDatabase]
    public async Task A_representative_sees_the_statement_after_a_second_member_agreed_and_never_agrees_alone(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(100);
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/2/wijzigen");
        await treasurer.Press("Aan tweede lid voorleggen");
        Assert.True(treasurer.Sees("Je hebt niets ingevuld."));
        await treasurer.Press("Aan tweede lid voorleggen", ("representative", n.Member.Email!));
        Assert.IsType<StandsAside>((await n.Second(DecisionKind.ConfirmContributor, n.Member)).Refusal);
        Assert.False((await n.Second(DecisionKind.ConfirmContributor, n.SecondMember)).Refused);
        Assert.Contains((await n.Viewer(n.Member)).Represents, r => r.ContributorId == n.Contributors[1].Id);
        await (await treasurer.Go("/bijdragers/2/wijzigen")).Press("Aan tweede lid voorleggen", ("pledge-2029", "1.000"));
        await (await treasurer.Go("/bijdragers/2/wijzigen")).Press("Aan tweede lid voorleggen", ("pledge-2029", "2.000"));
        Assert.True(treasurer.Sees("Dit voorstel ligt er al."));
        Assert.False((await n.Second(DecisionKind.ConfirmContributor, n.Member, false, "Klopt niet.")).Refused);
        Assert.False((await n.Stranger.Go("/bijdragers/2")).Sees("€ 1.000"));
    }

    [Theory, EachDatabase]
    public async Task Who_left_the_organisation_no_longer_sees_its_statement_once_a_second_member_agreed(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(100);
        Assert.True((await n.Viewer(n.ContributorRepresentative)).MaySee(n.Contributors[0].Id));
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/1/wijzigen");
        var gerda = treasurer.Page.QuerySelectorAll("#end-representative option").Single(o => o.TextContent.Contains("Gerda", StringComparison.Ordinal)).GetAttribute("value")!;
        await (await n.As(n.Treasurer).Go("/bijdragers/2/wijzigen")).Press("Aan tweede lid voorleggen", ("representative", n.Resident.Email!));
        await n.Second(DecisionKind.ConfirmContributor, n.Member);
        var elsewhere = await n.As(n.Treasurer).Go("/bijdragers/2/wijzigen");
        await elsewhere.Press("Aan tweede lid voorleggen", ("end-representative", gerda));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.Status);

        await treasurer.Press("Aan tweede lid voorleggen", ("end-representative", gerda));
        Assert.True((await n.Viewer(n.ContributorRepresentative)).MaySee(n.Contributors[0].Id));
        var member = await n.As(n.Member).Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.ConfirmContributor)}");
        Assert.True(member.Sees($"Gerda Gemeente ({n.ContributorRepresentative.Email}) mag het overzicht van deze organisatie niet meer zien."), member.Text);
        await member.Press("Akkoord");
        Assert.False((await n.Viewer(n.ContributorRepresentative)).MaySee(n.Contributors[0].Id));
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.ContributorRepresentative).Go("/bijdragers/1/overzicht")).Status);
        Assert.True((await n.Viewer(n.Resident)).MaySee(n.Contributors[1].Id));
    }

    [Theory, EachDatabase]
    public async Task At_the_desk_the_second_member_reads_what_exactly_is_agreed_to(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(100);
        await (await n.As(n.Treasurer).Go("/bijdragers/nieuw")).Press("Organisatie invoeren", [.. Corporation, ("representative", n.Resident.Email!)]);
        var member = await n.As(n.Member).Go("/bureau/besluiten/1");
        Assert.True(member.Sees("Toezegging voor 2027: € 25.000.") && member.Sees($"Rosa Bakker ({n.Resident.Email})"), member.Text);
        await member.Press("Akkoord");
        Assert.True((await n.Viewer(n.Resident)).MaySee(await Id(n, 3)));
        await (await n.As(n.Treasurer).Go("/stortingen")).Press("Storting invoeren", [.. Money.Where(m => m.Item1 != "contributor"), ("contributor", "3")]);
        await member.Go("/bureau/besluiten/2");
        Assert.True(member.Sees("Omschrijving op het afschrift: Bijdrage 2027."));
        await member.Press("Akkoord");
        Assert.Equal(Cents.Euros(25_100), (await PotOf(n)).Free);
        Assert.False((await n.Stranger.Go("/besluiten")).Sees(n.Resident.Email!));
    }

    [Theory, EachDatabase]
    public async Task Entered_and_confirmed_by_many_hands_at_once_nothing_is_lost_or_doubled(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(100);
        var hands = await Task.WhenAll(Enumerable.Range(1, 6).Select(_ => n.As(n.Treasurer).Go("/stortingen")));
        await Task.WhenAll(hands.Select((hand, i) => Task.Run(() => hand.Press("Storting invoeren", [.. Money.Where(m => m.Item1 != "reference"), ("reference", $"Regel {i}")]))));
        Assert.All(hands, hand => Assert.True(hand.Status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{hand.Status} {hand.Text}"));
        var entered = hands.Count(hand => hand.Status == HttpStatusCode.OK);
        Assert.True(entered > 0);
        Assert.Equal(2 + entered, await Deposits(n));

        await using var db = n.Open();
        var numbers = await db.Set<Decision>().OrderBy(d => d.Number).Select(d => d.Number).ToListAsync();
        Assert.Equal(Enumerable.Range(1, entered), numbers);
        var spoken = await Task.WhenAll(numbers.Select(number => Task.Run(() => n.Speak(number, n.Member))));
        Assert.All(spoken, s => Assert.True(s.Refusal is null or Busy, s.Refusal?.ToString()));
        Assert.Equal(Cents.Euros(100 + 25_000 * spoken.Count(s => !s.Refused)), (await PotOf(n)).Free);
    }

    [Theory, EachDatabase]
    public async Task Who_has_an_interest_in_an_organisation_neither_proposes_nor_confirms_its_deposits(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(100);
        var treasurer = n.As(n.Treasurer);
        await (await treasurer.Go("/stortingen")).Press("Storting invoeren", Money);
        await Declare(n.Member);
        Assert.IsType<StandsAside>((await n.Second(DecisionKind.ConfirmDeposit, n.Member)).Refusal);
        // An interest declared behind the page's back still takes the proposer's voice away.
        var interest = new Interest { FundId = n.FundId, AccountId = n.Treasurer.Id, Subject = await Id(n, 1), Reason = "Mijn zus werkt er.", DeclaredAt = site.Clock.Now };
        await site.Given(interest);
        Assert.IsType<ProposerStandsAside>((await n.Second(DecisionKind.ConfirmDeposit, n.SecondMember)).Refusal);
        await using (var db = n.Open())
        {
            (await db.Set<Interest>().SingleAsync(i => i.Id == interest.Id)).EndedAt = site.Clock.Now;
            await db.SaveChangesAsync();
        }
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await Declare(n.Treasurer);
        await using (var db = n.Open()) Assert.NotNull((await db.Set<Decision>().SingleAsync()).DroppedAt);
        await (await treasurer.Go("/stortingen")).Press("Storting invoeren", Money);
        Assert.True(treasurer.Sees("Je hebt hierbij een belang gemeld"), treasurer.Text);
        Assert.Equal(Cents.Euros(100), (await PotOf(n)).Free);

        async Task Declare(Account who) => await (await n.As(who).Go("/bureau/belangen"))
            .Press("Belang melden", ("Subject", "bijdrager-1"), ("Reason", "Ik werk bij deze organisatie."));
    }

    private static async Task<Pot> PotOf(Neighbourhood n)
    {
        await using var db = n.Open();
        return await Pot.Of(db);
    }

    private static async Task<Guid> Id(Neighbourhood n, int contributor)
    {
        await using var db = n.Open();
        return await db.Set<Contributor>().Where(c => c.Number == contributor).Select(c => c.Id).SingleAsync();
    }

    private static async Task<int> Deposits(Neighbourhood n)
    {
        await using var db = n.Open();
        return await db.Set<Deposit>().CountAsync();
    }
}
