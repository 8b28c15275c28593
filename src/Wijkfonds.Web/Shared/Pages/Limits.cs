using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;

namespace Wijkfonds.Web.Shared.Pages;

/// <summary>
/// What a stranger can send is limited in size and in rate. Addresses are counted in memory and never stored.
/// Wide enough for a community centre where forty people share one address.
/// </summary>
public static class Limits
{
    /// <summary>Forms on the way in: sign-in, register, reset, a code. Only sending counts, looking does not.</summary>
    public const string Door = "door";

    public const int DoorPerMinute = 30;
    public const int PerMinute = 1200;
    /// <summary>A page's form; uploads name their own size at their page.</summary>
    public const long BodyBytes = 1024 * 1024;
    public const int FormFields = 1000;

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = BodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.AddServerHeader = false;
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = FormFields;
            form.ValueLengthLimit = (int)BodyBytes;
            form.KeyLengthLimit = 200;
            form.MultipartBodyLengthLimit = BodyBytes;
        });
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Anything);
            options.AddPolicy(Door, AtTheDoor);
            options.OnRejected = (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
                    context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }

    private static RateLimitPartition<string> Anything(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        // The page with the words for a refusal is an inner request of the refused one. A proxy on this machine that is
        // not named in Proxy:Known hides everybody behind one address: that one is not counted.
        return address is null || System.Net.IPAddress.IsLoopback(address) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            ? RateLimitPartition.GetNoLimiter("free")
            : RateLimitPartition.GetSlidingWindowLimiter(ClientAddress.Of(address), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6,
            });
    }

    private static RateLimitPartition<string> AtTheDoor(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
        || context.Connection.RemoteIpAddress is { } address && System.Net.IPAddress.IsLoopback(address)
            ? RateLimitPartition.GetNoLimiter("free")
            : RateLimitPartition.GetSlidingWindowLimiter(ClientAddress.Of(context.Connection.RemoteIpAddress), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = DoorPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6,
            });
}
