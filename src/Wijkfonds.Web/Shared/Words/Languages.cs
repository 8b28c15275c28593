namespace Wijkfonds.Web.Shared.Words;

/// <summary>The languages of the product, in the order in which they are offered, each by its own name.</summary>
public static class Languages
{
    public const string Default = "nl";
    public const string Cookie = "taal";

    public static readonly IReadOnlyList<(string Key, string Name)> All =
        [("nl", "Nederlands"), ("nl-eenvoudig", "Makkelijk Nederlands"), ("en", "English"), ("tr", "Türkçe"), ("ar", "العربية"), ("pl", "Polski")];

    public static bool IsRightToLeft(string language) => language == "ar";

    /// <summary>The lang attribute: nl-eenvoudig is Dutch to a screen reader.</summary>
    public static string Tag(string language) => language == "nl-eenvoudig" ? "nl" : language;

    public static bool IsKnown(string? language) => All.Any(l => l.Key == language);

    public static string Known(string? language) => IsKnown(language) ? language! : Default;

    /// <summary>?taal= for letters, then the cookie, then Accept-Language, then the fund's own.</summary>
    public static string Of(HttpRequest request, string? fund)
    {
        if (request.Query["taal"].FirstOrDefault() is { } asked && IsKnown(asked)) return asked;
        if (request.Cookies[Cookie] is { } chosen && IsKnown(chosen)) return chosen;
        foreach (var wish in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
        {
            var tag = wish.Value.Value?.Split('-')[0];
            if (IsKnown(tag)) return tag!;
        }
        return Known(fund);
    }
}
