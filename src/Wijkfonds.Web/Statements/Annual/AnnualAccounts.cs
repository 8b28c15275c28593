using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Funds.Holding;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Annual;

/// <summary>A row with this year's amount and last year's, on the row's own side; Parts are its accounts where there is more than one.</summary>
public sealed record AnnualLine(AnnualRow Row, Cents Now, Cents Before, IReadOnlyList<(ChartAccount Account, Cents Now, Cents Before)> Parts);

/// <summary>
/// A year of the whole fund: the balance sheet on 31 December, the income and expenditure of the year, and where the result went.
/// Assets are reserves and debts together; the result is what the reserves grew.
/// </summary>
public sealed record AnnualAccounts(int Year, IReadOnlyList<AnnualLine> Assets, IReadOnlyList<AnnualLine> Reserves, IReadOnlyList<AnnualLine> Debts,
    IReadOnlyList<AnnualLine> Income, IReadOnlyList<AnnualLine> Costs, IReadOnlyList<AnnualLine> Financial, DateTimeOffset? ClosedAt, BookMark Book)
{
    /// <summary>What came that is no money: in the notes, and where the fund chose so also among income and costs.</summary>
    public required AnnualInKind InKind { get; init; }

    /// <summary>Who legally held the account when the year was closed, or holds it now while it is open; null where it was not filled in.</summary>
    public Holder? Holder { get; init; }

    public static (Cents Now, Cents Before) Sum(IEnumerable<AnnualLine> lines) =>
        lines.Aggregate((Now: Cents.Zero, Before: Cents.Zero), (sum, l) => (sum.Now + l.Now, sum.Before + l.Before));

    public (Cents Now, Cents Before) Result
    {
        get
        {
            var (income, costs, financial) = (Sum(Income), Sum(Costs), Sum(Financial));
            return (income.Now - costs.Now + financial.Now, income.Before - costs.Before + financial.Before);
        }
    }

    /// <summary>What was typed on lines of its own.</summary>
    public static IEnumerable<string> Lines(string text) => text.Split('\n').Where(line => line.Length > 0);

    /// <summary>The years in which something was booked, or came in kind, the newest first.</summary>
    public static async Task<IReadOnlyList<int>> Years(WijkfondsContext db) =>
        [.. (await db.Set<JournalEntry>().Select(e => e.ValueDate.Year).Union(db.Set<OfferAct>().Where(a => a.Kind == OfferActKind.Delivered).Select(a => a.Day.Year)).ToListAsync()).OrderDescending()];

    public static async Task<AnnualAccounts> Of(WijkfondsContext db, Guid fund, DateTimeOffset now, int year)
    {
        var book = await Statement.Mark(db, now.AddMilliseconds(1));
        var figures = await ChartFigures.Of(db, fund);
        var closed = await db.Set<BookYear>().Where(y => y.ClosedAt != null && y.Year >= year).OrderBy(y => y.Year).Select(y => y.ClosedAt).FirstOrDefaultAsync();
        var inKind = await AnnualInKind.Of(db, year);
        return new AnnualAccounts(year, AtEnd(AnnualRows.Assets), AtEnd(AnnualRows.Reserves), AtEnd(AnnualRows.Debts),
            [.. During(AnnualRows.Income), .. inKind.Income], [.. During(AnnualRows.Costs), .. inKind.Costs], During(AnnualRows.Financial), closed, book)
        {
            InKind = inKind,
            // A year may have been closed before the holder was ever filled in.
            Holder = (closed is { } at ? await SettingHolder.At(db, at) : null) ?? await SettingHolder.At(db, now.AddMilliseconds(1)),
        };

        IReadOnlyList<AnnualLine> AtEnd(IEnumerable<AnnualRow> rows) => Lines(rows, (account, of) => figures.Balance(account, until: of));
        IReadOnlyList<AnnualLine> During(IEnumerable<AnnualRow> rows) => Lines(rows, (account, of) => figures.Balance(account, of, of));

        IReadOnlyList<AnnualLine> Lines(IEnumerable<AnnualRow> rows, Func<ChartAccount, int, Cents> amount) => [.. rows.Select(row =>
        {
            var parts = row.Accounts.Select(a => (Account: a, Now: amount(a, year), Before: amount(a, year - 1))).ToList();
            return new AnnualLine(row, parts.Aggregate(Cents.Zero, (sum, p) => sum + p.Now), parts.Aggregate(Cents.Zero, (sum, p) => sum + p.Before),
                row.Accounts.Length == 1 ? [] : [.. parts.Where(p => p.Now != Cents.Zero || p.Before != Cents.Zero)]);
        })];
    }
}
