using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Wijkfonds.Web.Neighbours;

namespace Wijkfonds.Browser.Tests.Shared;

/// <summary>Somebody's browser on a running site, at phone or desktop width, which complains about what a person would not see at once.</summary>
public sealed class Screen : IAsyncDisposable
{
    // Run in the page itself: the wrapper for this browser opens a second page for every one it looks at.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];
    private readonly bool script;

    private Screen(IBrowserContext context, IPage page, bool script)
    {
        this.context = context;
        this.script = script;
        Page = page;
        // Content-Security-Policy violations and script errors arrive here; a refused request (4xx) is no complaint.
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Response += (_, response) =>
        {
            if (response.Status >= 500) complaints.Add($"{response.Status} {response.Url}");
        };
    }

    public IPage Page { get; }

    public static async Task<Screen> Open(Chromium chromium, RunningSite site, Account? person = null, int width = 1280, bool script = true, string language = "nl-NL")
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = site.Address, ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 }, JavaScriptEnabled = script, Locale = language,
        });
        if (person is not null)
        {
            var cookie = Visitor.SignInCookie(site.Site, person);
            await context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = site.Address }]);
        }
        context.SetDefaultTimeout(Chromium.Patience);
        return new Screen(context, await context.NewPageAsync(), script);
    }

    public async Task<Screen> Go(string path)
    {
        await Page.GotoAsync(path);
        return this;
    }

    public Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public Task Follow(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    public Task Fill(string label, string value) => Page.GetByLabel(label, new() { Exact = true }).First.FillAsync(value);

    public Task<string> Text() => Page.Locator("main").InnerTextAsync();

    /// <summary>Waits until the page says so, as a person would.</summary>
    public Task Sees(string words) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(words);

    /// <summary>Waits until the address ends so. Asks again and again: who listens for one navigation misses it when the page is faster than the listener.</summary>
    public Task IsAt(string end) => Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(end) + "$"));

    /// <summary>No accessibility violation, nothing wider than the screen, no complaint of the browser; keeps a picture where one is asked for.</summary>
    public async Task IsGood(string name)
    {
        if (Environment.GetEnvironmentVariable("WIJKFONDS_SCREENSHOTS") is { } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{Page.ViewportSize!.Width}.png"), FullPage = true });
        // Axe is script itself, and would wait for ever where there is none; the same page is looked at with script too.
        if (script)
        {
            await Page.EvaluateAsync(Axe);
            var violations = await Page.EvaluateAsync<string[]>("""
                () => axe.run(document, { resultTypes: ["violations"] }).then(found =>
                    found.violations.map(v => `${v.id} (${v.help}) at ${v.nodes.slice(0, 3).map(n => n.html).join(", ")}`))
                """);
            Assert.True(violations.Length == 0, $"{name}: {string.Join("; ", violations)}");
        }
        var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{name} is {overflow} px wider than the screen of {Page.ViewportSize!.Width} px");
        Assert.True(complaints.Count == 0, $"{name}: {string.Join("; ", complaints)}");
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
