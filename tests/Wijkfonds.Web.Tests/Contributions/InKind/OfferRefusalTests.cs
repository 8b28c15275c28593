using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions.InKind;

public sealed class OfferRefusalTests
{
    [Theory, EachDatabase]
    public async Task What_a_team_may_not_do_is_refused_by_name(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, cafe) = await OfferJourneyTests.Fund(site);
        await n.WithOffer(quantity: "10");
        Assert.IsType<NotYourTeam>((await n.Accepts(n.Residents[2], barrels, "1")).Refusal);
        Assert.IsType<TeamSpeaksItself>((await n.Accepts(n.Member, barrels, "1")).Refusal);
        Assert.IsType<GiverConfirmsNothing>((await n.Accepts(n.ContributorRepresentative, barrels, "1")).Refusal);
        Assert.IsType<MoreThanLeft>((await n.Accepts(n.Resident, barrels, "11")).Refusal);
        foreach (var odd in new[] { "0", "-1", "veel", "", "99999999999999999999" }) Assert.IsType<Missing>((await n.Accepts(n.Resident, barrels, odd)).Refusal);
        Assert.IsType<DayOutsideOffer>((await n.Accepts(n.Resident, barrels, "1", "2027-01-05")).Refusal);

        Assert.False((await n.Accepts(n.Resident, barrels, "8")).Refused);
        Assert.IsType<MoreThanLeft>((await n.Accepts(n.Residents[1], cafe, "3")).Refusal);
        Assert.IsType<MoreThanAccepted>((await n.Gets(n.Resident, barrels, "9", "2027-01-04")).Refusal);
        Assert.IsType<MoreThanAccepted>((await n.Gets(n.Residents[1], cafe, "1", "2027-01-04")).Refusal);
        Assert.IsType<NotYourTeam>((await n.Gets(n.Residents[1], barrels, "1", "2027-01-04")).Refusal);
        Assert.IsType<DayOutsideOffer>((await n.Gets(n.Resident, barrels, "1", "2027-01-03")).Refusal);
        Assert.IsType<DayOutsideOffer>((await n.Gets(n.Resident, barrels, "1", "2027-01-05")).Refusal);
        Assert.False((await n.Gets(n.Resident, barrels, "2", "2027-01-04")).Refused);
        Assert.IsType<DeliveryLooksSame>((await n.Gets(n.Resident, barrels, "2", "2027-01-04")).Refusal);
        Assert.False((await n.Gets(n.Resident, barrels, "2", "2027-01-04", again: true)).Refused);
        Assert.Equal((8, 4, 4), ((await n.StandingOf()).Whole.Accepted, (await n.StandingOf()).Whole.Delivered, (await n.StandingOf()).Whole.ToCome));
        site.Clock.MoveTo(new DateTimeOffset(2028, 1, 2, 9, 0, 0, TimeSpan.Zero));
        Assert.IsType<OfferHasEnded>((await n.Accepts(n.Residents[1], cafe, "1")).Refusal);
    }

    [Theory, EachDatabase]
    public async Task A_closed_year_takes_no_deliveries_and_a_mistake_in_it_is_taken_back_today(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, _) = await OfferJourneyTests.Fund(site);
        await n.WithOffer(until: "2028-12-31");
        await n.Accepts(n.Resident, barrels, "20");
        await n.Gets(n.Resident, barrels, "5", "2027-01-04");
        site.Clock.MoveTo(new DateTimeOffset(2028, 2, 1, 9, 0, 0, TimeSpan.Zero));
        await site.Given(new BookYear { FundId = n.FundId, Year = 2027, ClosedAt = site.Clock.Now });
        Assert.IsType<YearIsClosed>((await n.Gets(n.Resident, barrels, "5", "2027-12-30")).Refusal);
        Assert.IsType<YearIsClosed>((await n.Accepts(n.Resident, barrels, "5", "2027-12-30")).Refusal);
        var rosa = await n.As(n.Resident).Go("/bijdragers/1/in-natura/1");
        await rosa.Press("Levering terugdraaien", ("reason", "Het was 4 uur."));
        Assert.True(rosa.Sees("was een vergissing, en telt niet"), rosa.Text);
        Assert.IsType<CorrectedBefore>((await n.ByRule<Delivering, OfferAct>(n.Resident, (rule, db, who) => rule.Correct(db, who, site.Clock.Now, n.Fund, 1, 1, 3, "weer"))).Refusal);
        await using var db = n.Open();
        var corrected = await db.Set<OfferAct>().SingleAsync(a => a.Kind == OfferActKind.Corrected);
        Assert.Equal(new DateOnly(2028, 2, 1), corrected.Day);
        Assert.Equal(20, (await n.StandingOf()).Whole.ToCome);
    }

    [Theory, EachDatabase]
    public async Task What_is_dated_back_never_takes_what_was_anothers_by_then(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, cafe) = await OfferJourneyTests.Fund(site);
        await n.WithOffer(quantity: "10");
        await n.Accepts(n.Resident, barrels, "10");
        site.Clock.Advance(TimeSpan.FromDays(10));
        Assert.False((await n.ByRule<Accepting, OfferAct>(n.Resident, (_, db, who) => Accepting.GiveBack(db, who, site.Clock.Now, n.Fund, 1, 1, Guid.NewGuid(), new(n.KeyOf(barrels), "6")))).Refused);
        // Six are left today, and none were yesterday.
        Assert.IsType<NotThatDay>((await n.Accepts(n.Residents[1], cafe, "6", "2027-01-13")).Refusal);
        Assert.False((await n.Accepts(n.Residents[1], cafe, "6")).Refused);
        Assert.IsType<NotThatDay>((await n.Gets(n.Residents[1], cafe, "6", "2027-01-13")).Refusal);
        Assert.False((await n.Gets(n.Residents[1], cafe, "6", "2027-01-14")).Refused);
    }

    [Theory, EachDatabase]
    public async Task Two_teams_that_want_the_last_hours_at_once_get_them_once(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, cafe) = await OfferJourneyTests.Fund(site);
        await n.WithOffer(quantity: "10");
        var outcomes = await Task.WhenAll(n.Accepts(n.Resident, barrels, "7"), n.Accepts(n.Residents[1], cafe, "7"));
        Assert.Single(outcomes, o => !o.Refused);
        Assert.IsType<MoreThanLeft>(outcomes.Single(o => o.Refused).Refusal);
        Assert.Equal(7, (await n.StandingOf()).Whole.Accepted);
    }

    [Theory, EachDatabase]
    public async Task Where_the_maker_has_no_account_any_more_or_is_the_giver_a_member_without_interest_speaks_for_the_plan(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, cafe) = await OfferJourneyTests.Fund(site);
        await n.WithOffer();
        await using (var db = n.Open()) await db.Set<Web.Neighbours.Account>().Where(a => a.Id == n.Resident.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ErasedAt, site.Clock.Now));
        Assert.False((await n.Accepts(n.Member, barrels, "20")).Refused);
        var member = await n.As(n.Member).Go("/bijdragers/1/in-natura/1");
        await member.Press("Bevestigen dat het kwam", ("delivered", "20"), ("date", "2027-01-04"));
        Assert.True(member.Sees("20 uur (€ 800)"), member.Text);

        await site.Given(new Representative { FundId = n.FundId, ContributorId = n.Contributors[0].Id, AccountId = n.Residents[1].Id, From = site.Clock.Now.AddDays(-1) });
        Assert.IsType<GiverConfirmsNothing>((await n.Accepts(n.Residents[1], cafe, "1")).Refusal);
        await site.Given(new Web.Alliance.Interest { FundId = n.FundId, AccountId = n.Member.Id, Subject = cafe.Id, Reason = "Mijn zus", DeclaredAt = site.Clock.Now });
        Assert.IsType<Web.Alliance.StandsAside>((await n.Accepts(n.Member, cafe, "1")).Refusal);
        Assert.False((await n.Accepts(n.SecondMember, cafe, "1")).Refused);
    }

    [Theory, EachDatabase]
    public async Task Whatever_is_wrong_in_the_form_is_said_at_its_field_and_nothing_typed_is_lost(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/1/in-natura/nieuw");
        (string, string)[] right = [("Kind", "Hours"), ("What", "Hulp"), ("Quantity", "10"), ("Unit", "Hours"), ("Value", "400"), ("Valuation", "40 per uur"), ("From", "2027-01-04"), ("Until", "2027-12-31")];
        foreach (var (field, value, says) in new[]
        {
            ("Kind", "", "Kies of het uren"), ("What", " ", "Schrijf kort op"), ("Quantity", "2,5", "Vul een heel getal in"), ("Unit", "Pieces", "Uren tel je niet in stuks"), ("Value", "0", "boven nul"),
            ("Valuation", "", "hoe de organisatie aan dit bedrag kwam"), ("From", "2020-01-01", "Hoogstens een jaar geleden"), ("Until", "2027-01-01", "Vul de laatste dag in"),
        })
        {
            await treasurer.Press("Aan tweede lid voorleggen", [.. right.Where(f => f.Item1 != field), (field, value)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, treasurer.Status);
            Assert.True(treasurer.Sees(says), $"{field}: {treasurer.Text}");
        }
        foreach (var person in new[] { n.Resident, n.ContributorRepresentative, n.DeskHelper })
            Assert.Equal(HttpStatusCode.NotFound, (await n.As(person).Go("/bijdragers/1/in-natura/nieuw")).Status);
        await using var db = n.Open();
        Assert.Empty(await db.Set<Offer>().ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task The_database_refuses_to_change_what_happened_and_words_can_still_be_erased(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, _) = await OfferJourneyTests.Fund(site);
        await n.WithOffer();
        await n.Accepts(n.Resident, barrels, "20");
        await using (var db = n.Open())
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Set<OfferAct>().ExecuteUpdateAsync(set => set.SetProperty(a => a.Quantity, 99)));
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Set<OfferAct>().ExecuteDeleteAsync());
        }
        site.Clock.MoveTo(site.Clock.Now.AddYears(7).AddDays(2));
        await site.RunJobs();
        await using var after = n.Open();
        var offer = await after.Set<Offer>().SingleAsync();
        Assert.Equal(("", ""), (offer.What, offer.Valuation));
        Assert.Equal(HttpStatusCode.OK, (await n.Stranger.Go("/bijdragers/1/in-natura/1")).Status);
    }
}
