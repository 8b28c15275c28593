using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;

namespace Wijkfonds.Web.Statements.Annual;

/// <summary>One row of the annual accounts: "annual.row.{Key}", the sum of these accounts on their own side.</summary>
/// <param name="IsCost">Counts against the result.</param>
public sealed record AnnualRow(string Key, bool IsCost, params ChartAccount[] Accounts);

/// <summary>
/// Which rows the annual accounts have, and in which order: those of RJ 650 for fundraising organisations, as far as a
/// neighbourhood fund has them. The exact rows of the tax office's own form were not seen: nothing here is called that form.
/// To change a row, change it here and its words in texts.json.
/// </summary>
public static class AnnualRows
{
    public static readonly IReadOnlyList<AnnualRow> Assets = [new("bank", false, Chart.Bank), new("cash", false, Chart.Cash)];

    public static readonly IReadOnlyList<AnnualRow> Reserves =
        [new("designated", false, Chart.Designated), new("other-reserve", false, Chart.Other), new("earmarked", false, Chart.Earmarked)];

    public static readonly IReadOnlyList<AnnualRow> Debts = [new("awarded", false, Chart.Awarded)];

    public static readonly IReadOnlyList<AnnualRow> Income =
    [
        new("companies", false, Chart.IncomeOf(ContributorKind.Company)),
        new("government", false, Chart.IncomeOf(ContributorKind.Municipality)),
        new("non-profits", false, Chart.IncomeOf(ContributorKind.HousingCorporation), Chart.IncomeOf(ContributorKind.Welfare), Chart.IncomeOf(ContributorKind.Care),
            Chart.IncomeOf(ContributorKind.School), Chart.IncomeOf(ContributorKind.Foundation), Chart.IncomeOf(ContributorKind.Residents)),
        new("other-raised", false, Chart.Gifts),
    ];

    public static readonly IReadOnlyList<AnnualRow> Costs =
    [
        new("objectives", true, Chart.Grants),
        new("administration", true, Chart.Alliance, Chart.BankCosts, Chart.CashDifferences),
    ];

    public static readonly IReadOnlyList<AnnualRow> Financial = [new("interest", false, Chart.Interest)];

    public static IEnumerable<AnnualRow> All => [.. Assets, .. Reserves, .. Debts, .. Income, .. Costs, .. Financial];
}
