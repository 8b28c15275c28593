using Wijkfonds.Cli;

namespace Wijkfonds.Browser.Tests.Journeys;

/// <summary>A sealed box is counted; everyone reads why, counts again, and two members confirm.</summary>
[Collection(nameof(Shared.Journeys))]
public sealed class CountTests(Chromium chromium)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task Everyone_reads_what_won_and_why_counts_again_and_two_members_confirm(int width, bool script)
    {
        await using var site = new RunningSite();
        var n = await Neighbourhood.On(site.Site);
        await n.WithMoney(60_000);
        await n.WithSealedRound([("Speelplek", 6_000), ("Lampen", 5_000), ("Bankjes", 3_000), ("Wijkfeest", 500)], ["1,2", "1,2,3", "1", ""]);
        await using var anyone = await Screen.Open(chromium, site, width: width, script: script);
        await anyone.Go(n.At("/rondes/1/uitslag"));
        await anyone.Sees("De stembus is dicht");
        await anyone.IsGood("uitslag-wacht");

        await site.Site.RunJobs();
        await anyone.Page.ReloadAsync();
        await anyone.Sees("4 bewoners kozen 2 plannen");
        await anyone.Sees("Toen dit plan aan de beurt was, was er nog € 4.000 over. Het kost € 5.000.");
        await anyone.IsGood("uitslag-geteld");
        var download = await anyone.Page.RunAndWaitForDownloadAsync(() => anyone.Follow("Telbestand Hele wijk (.pb)"));
        var file = Path.Combine(site.Site.DataPath, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        using var said = new StringWriter();
        Assert.Equal(ExitCode.Fine, Commands.Run(["verify", file], new Terminal(said, said, Language.Dutch)));

        await using var member = await Screen.Open(chromium, site, n.Member, width, script);
        await using var second = await Screen.Open(chromium, site, n.SecondMember, width, script);
        await member.Go(n.At("/rondes/1/uitslag"));
        await member.Follow("Nakijken en bevestigen");
        await member.IsGood("uitslag-bevestigen");
        await member.Press("Uitslag bevestigen");
        await member.IsGood("uitslag-wacht-op-tweede");
        await ContributeTests.Agree(second, n);
        await anyone.Page.ReloadAsync();
        await anyone.Sees("Het geld is toegekend aan de gekozen plannen.");
        await anyone.IsGood("uitslag-bevestigd");
        await anyone.Follow("€ 6.000 toegekend op");
        await anyone.Sees("€ 6.000");
    }
}
