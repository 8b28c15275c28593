namespace Wijkfonds.Browser.Tests.Shared;

/// <summary>The whole program listening on a real port, so that a real browser can come.</summary>
public sealed class RunningSite : IAsyncDisposable
{
    public RunningSite(bool demonstration = false)
    {
        Site = new TestSite(demonstration: demonstration);
        Site.UseKestrel(0);
        Site.StartServer();
        Address = Site.ClientOptions.BaseAddress.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal).TrimEnd('/');
    }

    public TestSite Site { get; }

    public string Address { get; }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
