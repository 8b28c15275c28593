using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>
/// A form that brings a file may be this large; a larger one is turned away before its body is read, to the same page with
/// ?te-groot, which says so in words.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute(int megabytes) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    // Before the check of the form's own token, which reads the form.
    public int Order => int.MinValue;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.ContentLength > (megabytes + 1) * 1024L * 1024L)
            context.Result = new LocalRedirectResult(request.PathBase + request.Path + "?te-groot=ja");
    }
}
