using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Shared.Uploads;

/// <summary>
/// A form that brings a file may be this large. A larger one is turned away before anything of it is kept, to the same page
/// with ?te-groot, which says so in words.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute(int megabytes) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>A browser shows no answer before all it sends was taken: up to this much is read and thrown away, for people who signed in. Beyond it the line is cut.</summary>
    private const long MostThrownAway = 128L * 1024 * 1024;

    // Before the check of the form's own token, which reads the form.
    public int Order => int.MinValue;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !(request.ContentLength > (megabytes + 1) * 1024L * 1024L)) return;
        if (request.ContentLength <= MostThrownAway && context.HttpContext.RequestServices.GetRequiredService<ViewerOfRequest>().Viewer.IsSignedIn)
        {
            if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostThrownAway;
            var nowhere = new byte[81_920];
            while (await request.Body.ReadAsync(nowhere, context.HttpContext.RequestAborted) > 0) { }
        }
        context.Result = new LocalRedirectResult(request.PathBase + request.Path + "?te-groot=ja");
    }
}
