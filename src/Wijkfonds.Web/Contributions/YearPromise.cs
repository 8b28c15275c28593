using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions;

/// <summary>What counts as promised for one year: without a schedule, which a new promise replaces, and with one, which it does not touch.</summary>
public sealed record YearPromise(Cents Loose, Cents Scheduled)
{
    public static readonly YearPromise None = new(Cents.Zero, Cents.Zero);

    /// <param name="pledges">Those of one contributor.</param>
    public static YearPromise Of(IEnumerable<Pledge> pledges, int year)
    {
        var here = pledges.Where(p => p.Year == year && p.ConfirmedAt is not null).ToList();
        return new(Sum(here.Where(p => p.AgreementId is null)), Sum(here.Where(p => p.AgreementId is not null)));
    }

    private static Cents Sum(IEnumerable<Pledge> pledges) => pledges.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount);
}
