using System.Net;
using AngleSharp.Dom;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>A visitor whose paths are those below one fund: Go("/rondes/1").</summary>
public sealed class NeighbourhoodVisitor(Neighbourhood neighbourhood, Visitor visitor)
{
    public Visitor Visitor => visitor;
    public IDocument Page => visitor.Page;
    public HttpStatusCode Status => visitor.Status;
    public string Text => visitor.Text;
    public HttpClient Http => visitor.Http;

    /// <summary>Where the visitor is, below the fund.</summary>
    public string Path => visitor.Page.Location.PathName[neighbourhood.At("").Length..];

    public async Task<NeighbourhoodVisitor> Go(string path)
    {
        await visitor.Go(neighbourhood.At(path));
        return this;
    }

    public async Task<NeighbourhoodVisitor> Press(string button, params (string Name, string Value)[] changes)
    {
        await visitor.Press(button, changes);
        return this;
    }

    public bool Sees(string words) => Text.Contains(words, StringComparison.Ordinal);
}
