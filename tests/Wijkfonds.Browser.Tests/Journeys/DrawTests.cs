using Wijkfonds.Cli;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Browser.Tests.Journeys;

/// <summary>A panel by lot, by hand: people come forward, the list closes, the source is named, it speaks, and anyone redoes it.</summary>
[Collection(nameof(Shared.Journeys))]
public sealed class DrawTests(Chromium chromium)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task A_panel_is_drawn_by_a_source_that_spoke_after_the_list_was_sealed(int width, bool script)
    {
        await using var site = new RunningSite();
        var n = await Neighbourhood.On(site.Site);
        await n.WithRound(Phase.Submitting);
        await using var member = await Screen.Open(chromium, site, n.Member, width, script);
        await using var second = await Screen.Open(chromium, site, n.SecondMember, width, script);
        await using var anyone = await Screen.Open(chromium, site, width: width, script: script);

        await anyone.Go(n.At("/rondes/1/loting"));
        await anyone.IsGood("loting-nog-niet");
        await member.Go(n.At("/rondes/1/loting"));
        await member.Follow("Een bewonerspanel maken");
        await member.Fill("Hoeveel plaatsen?", "2");
        await member.Fill("Hoeveel reserves?", "1");
        await member.Fill("Aanmelden kan tot", In(site, 7));
        await member.IsGood("panel-maken");
        await member.Press("Panel openen");
        await member.Sees("Het panel is open.");

        foreach (var resident in n.Residents)
        {
            await using var neighbour = await Screen.Open(chromium, site, resident, width, script);
            await neighbour.Go(n.At("/rondes/1/loting/meedoen"));
            await neighbour.IsGood("loting-meedoen");
            await neighbour.Press("Zet mij op de lijst");
            await neighbour.Sees("Je staat op de lijst als nummer");
            await neighbour.IsGood("loting-op-de-lijst");
        }

        site.Site.Clock.Advance(TimeSpan.FromDays(8));
        await member.Go(n.At("/rondes/1/loting"));
        await member.Follow("De loting aankondigen");
        await member.Page.GetByLabel("Bron van het toeval").FillAsync("De zes getallen van de Lotto van zaterdag, van laag naar hoog");
        await member.Fill("Wanneer spreekt de bron?", In(site, 2));
        await member.IsGood("loting-aankondigen");
        await member.Press("Aankondiging voorleggen");
        await member.IsGood("loting-wacht-op-tweede");
        await ContributeTests.Agree(second, n);
        await anyone.Go(n.At("/rondes/1/loting"));
        await anyone.Sees("Niemand kent de uitkomst nu al.");
        await anyone.IsGood("loting-aangekondigd");
        var seal = await anyone.Page.Locator(".hash").InnerTextAsync();

        site.Site.Clock.Advance(TimeSpan.FromDays(3));
        await member.Go(n.At("/rondes/1/loting"));
        await member.Follow("De loting houden");
        await member.Fill("Wat zei de bron?", "3 12 18 27 33 41");
        await member.IsGood("loting-houden");
        await member.Press("Uitkomst voorleggen");
        await ContributeTests.Agree(second, n);

        await anyone.Page.ReloadAsync();
        await Assertions.Expect(anyone.Page.Locator(".ceremony .lots:not(.reserve) li")).ToHaveCountAsync(2);
        Assert.Equal(seal, await anyone.Page.Locator(".hash").First.InnerTextAsync());
        await anyone.IsGood("loting-uitkomst");
        var download = await anyone.Page.RunAndWaitForDownloadAsync(() => anyone.Follow("De hele loting (loting.txt)"));
        var file = Path.Combine(site.Site.DataPath, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        using var said = new StringWriter();
        Assert.Equal(ExitCode.Fine, Commands.Run(["verify", file], new Terminal(said, said, Language.Dutch)));
    }

    private static string In(RunningSite site, int days) => Deadline.At(site.Site.Clock.Now.AddDays(days), "Europe/Amsterdam").Local;
}
