using System.Net;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>
/// Whether this is the demonstration, and who may play it. Only in Development, and only from this machine:
/// the sign-in bar gives anybody any right. Another address needs Demonstration:Anywhere=true, which warns at start.
/// </summary>
public sealed class Stage(IHostEnvironment environment, IConfiguration configuration)
{
    public bool IsSet { get; } = environment.IsDevelopment();

    public bool IsOpenToAll { get; } = environment.IsDevelopment() && configuration.GetValue<bool>("Demonstration:Anywhere");

    public bool MayPlay(HttpContext context) =>
        IsSet && (IsOpenToAll || context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address));
}
