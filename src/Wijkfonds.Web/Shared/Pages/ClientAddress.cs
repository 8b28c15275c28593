using System.Net;
using System.Net.Sockets;

namespace Wijkfonds.Web.Shared.Pages;

/// <summary>Who counts as one where requests are counted.</summary>
public static class ClientAddress
{
    /// <summary>An IPv6 household has a whole /64 to itself; it counts as one client.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
