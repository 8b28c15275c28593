using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Annual;

/// <summary>
/// What came in kind in a year: always in the notes, and where two members chose so for that year also as income and, for the
/// same amount, as expenditure. It is a line of the accounts and no booking: it is on no account of the book, in no pot, and not
/// in the auditfile. It stays as it is once the year is closed: no delivery takes a day in a closed year, and no choice is made for one.
/// </summary>
public sealed record AnnualInKind(int Year, bool Counts, Cents Now, bool CountedBefore, Cents Before, IReadOnlyList<Gift> Gifts)
{
    private static readonly AnnualRow Received = new("in-kind", false), Spent = new("in-kind-spent", true);

    public static async Task<AnnualInKind> Of(WijkfondsContext db, int year)
    {
        var (gifts, choices) = (Gift.Of(await Offers.Counting(db).ToListAsync()), await InKindChoice.All(db));
        return new AnnualInKind(year, InKindChoice.CountsIn(choices, year), Sum(year), InKindChoice.CountsIn(choices, year - 1), Sum(year - 1), [.. gifts.Where(g => g.Year == year)]);

        Cents Sum(int of) => gifts.Where(g => g.Year == of).Aggregate(Cents.Zero, (sum, g) => sum + g.Value);
    }

    /// <summary>The line among the income; none where nothing counts in either year.</summary>
    public IEnumerable<AnnualLine> Income => Line(Received);

    /// <summary>The equal line among the expenditure.</summary>
    public IEnumerable<AnnualLine> Costs => Line(Spent);

    private IEnumerable<AnnualLine> Line(AnnualRow row)
    {
        var (now, before) = (Counts ? Now : Cents.Zero, CountedBefore ? Before : Cents.Zero);
        return now == Cents.Zero && before == Cents.Zero ? [] : [new AnnualLine(row, now, before, [])];
    }
}
