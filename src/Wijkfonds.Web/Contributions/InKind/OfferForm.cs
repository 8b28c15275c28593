using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>What the treasurer typed about an offer, or the desk from paper. Plan: "round-number", empty for whoever can use it.</summary>
public sealed partial class OfferForm
{
    public string? Kind { get; set; }
    public string? What { get; set; }
    public string? Quantity { get; set; }
    public string? Unit { get; set; }
    public string? Value { get; set; }
    public string? Valuation { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? Plan { get; set; }

    public static OfferForm Blank(DateOnly today) => new()
    {
        From = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Until = new DateOnly(today.Year, 12, 31).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>As an offer was typed, to type it again.</summary>
    public static OfferForm Of(Offer offer) => new()
    {
        Kind = offer.Kind.ToString(), What = offer.What, Quantity = offer.Quantity.ToString(CultureInfo.InvariantCulture), Unit = offer.Unit.ToString(), Value = offer.Value.ToForm(), Valuation = offer.Valuation,
        From = offer.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Until = offer.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Plan = offer.Proposal is { } plan ? KeyOf(plan) : null,
    };

    /// <summary>Plans that an offer can be meant for, the newest round first.</summary>
    public static async Task<IReadOnlyList<Proposal>> Plans(WijkfondsContext db) => [.. (await db.Set<Proposal>().AsNoTracking().Include(p => p.Round).Include(p => p.Acts).Where(p => p.Number != null)
        .OrderByDescending(p => p.Round.Number).ThenBy(p => p.Number).AsSplitQuery().ToListAsync()).Where(p => p.IsAdmitted)];

    /// <summary>The name by which forms know a plan.</summary>
    public static string KeyOf(Proposal plan) => string.Create(CultureInfo.InvariantCulture, $"{plan.Round.Number}-{plan.Number}");

    /// <summary>The plan that a form names; null where there is none.</summary>
    public static async Task<Proposal?> PlanOf(WijkfondsContext db, string? key)
    {
        if (Key().Match(key ?? "") is not { Success: true } match) return null;
        var (round, number) = (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        return await db.Set<Proposal>().Include(p => p.Acts).Include(p => p.Round).SingleOrDefaultAsync(p => p.Round.Number == round && p.Number == number);
    }

    [GeneratedRegex(@"^([0-9]{1,6})-([0-9]{1,6})$")]
    private static partial Regex Key();
}
