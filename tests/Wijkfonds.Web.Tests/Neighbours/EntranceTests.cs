using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Neighbours;

public sealed class EntranceTests
{
    private const string Email = "fatima@voorbeeld.nl";
    private const string Password = "vier groene fietsen";

    [Theory, EachDatabase]
    public async Task A_neighbour_makes_an_account_confirms_by_the_mailed_link_and_is_in(string database)
    {
        await using var site = new TestSite(database);
        await site.GivenFund();
        var neighbour = Visitor.To(site);
        await Register(neighbour, Email, Password);
        Assert.Contains("Kijk in je mail", neighbour.Text, StringComparison.Ordinal);

        await neighbour.Go(await site.LinkTo(Email));
        Assert.Equal(HttpStatusCode.OK, neighbour.Status);
        await using (var db = site.Open()) Assert.False((await db.Set<Account>().SingleAsync()).EmailConfirmed);
        await neighbour.Press("Bevestigen en inloggen", ("Password", "iets heel anders"));
        Assert.Contains("Dit wachtwoord klopt niet", neighbour.Text, StringComparison.Ordinal);
        await neighbour.Press("Bevestigen en inloggen", ("Password", Password));
        Assert.Contains("Je account is klaar", neighbour.Text, StringComparison.Ordinal);

        await neighbour.Go("/w/oosterhoek/uitloggen");
        await neighbour.Press("Uitloggen");
        await SignIn(neighbour, Email, Password);
        Assert.Equal("/w/oosterhoek/", neighbour.Page.Location.PathName);
    }

    [Theory, EachDatabase]
    public async Task An_address_that_is_known_gets_the_same_page_and_only_its_owner_a_different_mail(string database)
    {
        await using var site = new TestSite(database);
        await site.GivenFund();
        await Member(site, Email, Password);
        var stranger = Visitor.To(site);
        await Register(stranger, Email, "een ander wachtwoord");
        var known = stranger.Text;
        await Register(stranger, "nieuw@voorbeeld.nl", "een ander wachtwoord");
        Assert.Equal(known.Replace(Email, "", StringComparison.Ordinal), stranger.Text.Replace("nieuw@voorbeeld.nl", "", StringComparison.Ordinal));
        Assert.Equal("Je hebt al een account", (await site.MailsTo(Email))[^1].Subject);

        await Forgot(stranger, Email);
        known = stranger.Text;
        await Forgot(stranger, "niemand@voorbeeld.nl");
        Assert.Equal(known.Replace(Email, "", StringComparison.Ordinal), stranger.Text.Replace("niemand@voorbeeld.nl", "", StringComparison.Ordinal));
        Assert.Equal("Bij dit adres hoort geen account", (await site.MailsTo("niemand@voorbeeld.nl"))[^1].Subject);
        await SignIn(stranger, Email, Password);
        Assert.Equal("/w/oosterhoek/", stranger.Page.Location.PathName);
    }

    [Theory, EachDatabase]
    public async Task Two_registrations_of_one_address_at_one_moment_make_one_account(string database)
    {
        await using var site = new TestSite(database);
        await site.GivenFund();
        var visitors = Enumerable.Range(0, 6).Select(_ => Visitor.To(site)).ToList();
        foreach (var visitor in visitors) await visitor.Go("/w/oosterhoek/account/maken");
        await Task.WhenAll(visitors.Select(v => v.Press("Account maken", ("Email", Email), ("Password", Password), ("PublicName", "Fatima"))));
        Assert.All(visitors, v => Assert.Equal(HttpStatusCode.OK, v.Status));
        await using var db = site.Open();
        Assert.Equal(1, await db.Set<Account>().CountAsync());
        var late = await visitors[0].Go(await site.LinkTo(Email));
        await late.Press("Bevestigen en inloggen", ("Password", Password));
        Assert.Contains("Je account is klaar", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_registers_again_on_the_last_day_has_a_link_that_works()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        var neighbour = Visitor.To(site);
        await Register(neighbour, Email, Password);
        site.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(10));
        await Register(neighbour, Email, Password);
        var link = await site.LinkTo(Email);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.RunJobs();
        await neighbour.Go(link);
        await neighbour.Press("Bevestigen en inloggen", ("Password", Password));
        Assert.Contains("Je account is klaar", neighbour.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_password_never_becomes_the_password_of_an_address_by_a_click_on_the_link()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        await Register(Visitor.To(site), Email, "wachtwoord van een dief");
        var owner = await Visitor.To(site).Go(await site.LinkTo(Email));
        await owner.Press("Bevestigen en inloggen", ("Password", Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, owner.Status);
        await using var db = site.Open();
        Assert.False((await db.Set<Account>().SingleAsync()).EmailConfirmed);
    }

    [Theory, EachDatabase]
    public async Task A_new_password_by_mail_ends_the_other_sessions_and_works_once(string database)
    {
        await using var site = new TestSite(database);
        await site.GivenFund();
        await Member(site, Email, Password);
        var elsewhere = Visitor.To(site);
        await SignIn(elsewhere, Email, Password);
        var forgetful = Visitor.To(site);
        await Forgot(forgetful, Email);
        var link = await site.LinkTo(Email);
        await forgetful.Go(link);
        await forgetful.Press("Wachtwoord bewaren", ("Password", "drie rode boten varen"));
        Assert.Contains("Je nieuwe wachtwoord is bewaard", forgetful.Text, StringComparison.Ordinal);
        await elsewhere.Go("/w/oosterhoek/inloggen");
        Assert.Equal("/w/oosterhoek/inloggen", elsewhere.Page.Location.PathName);
        await forgetful.Go(link);
        await forgetful.Press("Wachtwoord bewaren", ("Password", "nog een ander wachtwoord"));
        Assert.Contains("Deze link werkt niet meer", forgetful.Text, StringComparison.Ordinal);
        await SignIn(forgetful, Email, "drie rode boten varen");
        Assert.Equal("/w/oosterhoek/", forgetful.Page.Location.PathName);
    }

    [Fact]
    public async Task Guessing_is_held_up_by_name_for_known_and_unknown_addresses_alike()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        await Member(site, Email, Password);
        foreach (var email in new[] { Email, "niemand@voorbeeld.nl" })
        {
            var guesser = Visitor.To(site);
            for (var i = 0; i < 8; i++)
            {
                await SignIn(guesser, email, "geraden wachtwoord " + i);
                Assert.Contains("horen niet bij elkaar", guesser.Text, StringComparison.Ordinal);
            }
            await SignIn(guesser, email, Password);
            Assert.Equal(HttpStatusCode.TooManyRequests, guesser.Status);
            Assert.Contains("Wacht 5 minuten", guesser.Text, StringComparison.Ordinal);
        }
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        var owner = Visitor.To(site);
        await SignIn(owner, Email, Password);
        Assert.Equal("/w/oosterhoek/", owner.Page.Location.PathName);
    }

    [Fact]
    public void Names_without_end_fill_no_memory_and_free_nobody_who_is_held_up()
    {
        var attempts = new Attempts();
        var now = new DateTimeOffset(2027, 1, 4, 12, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < Attempts.Most; i++) attempts.Failed("held", now);
        for (var i = 0; i < Attempts.MostNames; i++) attempts.Failed("name " + i, now);
        for (var i = 0; i < Attempts.Most; i++) attempts.Failed("one too many", now);
        Assert.Equal(0, attempts.MinutesToWait("one too many", now));
        Assert.Equal(5, attempts.MinutesToWait("held", now));
        now += Attempts.Wait;
        for (var i = 0; i < Attempts.Most; i++) attempts.Failed("one too many", now);
        Assert.Equal(5, attempts.MinutesToWait("one too many", now));
    }

    [Fact]
    public async Task Nobody_can_fill_somebody_elses_mailbox_with_links()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        var pest = Visitor.To(site);
        for (var i = 0; i < 9; i++) await Forgot(pest, i % 2 == 0 ? Email : Email.ToUpperInvariant());
        Assert.Contains("We hebben een mail gestuurd", pest.Text, StringComparison.Ordinal);
        Assert.Equal(5, (await site.MailsTo(Email)).Count);
    }

    [Fact]
    public async Task One_address_may_send_thirty_forms_a_minute_and_is_then_told_to_wait()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        var eager = Visitor.To(site);
        for (var i = 0; i < 30; i++) await Forgot(eager, "geen adres");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, eager.Status);
        await Forgot(eager, "geen adres");
        Assert.Equal(HttpStatusCode.TooManyRequests, eager.Status);
        Assert.Contains("Je probeert het te vaak", eager.Text, StringComparison.Ordinal);
        await eager.Go("/w/oosterhoek/");
        Assert.Equal(HttpStatusCode.OK, eager.Status);
    }

    [Theory]
    [InlineData("https://elders.nl/")]
    [InlineData("//elders.nl/")]
    [InlineData("/\\elders.nl")]
    public async Task The_way_back_never_leads_elsewhere(string back)
    {
        await using var site = new TestSite();
        await site.GivenFund();
        await Member(site, Email, Password);
        var neighbour = await Visitor.To(site).Go("/w/oosterhoek/inloggen?terug=" + Uri.EscapeDataString(back));
        await neighbour.Press("Inloggen", ("Email", Email), ("Password", Password));
        Assert.Equal("http://localhost/w/oosterhoek/", neighbour.Page.Location.Href);
    }

    [Theory]
    [InlineData("geen adres", Password, "Fatima", "Dit is geen e-mailadres")]
    [InlineData("Fatima <fatima@voorbeeld.nl>", Password, "Fatima", "Dit is geen e-mailadres")]
    [InlineData(Email, "kort", "Fatima", "Je wachtwoord is te kort")]
    [InlineData(Email, "aaaaaaaaaaaa", "Fatima", "te makkelijk te raden")]
    [InlineData(Email, Password, " ", "Typ de naam")]
    [InlineData(Email, Password, "fatima@voorbeeld.nl", "iets zonder @")]
    public async Task What_cannot_be_is_refused_by_name_and_what_was_typed_stays(string email, string password, string name, string words)
    {
        await using var site = new TestSite();
        await site.GivenFund();
        var neighbour = Visitor.To(site);
        await Register(neighbour, email, password, name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, neighbour.Status);
        Assert.Contains(words, neighbour.Text, StringComparison.Ordinal);
        Assert.Equal(email, neighbour.Page.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Equal("", neighbour.Page.QuerySelector("#Password")!.GetAttribute("value") ?? "");
    }

    internal static async Task Register(Visitor visitor, string email, string password, string name = "Fatima")
    {
        await visitor.Go("/w/oosterhoek/account/maken");
        await visitor.Press("Account maken", ("Email", email), ("Password", password), ("PublicName", name));
    }

    /// <summary>Somebody with a confirmed account, made through the pages.</summary>
    internal static async Task<Visitor> Member(TestSite site, string email, string password)
    {
        var visitor = Visitor.To(site);
        await Register(visitor, email, password);
        await visitor.Go(await site.LinkTo(email));
        await visitor.Press("Bevestigen en inloggen", ("Password", password));
        Assert.Contains("Je account is klaar", visitor.Text, StringComparison.Ordinal);
        return visitor;
    }

    internal static async Task SignIn(Visitor visitor, string email, string password)
    {
        await visitor.Go("/w/oosterhoek/inloggen");
        await visitor.Press("Inloggen", ("Email", email), ("Password", password));
    }

    private static async Task Forgot(Visitor visitor, string email)
    {
        await visitor.Go("/w/oosterhoek/account/wachtwoord-vergeten");
        await visitor.Press("Stuur me een link", ("Email", email));
    }
}
