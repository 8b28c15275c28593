namespace Wijkfonds.Browser.Tests.Shared;

/// <summary>One Chromium for a whole collection; each test opens its own context in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>How long a person waits for what should appear, in milliseconds: long enough for a busy machine of two cores, as no test measures speed.</summary>
    public const float Patience = 30_000;

    private IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("WIJKFONDS_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.CloseAsync();
        playwright.Dispose();
    }
}

/// <summary>Journeys run one after another in one browser.</summary>
[CollectionDefinition(nameof(Journeys))]
public sealed class Journeys : ICollectionFixture<Chromium>;

/// <summary>Who only looks around in the demonstration does so in a browser of its own, beside the journeys.</summary>
[CollectionDefinition(nameof(Looking))]
public sealed class Looking : ICollectionFixture<Chromium>;
