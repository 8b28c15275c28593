namespace Wijkfonds.Browser.Tests.Shared;

/// <summary>The filled demonstration, started once for all tests that only look around in it.</summary>
public sealed class Demonstration : IAsyncLifetime
{
    public RunningSite Site { get; private set; } = null!;

    public Task InitializeAsync()
    {
        Site = new RunningSite(demonstration: true);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
