namespace Wijkfonds.Browser.Tests.Journeys;

/// <summary>In the demonstration itself: its bar, its clock, and the mails that would have left.</summary>
[Collection(nameof(Shared.Journeys))]
public sealed class BeToldTests(Chromium chromium)
{
    [Fact]
    public async Task Who_asked_for_it_is_told_before_voting_closes_and_when_the_result_is_there()
    {
        await using var site = new RunningSite(demonstration: true);
        await using var rosa = await Screen.Open(chromium, site, width: 390);
        await rosa.Go("/");
        await rosa.Page.Locator(".demo-bar summary").ClickAsync();
        await rosa.Press("Rosa Bakker, bewoner");
        await rosa.Go("/w/oosterhoek/rondes/2/herinnering");
        await rosa.IsGood("herinnering");
        await rosa.Press("Stuur me deze mails");
        await rosa.Sees("Je krijgt mail over deze ronde.");

        await rosa.Page.Locator(".demo-bar summary").ClickAsync();
        await rosa.Page.GetByRole(AriaRole.Button, new() { Name = "Zet de klok op" }).ClickAsync();
        await rosa.Sees("De klok staat nu net na");
        await rosa.Go("/w/oosterhoek/rondes/2/uitslag");
        await rosa.Sees("bewoners kozen");
        await rosa.Go("/w/oosterhoek/mailbox");
        await rosa.Sees("bewoner@demonstratie.example");
        await rosa.IsGood("mailbox");
        await rosa.Page.Locator("ul.mails a").First.ClickAsync();
        await rosa.IsGood("mail");
    }
}
