namespace Wijkfonds.Browser.Tests.Pages;

[Collection(nameof(Journeys))]
public sealed class FrontDoorTests(Chromium chromium)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_home_of_an_empty_fund_invites(int width)
    {
        await using var site = new RunningSite();
        await site.Site.GivenFund();
        await using var screen = await Screen.Open(chromium, site, width: width);
        await screen.Go("/");
        await screen.Sees("Het wijkfonds van oosterhoek");
        await screen.IsGood("home-empty");
    }
}
