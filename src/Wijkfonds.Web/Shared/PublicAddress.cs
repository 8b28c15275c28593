using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Wijkfonds.Web.Funds;

namespace Wijkfonds.Web.Shared;

/// <summary>Links for mails, letters and QR codes: jobs have no request to take a host from, and a request's host is what a stranger typed.</summary>
public sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    /// <summary>Without a slash at the end. In the demonstration, where nothing is set, the address that the server listens at.</summary>
    public string Base => (configuration["Site:BaseUrl"] is { Length: > 0 } set
        ? set
        : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080").TrimEnd('/');

    /// <param name="path">Below the fund, or below the installation where there is no fund: "/rondes/3".</param>
    public string Of(Fund? fund, string path) => Of(fund?.Slug, path);

    public string Of(string? slug, string path) => Base + (slug is null ? "" : $"/w/{slug}") + path;
}
