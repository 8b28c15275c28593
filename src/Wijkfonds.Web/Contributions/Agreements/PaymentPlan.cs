using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>One line of a schedule before it is kept: for which year, when due, how much.</summary>
public sealed record PlannedTerm(int Year, DateOnly DueOn, Cents Amount);

/// <summary>A schedule as it will be kept, in the order of due dates.</summary>
public sealed record PlannedTerms(IReadOnlyList<PlannedTerm> All);

/// <summary>A schedule worked out from a few figures.</summary>
public static class PaymentPlan
{
    public const int MostYears = 10;
    public const int MostIndexation = 2_000;
    public static readonly IReadOnlyList<int> PerYear = [1, 2, 3, 4, 6, 12];

    /// <summary>
    /// The amount of each year: the first as typed, each next one the year before raised by the indexation, rounded to the
    /// nearest cent, a half up.
    /// </summary>
    /// <param name="indexation">Hundredths of a percent.</param>
    public static IReadOnlyList<Cents> Years(Cents first, int years, int indexation)
    {
        var amounts = new List<Cents> { first };
        while (amounts.Count < years)
            amounts.Add(new Cents((long)(((Int128)amounts[^1].Value * (10_000 + indexation) + 5_000) / 10_000)));
        return amounts;
    }

    /// <summary>Equal instalments at equal distances, the first on <paramref name="start"/> and so in each year; cents that do not divide go to the earlier ones.</summary>
    public static IReadOnlyList<PlannedTerm> Terms(int firstYear, IReadOnlyList<Cents> years, DateOnly start, int perYear) =>
        [.. years.SelectMany((amount, year) => Division.InProportion(amount, [.. Enumerable.Repeat(1L, perYear)])
            .Select((part, i) => new PlannedTerm(firstYear + year, start.AddYears(year).AddMonths(i * 12 / perYear), part)).Where(t => t.Amount > Cents.Zero))];
}
