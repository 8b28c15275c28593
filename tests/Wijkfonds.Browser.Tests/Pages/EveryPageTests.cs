namespace Wijkfonds.Browser.Tests.Pages;

/// <summary>Every page of the filled demonstration, seen by those it is for: readable by everyone, nothing wider than the screen.</summary>
[Collection(nameof(Looking))]
public sealed class EveryPageTests(Chromium chromium, Demonstration demonstration) : IClassFixture<Demonstration>
{
    [Theory]
    [InlineData("", 390)]
    [InlineData("", 1280)]
    [InlineData("Rosa Bakker, bewoner", 390)]
    [InlineData("Mo Yildiz, lid van de alliantie", 1280)]
    [InlineData("Tineke Pel, penningmeester", 390)]
    [InlineData("Gerda Kok, bijdragende organisatie", 1280)]
    [InlineData("Kees Brand, kascommissie", 1280)]
    [InlineData("Henk Wit, beheerder", 390)]
    public async Task Every_page_can_be_read_by_everyone(string player, int width)
    {
        await using var screen = await Screen.Open(chromium, demonstration.Site, width: width);
        await screen.Go("/");
        if (player.Length > 0)
        {
            await screen.Page.Locator(".demo-bar summary").ClickAsync();
            await screen.Press(player);
        }
        var problems = new List<string>();
        var seen = 0;
        using var stranger = new HttpClient { BaseAddress = new Uri(demonstration.Site.Address) };
        foreach (var path in EveryPage.Paths(demonstration.Site.Site).Where(IsPage).SelectMany(Numbers).SelectMany(path => Years(path, EveryPage.Year(demonstration.Site.Site))).Distinct())
        {
            // What a stranger sees is looked at as a stranger; others look at what is theirs alone.
            if (player.Length > 0)
            {
                using var open = await stranger.GetAsync(new Uri("/w/oosterhoek" + path, UriKind.Relative));
                if (open.IsSuccessStatusCode && open.RequestMessage!.RequestUri!.AbsolutePath == "/w/oosterhoek" + path) continue;
            }
            if (!await IsForReading(screen, path)) continue;
            await screen.Page.GotoAsync("/w/oosterhoek" + path);
            seen++;
            try
            {
                await screen.IsGood($"{(player.Length == 0 ? "iedereen" : player.Split(' ')[0])}{path.Replace('/', '_')}");
            }
            catch (Xunit.Sdk.XunitException problem)
            {
                problems.Add(problem.Message);
            }
        }
        Assert.True(problems.Count == 0, string.Join("\n", problems));
        Assert.True(seen > 0, $"{player} saw no page");
    }

    /// <summary>A page of its own name that this person may see: no file, no picture, no way to another page (the door is looked at once, by its own name).</summary>
    private static async Task<bool> IsForReading(Screen screen, string path)
    {
        var answer = await screen.Page.Context.APIRequest.GetAsync("/w/oosterhoek" + path);
        return answer.Status == 200 && answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal)
            && (new Uri(answer.Url).AbsolutePath == "/w/oosterhoek" + path || path.Length == 1);
    }

    /// <summary>Files to download are no pages to read.</summary>
    private static bool IsPage(string path) => !path.Split('/')[^1].Contains('.', StringComparison.Ordinal) && !path.Contains("uitslag/1", StringComparison.Ordinal);

    /// <summary>A year that is over and this one look different.</summary>
    private static IEnumerable<string> Years(string path, int year) => path.Contains($"/{year}", StringComparison.Ordinal) ? [path, path.Replace($"/{year}", $"/{year + 1}", StringComparison.Ordinal)] : [path];

    /// <summary>Rounds 1, 2 and 3 stand in different phases; elsewhere the first is enough.</summary>
    private static IEnumerable<string> Numbers(string path) =>
        path.StartsWith("/rondes/1", StringComparison.Ordinal) ? [path, "/rondes/2" + path[9..], "/rondes/3" + path[9..]] : [path];
}
