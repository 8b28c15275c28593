namespace Wijkfonds.Web.Shared.Pages;

/// <summary>htmx's headers under the names of Htmx.Net, so that the server edition can put that package in this place.</summary>
public static class HtmxHeaders
{
    public static bool IsHtmx(this HttpRequest request) => request.Headers["HX-Request"] == "true";

    public static void Htmx(this HttpResponse response, Action<HtmxResponse> write) => write(new HtmxResponse(response.Headers));
}

public sealed class HtmxResponse(IHeaderDictionary headers)
{
    public HtmxResponse Redirect(string url) => Set("HX-Redirect", url);
    public HtmxResponse PushUrl(string url) => Set("HX-Push-Url", url);
    public HtmxResponse Retarget(string selector) => Set("HX-Retarget", selector);

    private HtmxResponse Set(string name, string value)
    {
        headers[name] = value;
        return this;
    }
}
