using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Neighbours;

public sealed class FirstRunTests
{
    [Theory, EachDatabase]
    public async Task An_empty_installation_leads_to_the_first_run_and_its_code_founds_the_fund(string database)
    {
        await using var site = new TestSite(database);
        var host = await Visitor.To(site).Go("/geld");
        Assert.Equal("/eerste-keer", host.Page.Location.PathName);
        var file = Path.Combine(site.DataPath, "first-run-code");
        var code = (await File.ReadAllTextAsync(file)).Trim();
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        await Found(host, "AAAA-BBBB-CCCC-DDDD");
        Assert.Contains("Deze code klopt niet", host.Text, StringComparison.Ordinal);
        await Found(host, code, ("Member", "treasurer@voorbeeld.nl"));
        Assert.Contains("vier verschillende mensen", host.Text, StringComparison.Ordinal);
        await Found(host, code, ("Slug", "Niet Goed!"));
        Assert.Contains("alleen kleine letters", host.Text, StringComparison.Ordinal);
        await using (var db = site.Open()) Assert.False(await db.Set<Fund>().AnyAsync());

        await Found(host, code.ToLowerInvariant());
        Assert.Equal("/w/oosterhoek/inloggen", host.Page.Location.PathName);
        Assert.False(File.Exists(file));
        await host.Press("Inloggen", ("Email", "host@voorbeeld.nl"), ("Password", "mijn eerste server draait"));
        await host.Go("/host");
        Assert.Contains("Er is nog geen back-up gemaakt", host.Text, StringComparison.Ordinal);
        foreach (var closed in new[] { "/w/oosterhoek/bureau", "/eerste-keer" })
            Assert.Equal(HttpStatusCode.NotFound, (await host.Go(closed)).Status);
    }

    [Theory, EachDatabase]
    public async Task The_invited_take_their_seats_once_and_the_members_hear_who_the_treasurer_is(string database)
    {
        await using var site = new TestSite(database);
        var host = await Visitor.To(site).Go("/");
        await Found(host, (await File.ReadAllTextAsync(Path.Combine(site.DataPath, "first-run-code"))).Trim());

        foreach (var who in new[] { "lid1", "lid2", "treasurer" })
        {
            var invited = await Visitor.To(site).Go(await site.LinkTo(who + "@voorbeeld.nl"));
            await invited.Press("Zetel innemen", ("PublicName", "Naam " + who), ("Password", "lange zin als wachtwoord"));
            Assert.Equal(who == "treasurer" ? "/w/oosterhoek/account/tweede-stap" : "/w/oosterhoek/", invited.Page.Location.PathName);
            Assert.Equal(HttpStatusCode.OK, (await invited.Go("/w/oosterhoek/bureau")).Status);
        }
        Assert.Equal("Naam treasurer is nu penningmeester", (await site.MailsTo("lid1@voorbeeld.nl"))[^1].Subject);
        await using var db = site.Open();
        Assert.Equal(3, await db.Set<Seat>().CountAsync(s => s.AccountId != null));

        var link = (await site.MailsTo("lid1@voorbeeld.nl"))[0].Body;
        var thief = await Visitor.To(site).Go(link[link.IndexOf("/w/", StringComparison.Ordinal)..].Split('\n')[0]);
        Assert.Contains("Deze uitnodiging is al gebruikt", thief.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_lost_invitation_is_sent_again_to_the_right_address_until_two_members_sit(string database)
    {
        await using var site = new TestSite(database);
        var host = await Visitor.To(site).Go("/");
        await Found(host, (await File.ReadAllTextAsync(Path.Combine(site.DataPath, "first-run-code"))).Trim(), ("Member", "tikfout@voorbeeld.nl"));
        await host.Press("Inloggen", ("Email", "host@voorbeeld.nl"), ("Password", "mijn eerste server draait"));
        var lost = await site.LinkTo("tikfout@voorbeeld.nl");

        // The form of the second of the three seats: the mistyped one.
        await Again(host, "host@voorbeeld.nl");
        Assert.Contains("vier verschillende mensen", host.Text, StringComparison.Ordinal);
        await Again(host, "lid1@voorbeeld.nl");
        Assert.Contains("lid1@voorbeeld.nl", host.Text, StringComparison.Ordinal);
        Assert.Contains("Deze uitnodiging is al gebruikt", (await Visitor.To(site).Go(lost)).Text, StringComparison.Ordinal);
        foreach (var who in new[] { "lid1", "lid2" })
            await (await Visitor.To(site).Go(await site.LinkTo(who + "@voorbeeld.nl")))
                .Press("Zetel innemen", ("PublicName", who), ("Password", "lange zin als wachtwoord"));

        Assert.DoesNotContain("Uitnodigingen die wachten", (await host.Go("/host")).Text, StringComparison.Ordinal);
        await using var db = site.Open();
        Assert.Equal(2, await db.Set<Seat>().CountAsync(s => s.AccountId != null));

        async Task Again(Visitor on, string email)
        {
            await on.Go("/host");
            var seat = on.Page.QuerySelectorAll("input[name=seat]")[1].GetAttribute("value")!;
            await on.Press("Opnieuw uitnodigen", ("seat", seat), ("email", email));
        }
    }

    [Fact]
    public async Task Who_looks_at_the_hosts_page_without_being_one_finds_nothing()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        foreach (var person in new[] { n.Treasurer, n.Resident })
            Assert.Equal(HttpStatusCode.NotFound, (await n.As(person).Go("/host")).Status);
        Assert.Equal(HttpStatusCode.OK, (await n.As(n.Host).Go("/host")).Status);
    }

    private static Task<Visitor> Found(Visitor host, string code, params (string Name, string Value)[] other)
    {
        (string Name, string Value)[] fields =
        [
            ("Code", code), ("HostEmail", "host@voorbeeld.nl"), ("HostPassword", "mijn eerste server draait"), ("HostName", "Henk"),
            ("Name", "Wijkfonds Oosterhoek"), ("Slug", "oosterhoek"), ("Neighbourhood", "Oosterhoek"), ("Residents", "12.500"), ("Zone", "Europe/Amsterdam"),
            ("Treasurer", "treasurer@voorbeeld.nl"), ("Member", "lid1@voorbeeld.nl"), ("SecondMember", "lid2@voorbeeld.nl"),
        ];
        return host.Press("Wijkfonds beginnen", [.. fields.Where(f => other.All(o => o.Name != f.Name)), .. other]);
    }
}
