using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions;

/// <summary>What was promised for one year, with the address of how it came to that amount.</summary>
public sealed record PledgedYear(int Year, Cents Amount, string Path);

/// <summary>One step of a promise, with the amount before it and the number of its agreement (null: without a schedule).</summary>
public sealed record PledgeChange(DateTimeOffset At, int Year, PledgeReason Reason, int? Agreement, Cents Before, Cents After);

/// <summary>What one organisation had promised by an instant, by the steps that were recorded before it.</summary>
public sealed record PledgesKnown(IReadOnlyList<PledgeChange> Changes)
{
    /// <param name="end">Steps from this instant on do not count.</param>
    public static async Task<PledgesKnown> Of(WijkfondsContext db, Guid contributor, DateTimeOffset end)
    {
        var agreements = db.Set<Agreements.Agreement>();
        var steps = await db.Set<PledgeStep>().AsNoTracking().Where(s => s.Pledge.ContributorId == contributor && s.At < end)
            .Select(s => new { s.PledgeId, s.Number, s.Pledge.Year, s.Reason, s.At, s.Amount, Agreement = agreements.Where(a => a.Id == s.Pledge.AgreementId).Select(a => (int?)a.Number).SingleOrDefault() })
            .ToListAsync();
        return new([.. steps.GroupBy(s => s.PledgeId).SelectMany(pledge => pledge.OrderBy(s => s.Number)
                .Zip(pledge.OrderBy(s => s.Number).Select(s => s.Amount).Prepend(Cents.Zero), (s, before) => new PledgeChange(s.At, s.Year, s.Reason, s.Agreement, before, s.Amount)))
            .OrderBy(c => c.At).ThenBy(c => c.Year).ThenBy(c => c.Agreement ?? 0)]);
    }

    /// <summary>In all years, by year: each the sum of its changes.</summary>
    public IEnumerable<(int Year, Cents Amount)> Years => Changes.GroupBy(c => c.Year).OrderBy(y => y.Key).Select(y => (y.Key, Sum(y)));

    public static Cents Sum(IEnumerable<PledgeChange> changes) => changes.Aggregate(Cents.Zero, (sum, c) => sum + c.After - c.Before);
}
