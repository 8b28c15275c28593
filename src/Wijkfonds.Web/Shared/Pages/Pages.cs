using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Wijkfonds.Web.Shared.Pages;

/// <summary>Which page of a long list is shown (?pagina=2), with links that keep the rest of the address.</summary>
public sealed record Pages(int Number, int Last, int Size, string Address)
{
    public int Skip => (Number - 1) * Size;
    public string? Previous => Number > 1 ? At(Number - 1) : null;
    public string? Next => Number < Last ? At(Number + 1) : null;

    /// <summary>A page beyond the list is its last one; what is no number is the first.</summary>
    public static Pages Of(HttpRequest request, int count, int size)
    {
        var last = Math.Max(1, (int)Math.Min(int.MaxValue / 1000, ((long)count + size - 1) / size));
        var asked = int.TryParse(request.Query["pagina"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
        var rest = request.Query.Where(q => q.Key != "pagina").SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        return new Pages(Math.Clamp(asked, 1, last), last, size, QueryHelpers.AddQueryString(request.PathBase + request.Path, rest));
    }

    private string At(int page) => QueryHelpers.AddQueryString(Address, "pagina", page.ToString(CultureInfo.InvariantCulture));
}
