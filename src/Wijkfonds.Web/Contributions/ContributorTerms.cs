using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions;

/// <summary>What the second member agrees to: what is promised per year, whose account may see the statement, whose may no longer, and what changes of who it is.</summary>
public sealed record ContributorTerms(IReadOnlyList<PledgeTerm> Pledges, Guid? Representative = null, Guid? EndRepresentative = null,
    DetailsChange? Details = null)
{
    [JsonIgnore] public bool IsEmpty => this is { Pledges.Count: 0, Representative: null, EndRepresentative: null, Details: null };

    public static ContributorTerms Read(string json) => JsonSerializer.Deserialize<ContributorTerms>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}

/// <summary>What a year's promise without a schedule becomes.</summary>
/// <param name="Before">What it was when this was proposed; null in what earlier versions stored.</param>
/// <param name="Scheduled">What was promised for that year with a schedule, which stays.</param>
public sealed record PledgeTerm(int Year, long Cents, long? Before = null, long? Scheduled = null)
{
    public Cents Amount() => new(Cents);

    /// <summary>A year is no number with a point in it.</summary>
    [JsonIgnore] public string InWords => Year.ToString(CultureInfo.InvariantCulture);

    public PledgeTerm Beside(YearPromise promise) => this with { Before = promise.Loose.Value, Scheduled = promise.Scheduled.Value };

    /// <summary>What the members saw beside it is still so.</summary>
    public bool Fits(YearPromise promise) => Before is null || this == Beside(promise);
}
