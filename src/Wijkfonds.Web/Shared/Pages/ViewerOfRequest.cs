using Wijkfonds.Web.Neighbours;

namespace Wijkfonds.Web.Shared.Pages;

/// <summary>Who asks; filled once by the middleware, after sign-in and fund are known.</summary>
public sealed class ViewerOfRequest
{
    public Viewer Viewer { get; set; } = Viewer.Stranger;
}
