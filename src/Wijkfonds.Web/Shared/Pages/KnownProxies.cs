using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Wijkfonds.Web.Shared.Pages;

/// <summary>Whose word is taken for where a request came from: the proxies of Proxy:Known (addresses or ranges, with commas), nobody else.</summary>
public static class KnownProxies
{
    public static void UseKnownProxies(this WebApplication app)
    {
        Believe(app);
        if (!app.Environment.IsProduction() || app.Configuration["Site:BaseUrl"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) != true) return;
        var unnamed = app.Services.GetRequiredService<UnnamedProxy>();
        app.Use((context, next) =>
        {
            unnamed.Look(context);
            return next();
        });
    }

    private static void Believe(WebApplication app)
    {
        var known = (app.Configuration["Proxy:Known"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (known.Length == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in known)
        {
            if (proxy.Contains('/', StringComparison.Ordinal)) options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else options.KnownProxies.Add(IPAddress.Parse(proxy));
        }
        app.UseForwardedHeaders(options);
    }
}
