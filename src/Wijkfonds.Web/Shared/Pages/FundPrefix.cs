using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Shared.Pages;

/// <summary>/w/{slug} is the path base of one fund. An unknown slug is 404.</summary>
public static class FundPrefix
{
    public static void UseFundPrefix(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/w", out var rest) && rest.Value is { Length: > 1 } value)
        {
            var end = value.IndexOf('/', 1);
            var slug = end < 0 ? value[1..] : value[1..end];
            await using var db = context.RequestServices.GetRequiredService<Database>().Open();
            if (await db.Set<Fund>().AsNoTracking().SingleOrDefaultAsync(f => f.Slug == slug) is { } fund)
            {
                context.RequestServices.GetRequiredService<FundScope>().Fund = fund;
                context.Request.PathBase += $"/w/{slug}";
                context.Request.Path = end < 0 ? "/" : value[end..];
            }
        }
        await next();
    });

    /// <summary>After authentication: who looks, with the rights that hold now.</summary>
    public static void UseViewer(this WebApplication app) => app.Use(async (context, next) =>
    {
        // Only pages ask who looks; files are the same for everyone.
        if (context.User.Identity?.IsAuthenticated == true && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        {
            var services = context.RequestServices;
            services.GetRequiredService<ViewerOfRequest>().Viewer = await Viewer.Of(
                context.User, services.GetRequiredService<WijkfondsContext>(), services.GetRequiredService<Now>().Instant);
        }
        await next();
    });
}
