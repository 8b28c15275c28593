using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.Annual;

/// <summary>
/// Costs of the fund itself whose payment was prepared and not released at an instant: in the notes, on no balance sheet. They
/// become a cost on the day of release. What they were for is told once they are released: only how many and how much stands here.
/// </summary>
public sealed record UnpaidCosts(int Count, Cents Amount)
{
    public static async Task<UnpaidCosts> At(WijkfondsContext db, DateTimeOffset instant)
    {
        var waiting = await db.Set<AllianceCost>().Where(c => c.PreparedAt < instant && (c.ReleasedAt == null || c.ReleasedAt >= instant) && db.Set<Decision>()
            .Any(d => d.Kind == DecisionKind.PayAllianceCost && d.Subject == c.Id && (d.DroppedAt == null || d.DroppedAt >= instant))).Select(c => c.Amount.Value).ToListAsync();
        return new UnpaidCosts(waiting.Count, waiting.Aggregate(Cents.Zero, (sum, cents) => sum + new Cents(cents)));
    }

    /// <param name="isOver">Whether the year is over; else it is how things stand now.</param>
    public string Say(Words words, int year, bool isOver) =>
        words[(isOver ? "annual.unpaid.at" : "annual.unpaid.now") + (Count == 1 ? ".one" : ".many"), Count, Amount, year.ToString(System.Globalization.CultureInfo.InvariantCulture)];
}
