using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>One account as an accountant knows it. Its name stands in texts.json under "chart.{Number}".</summary>
/// <param name="Number">Our own number.</param>
/// <param name="Rgs">The code of the Referentie Grootboekschema 3.8; null where none is known: left empty, never guessed. Each code stands on one account.</param>
/// <param name="IsBalance">On the balance sheet; else in the statement of income and expenditure.</param>
/// <param name="IsDebit">The side on which it normally stands.</param>
public sealed record ChartAccount(string Number, string? Rgs, bool IsBalance, bool IsDebit);

/// <summary>
/// The chart of accounts. The book itself is fund accounting: bank and cash, and whose euros they are as free, reserved and
/// awarded. What an accountant wants to see follows from it, for each line by its account, the kind of its entry, and the
/// layer it belongs to:
/// <list type="bullet">
/// <item>Bank and Cash are what they are. Awarded is a debt: promised to plans, to be paid.</item>
/// <item>Free and Reserved are the fund's capital: bound by a giver, a <em>bestemmingsfonds</em>; else, reserved by the
/// alliance for a round, a <em>bestemmingsreserve</em>; else the <em>overige reserve</em>. Cash that is set aside for the
/// petty cash stays overige reserve.</item>
/// <item>An entry that makes the capital more or less is income or cost, by its kind: a deposit is income on the day it is
/// received, by the kind of the giver, and what is given back lowers that income; an award is a cost on the day of the decision, whenever it is paid; a supplement
/// adds to that cost, what lapses or is repaid lowers it. Such a line gives two more: the income or cost, and its
/// opposite on "result of the year", because the capital already holds it. So the balance sheet is whole after every
/// entry, and the result of the year and the appropriation need no closing entry.</item>
/// <item>A reversal counts as the kind that it takes back, with the opposite sign, on its own day.</item>
/// </list>
/// </summary>
public static class Chart
{
    public static readonly ChartAccount Earmarked = new("0510", "BEivBefBef", true, false);
    public static readonly ChartAccount Designated = new("0520", "BEivBerBer", true, false);
    public static readonly ChartAccount Other = new("0530", "BEivOvrOrs", true, false);
    public static readonly ChartAccount Result = new("0590", "BEivOreRvh", true, false);
    public static readonly ChartAccount Cash = new("1000", "BLimKasKas", true, true);
    public static readonly ChartAccount Bank = new("1100", "BLimBanRba", true, true);
    public static readonly ChartAccount Awarded = new("1700", "BSchOpaNbi", true, false);
    public static readonly ChartAccount Grants = new("4100", "WKprTvlVsg", false, true);
    public static readonly ChartAccount Alliance = new("4300", "WKprTvlKba", false, true);
    public static readonly ChartAccount BankCosts = new("4400", "WBedAdlBan", false, true);
    public static readonly ChartAccount CashDifferences = new("4450", null, false, true);
    public static readonly ChartAccount Gifts = new("8190", "WOvbSgbAnb", false, false);
    public static readonly ChartAccount Interest = new("8500", "WFbeRlmRlm", false, false);

    /// <summary>Income by the kind of who gives. Several kinds share an RGS code: they are told apart by an extension, as RGS foresees.</summary>
    private static readonly IReadOnlyDictionary<ContributorKind, ChartAccount> Income = new Dictionary<ContributorKind, ChartAccount>
    {
        [ContributorKind.Municipality] = new("8110", "WOvbSgbBso", false, false),
        [ContributorKind.Company] = new("8120", "WOvbSgbBvb", false, false),
        [ContributorKind.HousingCorporation] = new("8130", "WOvbSgbBao.01", false, false),
        [ContributorKind.Welfare] = new("8140", "WOvbSgbBao.02", false, false),
        [ContributorKind.Care] = new("8150", "WOvbSgbBao.03", false, false),
        [ContributorKind.School] = new("8160", "WOvbSgbBao.04", false, false),
        [ContributorKind.Foundation] = new("8170", "WOvbSgbBao.05", false, false),
        [ContributorKind.Residents] = new("8180", "WOvbSgbBao.06", false, false),
    };

    /// <summary>All accounts, by number.</summary>
    public static readonly IReadOnlyList<ChartAccount> All =
        [.. new[] { Earmarked, Designated, Other, Result, Cash, Bank, Awarded, Grants, Alliance, BankCosts, CashDifferences, Gifts, Interest }.Concat(Income.Values)
            .OrderBy(a => a.Number, StringComparer.Ordinal)];

    public static ChartAccount IncomeOf(ContributorKind kind) => Income[kind];

    /// <summary>What one amount of the book is in the chart. The parts add up to <paramref name="debit"/>: balanced entries give balanced lines.</summary>
    /// <param name="kind">The kind of its entry; of the entry that is taken back, for one that takes back.</param>
    /// <param name="bound">Whether a giver bound the layer by an earmark.</param>
    /// <param name="giver">The kind of who gave the layer; null for the fund's own money.</param>
    public static IReadOnlyList<(ChartAccount Account, Cents Debit)> Of(LedgerAccount account, EntryKind kind, bool bound, ContributorKind? giver, Cents debit)
    {
        switch (account)
        {
            case LedgerAccount.Bank: return [(Bank, debit)];
            case LedgerAccount.Cash: return [(Cash, debit)];
            case LedgerAccount.Awarded: return [(Awarded, debit)];
        }
        var capital = bound ? Earmarked : account == LedgerAccount.Reserved && !IsCash(kind) ? Designated : Other;
        return ResultOf(kind, giver) is { } result ? [(capital, debit), (result, debit), (Result, -debit)] : [(capital, debit)];
    }

    private static bool IsCash(EntryKind kind) => kind is EntryKind.CashDraw or EntryKind.CashBack or EntryKind.CashSpend or EntryKind.CashDifference;

    /// <summary>The income or cost that changed the capital; null where money only changed place.</summary>
    private static ChartAccount? ResultOf(EntryKind kind, ContributorKind? giver) => kind switch
    {
        EntryKind.Deposit or EntryKind.GivenBack => giver is { } known ? IncomeOf(known) : Gifts,
        EntryKind.Award or EntryKind.Supplement or EntryKind.Lapse or EntryKind.Repayment => Grants,
        EntryKind.BankCosts => BankCosts,
        EntryKind.Interest => Interest,
        EntryKind.AllianceCosts or EntryKind.CashSpend => Alliance,
        EntryKind.CashDifference => CashDifferences,
        _ => null,
    };
}
