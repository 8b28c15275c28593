using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Neighbours;

public sealed class SecondFactorTests
{
    private const string Email = "treasurer@voorbeeld.nl";
    private const string Password = "zeven blauwe stoelen";

    [Theory, EachDatabase]
    public async Task A_treasurer_sets_up_the_app_and_signs_in_with_its_code_or_with_a_recovery_code_once(string database)
    {
        await using var site = new TestSite(database);
        await site.GivenFund();
        var treasurer = await EntranceTests.Member(site, Email, Password);
        var (key, codes) = await TurnOn(treasurer);
        Assert.Equal(10, codes.Count);
        await treasurer.Go("/w/oosterhoek/account/tweede-stap");
        Assert.DoesNotContain(codes[0], treasurer.Text, StringComparison.Ordinal);

        var phone = Visitor.To(site);
        await EntranceTests.SignIn(phone, Email, Password);
        Assert.Equal("/w/oosterhoek/inloggen/code", phone.Page.Location.PathName);
        await phone.Go("/w/oosterhoek/account");
        Assert.Equal("/w/oosterhoek/inloggen", phone.Page.Location.PathName);
        await phone.Go("/w/oosterhoek/inloggen/code");
        await phone.Press("Inloggen", ("Code", "000000"));
        Assert.Contains("Deze code klopt niet", phone.Text, StringComparison.Ordinal);
        await phone.Press("Inloggen", ("Code", Authenticator.CodeFor(key)));
        Assert.Equal("/w/oosterhoek/", phone.Page.Location.PathName);

        foreach (var works in new[] { true, false })
        {
            var lost = Visitor.To(site);
            await EntranceTests.SignIn(lost, Email, Password);
            await lost.Go("/w/oosterhoek/inloggen/code?herstel=true");
            await lost.Press("Inloggen", ("Code", codes[0].ToLowerInvariant()));
            Assert.Equal(works ? "/w/oosterhoek/" : "/w/oosterhoek/inloggen/code", lost.Page.Location.PathName);
        }
    }

    [Fact]
    public async Task Money_opens_for_a_treasurer_who_signed_in_with_the_second_factor_and_a_code_works_once()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var treasurer = Visitor.To(site);
        await EntranceTests.SignIn(treasurer, n.Treasurer.Email!, Neighbourhood.Password);
        await treasurer.Go("/w/oosterhoek/bijdragers/nieuw");
        Assert.Equal(HttpStatusCode.Forbidden, treasurer.Status);
        Assert.Contains("logt in met een extra code", treasurer.Text, StringComparison.Ordinal);
        var (key, _) = await TurnOn(treasurer);
        Assert.Equal(HttpStatusCode.OK, (await treasurer.Go("/w/oosterhoek/bijdragers/nieuw")).Status);

        var code = Authenticator.CodeFor(key);
        foreach (var works in new[] { true, false })
        {
            var phone = Visitor.To(site);
            await EntranceTests.SignIn(phone, n.Treasurer.Email!, Neighbourhood.Password);
            await phone.Press("Inloggen", ("Code", code));
            await phone.Go("/w/oosterhoek/bijdragers/nieuw");
            Assert.Equal(works ? "/w/oosterhoek/bijdragers/nieuw" : "/w/oosterhoek/inloggen", phone.Page.Location.PathName);
            Assert.Equal(HttpStatusCode.OK, phone.Status);
        }
    }

    [Fact]
    public async Task Recovery_codes_are_not_in_the_database()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        var (_, codes) = await TurnOn(await EntranceTests.Member(site, Email, Password));
        await using var db = site.Open();
        var stored = string.Join(' ', await db.UserTokens.Select(t => t.Value).ToListAsync());
        Assert.All(codes, code => Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), stored.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Turning_it_on_ends_other_sessions_and_turning_it_off_asks_the_password()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        var here = await EntranceTests.Member(site, Email, Password);
        var elsewhere = Visitor.To(site);
        await EntranceTests.SignIn(elsewhere, Email, Password);
        await TurnOn(here);
        await elsewhere.Go("/w/oosterhoek/account");
        Assert.Equal("/w/oosterhoek/inloggen", elsewhere.Page.Location.PathName);

        await here.Go("/w/oosterhoek/account/tweede-stap");
        await here.Press("Extra code uitzetten", ("Password", "geraden wachtwoord"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, here.Status);
        await here.Press("Extra code uitzetten", ("Password", Password));
        Assert.Contains("De extra code staat uit", here.Text, StringComparison.Ordinal);
        Assert.Equal("De extra code staat uit", (await site.MailsTo(Email))[^1].Subject);
        await EntranceTests.SignIn(elsewhere, Email, Password);
        Assert.Equal("/w/oosterhoek/", elsewhere.Page.Location.PathName);
    }

    internal static async Task<(string Key, IReadOnlyList<string> Codes)> TurnOn(Visitor visitor)
    {
        await visitor.Go("/w/oosterhoek/account/tweede-stap");
        await visitor.Press("Extra code instellen");
        Assert.NotNull(visitor.Page.QuerySelector("svg.qr path"));
        var key = visitor.Page.QuerySelector(".receipt")!.TextContent;
        await visitor.Press("Code controleren en aanzetten", ("Code", Authenticator.CodeFor(key)));
        Assert.Contains("Bewaar deze herstelcodes", visitor.Text, StringComparison.Ordinal);
        return (key, [.. visitor.Page.QuerySelectorAll("ol.receipts code").Select(c => c.TextContent)]);
    }
}
