using System.Net;

namespace Wijkfonds.Web.Shared.Pages;

/// <summary>
/// Notices a proxy close by that Proxy:Known does not name: then everybody seems to come from one address, and by http.
/// Said in the log once, and on the host's page while the program runs.
/// </summary>
public sealed class UnnamedProxy(ILogger<UnnamedProxy> log)
{
    private int seen;

    public bool WasSeen => Volatile.Read(ref seen) == 1;

    /// <summary>Looks after the known proxies were heard: what a known one forwarded has moved to X-Original-For by then.</summary>
    public void Look(HttpContext context)
    {
        if (WasSeen || !context.Request.Headers.ContainsKey("X-Forwarded-For") || context.Request.Headers.ContainsKey("X-Original-For")) return;
        // A header from afar is only somebody's joke.
        if (context.Connection.RemoteIpAddress is not { } address || !IsNear(address) || Interlocked.Exchange(ref seen, 1) == 1) return;
        log.LogWarning("A proxy at {Address} forwards requests but Proxy:Known does not name it: all visitors count as one, and cookies are not kept to https. Name it, for example Proxy__Known={Address}.",
            address, address);
    }

    private static bool IsNear(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return IPAddress.IsLoopback(address) || address.IsIPv6UniqueLocal
            || address.GetAddressBytes() is [10, _, _, _] or [192, 168, _, _] or [172, >= 16 and < 32, _, _];
    }
}
