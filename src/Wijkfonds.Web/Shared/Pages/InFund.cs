using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Wijkfonds.Web.Shared.Pages;

/// <summary>Pages of a fund do not exist outside one. Account and installation pages carry <see cref="AnywhereAttribute"/>.</summary>
public sealed class InFund : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var anywhere = context.HandlerInstance.GetType().IsDefined(typeof(AnywhereAttribute), true);
        if (!anywhere && context.HttpContext.RequestServices.GetRequiredService<FundScope>().Fund is null)
        {
            context.Result = new NotFoundResult();
            return Task.CompletedTask;
        }
        return next();
    }
}

[AttributeUsage(AttributeTargets.Class)]
public sealed class AnywhereAttribute : Attribute;
