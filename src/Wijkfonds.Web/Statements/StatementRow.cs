using System.Globalization;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements;

/// <summary>One amount of a statement, as it stands in a file: what it is, of which plan, how that plan is. Null where there is no amount.</summary>
public sealed record StatementRow(string What, string Plan, string State, Cents? Amount)
{
    /// <summary>The statement as one list of rows, in the order of the sheet.</summary>
    public static IEnumerable<StatementRow> Of(Statement statement, Words words)
    {
        foreach (var pledged in statement.Pledged) yield return Plain(words["statement.pledged-for", Text(pledged.Year)], pledged.Amount);
        if (statement.Opening is { } opening) yield return Plain(words["figure.opening"], opening.Amount);
        foreach (var figure in statement.InAndOut) yield return Plain(Name(figure, words), figure.Amount);
        yield return Plain(words["figure.closing"], statement.Closing.Amount);
        foreach (var figure in statement.Inside) yield return Plain(words[$"figure.{figure.Name}"], figure.Amount);
        foreach (var figure in statement.Places) yield return Plain(words[$"figure.{figure.Name}"], figure.Amount);
        yield return Plain(words["figure.whole-pot"], statement.WholePot.Amount);
        foreach (var plan in statement.Plans)
        {
            var (name, state) = (words["statement.plan", plan.Number, plan.Title, plan.RoundName], words[$"PlanMoneyState.{plan.State}"]);
            yield return new(words["figure.promised"], name, state, plan.Promised.Amount);
            foreach (var change in plan.Changes) yield return new(words[$"figure.{change.Name}"], name, state, change.Amount);
            yield return new(words["figure.paid"], name, state, plan.Paid.Amount);
            yield return new(words["money.still"], name, state, plan.Left.Amount);
        }
    }

    /// <summary>What the statement is about, in one sentence.</summary>
    public static string Days(Statement statement, Words words)
    {
        var period = statement.Period;
        var days = period.Year is { } year ? words["statement.of-year", Text(year)]
            : period.First is { } first ? words["statement.of-days", first, period.Last] : words["statement.to-date", period.Last];
        return period.Known is { } known ? $"{days} {words["statement.known", known]}" : days;
    }

    /// <summary>"Bij: gestort", "Af: uitbetaald".</summary>
    public static string Name(Figure figure, Words words) =>
        words[FlowFigures.IsOut(figure.Name) ? "statement.out" : "statement.in", words[$"figure.{figure.Name}"].ToLowerInvariant()];

    /// <summary>"31,4%", rounded down to tenths.</summary>
    public static string Share(long hundredths) => string.Create(CultureInfo.InvariantCulture, $"{hundredths / 100},{hundredths % 100 / 10}%");

    private static StatementRow Plain(string what, Cents amount) => new(what, "", "", amount);

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
