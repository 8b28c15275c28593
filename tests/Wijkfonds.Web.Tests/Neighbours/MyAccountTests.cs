using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Neighbours;

public sealed class MyAccountTests
{
    private const string Email = "jan@voorbeeld.nl";
    private const string Password = "twee kale kippen";

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_and_comes_back_where_it_wanted_to_be()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        await EntranceTests.Member(site, Email, Password);
        var neighbour = await Visitor.To(site).Go("/w/oosterhoek/account/e-mail");
        Assert.Equal("/w/oosterhoek/inloggen", neighbour.Page.Location.PathName);
        await neighbour.Press("Inloggen", ("Email", Email), ("Password", Password));
        Assert.Equal("/w/oosterhoek/account/e-mail", neighbour.Page.Location.PathName);
    }

    [Theory, EachDatabase]
    public async Task The_name_that_others_see_can_change_and_a_new_address_is_confirmed_from_its_own_mailbox(string database)
    {
        await using var site = new TestSite(database);
        await site.GivenFund();
        var jan = await EntranceTests.Member(site, Email, Password);
        await jan.Go("/w/oosterhoek/account");
        await jan.Press("Gegevens bewaren", ("PublicName", "  Jan   van de hoek "), ("Language", "en"));
        Assert.Equal("Jan van de hoek", jan.Page.QuerySelector("#PublicName")!.GetAttribute("value"));

        await jan.Go("/w/oosterhoek/account/e-mail");
        await jan.Press("Stuur de link", ("Email", "jan.nieuw@voorbeeld.nl"), ("Password", Password));
        Assert.Equal("Your e-mail address is being changed", (await site.MailsTo(Email))[^1].Subject);
        await jan.Go(await site.LinkTo("jan.nieuw@voorbeeld.nl"));
        await jan.Press("Dit adres gebruiken");
        await EntranceTests.SignIn(jan, Email, Password);
        Assert.Contains("horen niet bij elkaar", jan.Text, StringComparison.Ordinal);
        await EntranceTests.SignIn(jan, "jan.nieuw@voorbeeld.nl", Password);
        Assert.Equal("/w/oosterhoek/", jan.Page.Location.PathName);
    }

    [Fact]
    public async Task A_changed_password_ends_every_other_session_but_not_this_one()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        var here = await EntranceTests.Member(site, Email, Password);
        var elsewhere = Visitor.To(site);
        await EntranceTests.SignIn(elsewhere, Email, Password);
        await here.Go("/w/oosterhoek/account/wachtwoord");
        await here.Press("Wachtwoord bewaren", ("Password", "fout wachtwoord"), ("NewPassword", "acht wilde ganzen"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, here.Status);
        await here.Press("Wachtwoord bewaren", ("Password", Password), ("NewPassword", "acht wilde ganzen"));
        Assert.Contains("Je wachtwoord is veranderd", here.Text, StringComparison.Ordinal);
        await elsewhere.Go("/w/oosterhoek/account");
        Assert.Equal("/w/oosterhoek/inloggen", elsewhere.Page.Location.PathName);
    }

    [Theory, EachDatabase]
    public async Task What_is_kept_can_be_taken_along_and_the_account_can_be_erased(string database)
    {
        await using var site = new TestSite(database);
        await site.GivenFund();
        var jan = await EntranceTests.Member(site, Email, Password);
        using var file = JsonDocument.Parse(await jan.Http.GetStringAsync(new Uri("/w/oosterhoek/account/gegevens.json", UriKind.Relative)));
        Assert.Equal(Email, file.RootElement.GetProperty("account").GetProperty("Email").GetString());

        await jan.Go("/w/oosterhoek/account/verwijderen");
        await jan.Press("Mijn account verwijderen", ("Password", Password));
        Assert.Contains("Je account is verwijderd", jan.Text, StringComparison.Ordinal);
        await EntranceTests.SignIn(jan, Email, Password);
        Assert.Contains("horen niet bij elkaar", jan.Text, StringComparison.Ordinal);
        await using var db = site.Open();
        var left = await db.Set<Account>().SingleAsync();
        Assert.Equal((null, "", null), (left.Email, left.PublicName, left.PasswordHash));
        Assert.Empty(await site.MailsTo(Email));
        // The address is free for a new start.
        await EntranceTests.Register(jan, Email, Password);
        Assert.Equal("Is dit adres van jou?", (await site.MailsTo(Email))[^1].Subject);
    }

    [Theory, EachDatabase]
    public async Task A_declared_interest_ends_with_the_account_and_is_shown_of_who_holds_a_seat_only(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        Interest Of(Account account, string reason) => new() { FundId = n.FundId, AccountId = account.Id, Subject = n.FundId, Reason = reason, DeclaredAt = site.Clock.Now };
        await site.Given(Of(n.Member, "Ik werk daar."), Of(n.Resident, "Mijn zus woont daar."));
        var who = await n.Stranger.Go("/wie-beslist");
        Assert.True(who.Sees("Ik werk daar."));
        Assert.False(who.Sees("Mijn zus woont daar."));

        var resident = await n.As(n.Resident).Go("/account/verwijderen");
        await resident.Press("Mijn account verwijderen", ("Password", Neighbourhood.Password));
        await using (var db = site.Open())
        {
            var left = await db.Set<Interest>().SingleAsync(i => i.AccountId == n.Resident.Id);
            Assert.Equal((site.Clock.Now, ""), (left.EndedAt, left.Reason));
        }
        site.Clock.Advance(TimeSpan.FromDays(4 * 366));
        Assert.False((await n.Stranger.Go("/wie-beslist")).Sees("Ik werk daar."));
    }

    [Fact]
    public async Task Who_holds_a_seat_first_gives_it_back()
    {
        await using var site = new TestSite();
        var fund = await site.GivenFund();
        var jan = await EntranceTests.Member(site, Email, Password);
        await using (var db = site.Open())
            await site.Given(new Seat
            {
                FundId = fund.Id, Number = 1, Body = Body.Alliance, Origin = SeatOrigin.Election, AccountId = (await db.Set<Account>().SingleAsync()).Id,
                From = site.Clock.Now.AddDays(-1), Until = site.Clock.Now.AddYears(1),
            });
        await jan.Go("/w/oosterhoek/account/verwijderen");
        await jan.Press("Mijn account verwijderen", ("Password", Password));
        Assert.Equal(HttpStatusCode.Conflict, jan.Status);
        Assert.Contains("Je hebt nog een zetel", jan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_is_chosen_without_script_and_leads_back()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        var neighbour = await Visitor.To(site).Go("/w/oosterhoek/inloggen");
        await neighbour.Go(neighbour.Page.QuerySelectorAll("header a").Last(a => a.TextContent == "Taal").GetAttribute("href")!);
        await neighbour.Press("English");
        Assert.Equal("/w/oosterhoek/inloggen", neighbour.Page.Location.PathName);
        Assert.Equal("en", neighbour.Page.DocumentElement.GetAttribute("lang"));
        await neighbour.Go("/w/oosterhoek/taal");
        await neighbour.Press("العربية");
        Assert.Equal(("nl", "ltr"), (neighbour.Page.DocumentElement.GetAttribute("lang"), neighbour.Page.DocumentElement.GetAttribute("dir")));
        Assert.Contains("العربية", neighbour.Text, StringComparison.Ordinal);
        Assert.Contains("not translated yet", neighbour.Text, StringComparison.Ordinal);
        await neighbour.Go("/w/oosterhoek/inloggen?taal=en");
        Assert.Contains("Forgot your password?", neighbour.Text, StringComparison.Ordinal);
    }
}
