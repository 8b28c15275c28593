using System.Globalization;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Statements.Behind;
using Wijkfonds.Web.Statements.ByEarmark;
using Wijkfonds.Web.Statements.Complexes;
using Wijkfonds.Web.Statements.InKind;

namespace Wijkfonds.Web.Statements;

/// <summary>
/// One amount of a statement, as it stands in a file: in which part, what it is, of which plan, in which column or how far, and
/// what else is said. Path is where it clicks through to; null where there is no amount.
/// </summary>
public sealed record StatementRow(string Part, string What, string Plan = "", string State = "", Cents? Amount = null, string Note = "", string? Path = null, string? PlanPath = null)
{
    /// <summary>The statement as one list of rows, in the order of the sheet.</summary>
    public static IEnumerable<StatementRow> Of(Statement statement, Words words) =>
        [.. Pledged(statement, words), .. OfFlow(statement.Flow, words), .. EarmarkPaper.Rows(statement, words), .. DetailsRow.Of(statement.Details, words), .. Pot(statement, words), .. statement.Plans.SelectMany(p => OfPlan(p, words)), .. statement.Earmarks.SelectMany(e => ComplexRow.Of(e, words)), .. InKindRow.Of(statement.InKind, words).Select(r => r.AsText(words)), .. Relations(statement, words)];

    private static IEnumerable<StatementRow> Pledged(Statement statement, Words words) => statement.Pledged.Select(p =>
        new StatementRow(words["statement.pledged"], words["statement.pledged-for", Text(p.Year)], Amount: p.Amount, Path: p.Path));

    /// <summary>Every cell of a flow.</summary>
    public static IEnumerable<StatementRow> OfFlow(StatementFlow flow, Words words)
    {
        if (flow.Opening is { } opening)
            foreach (var cell in opening.Cells) yield return Cell(words["figure.opening"], words["figure.opening"], cell);
        foreach (var section in flow.Sections)
            foreach (var row in section.Rows)
                foreach (var cell in row.Cells) yield return Cell(words[$"flow-section.{section.Name}"], words[$"flow-row.{row.Name}"], cell);
        foreach (var cell in flow.Closing.Cells) yield return Cell(words["figure.closing"], words["figure.closing"], cell);

        StatementRow Cell(string part, string what, FlowCell cell) => new(part, what, State: words[$"FlowColumn.{cell.Column}"], Amount: cell.Effect, Path: cell.Path);
    }

    private static IEnumerable<StatementRow> Pot(Statement statement, Words words)
    {
        var share = statement.ShareOfPot is { } hundredths ? words["statement.share.of", Share(hundredths)] : "";
        yield return new(words["statement.share"], words["figure.whole-pot"], Amount: statement.WholePot.Amount, Note: share, Path: statement.WholePot.Path);
    }

    private static IEnumerable<StatementRow> OfPlan(PlanPart plan, Words words)
    {
        var (name, state) = (words["statement.plan", plan.Number, plan.Title, plan.RoundName], words[$"PlanMoneyState.{plan.State}"]);
        var evidence = string.Join(" ", Evidence(plan.Evidence, words));
        foreach (var figure in plan.Figures)
            yield return new(words["statement.plans"], NameOf(figure, words), name, state, figure.Amount, figure == plan.Promised ? evidence : "", figure.Path, plan.Path);
    }

    /// <summary>A figure of a plan: what is still to be paid has its own words.</summary>
    private static string NameOf(Figure figure, Words words) => words[figure.Name switch { "still" => "money.still", "still-before" => "statement.still-before", var name => $"figure.{name}" }];

    private static IEnumerable<StatementRow> Relations(Statement statement, Words words) => statement.Relations.Select(r =>
        new StatementRow(words["relation.public"], r.Sentence(words), Amount: r.Received.Count > 0 ? r.Amount : null, Note: r.Money(words, true)));

    /// <summary>What a team showed, in one sentence, and what it told; nothing where it showed nothing yet.</summary>
    public static IEnumerable<string> Evidence(PlanEvidence evidence, Words words)
    {
        var counts = new[] { ("reports", evidence.Reports), ("photos", evidence.Photos), ("receipts", evidence.Receipts) }.Where(c => c.Item2 > 0).Select(c => words.Count($"evidence.{c.Item1}", c.Item2)).ToList();
        return counts.Count > 0 ? [words["evidence.together", string.Join(", ", counts)], .. evidence.Story.Select(s => $"“{s}”")] : [];
    }

    /// <summary>What the statement is about, in one sentence.</summary>
    public static string Days(Statement statement, Words words)
    {
        var period = statement.Period;
        var days = period.Year is { } year ? words["statement.of-year", Text(year)]
            : period.First is { } first ? words["statement.of-days", first, period.Last] : words["statement.to-date", period.Last];
        return period.Known is { } known ? $"{days} {words["statement.known", known]}" : days;
    }

    /// <summary>An amount of the flow as people read it: "+ € 20,00" or "− € 20,00"; of the opening and the closing without a sign.</summary>
    public static string Signed(Cents effect, bool isStand, Words words) => isStand || effect == Cents.Zero ? words.Exact(effect) : $"{Sign(effect)} {words.Exact(Absolute(effect))}";

    public static string Sign(Cents effect) => effect < Cents.Zero ? "−" : "+";

    public static Cents Absolute(Cents effect) => effect < Cents.Zero ? -effect : effect;

    /// <summary>"31,4%", rounded down to tenths.</summary>
    public static string Share(long hundredths) => string.Create(CultureInfo.InvariantCulture, $"{hundredths / 100},{hundredths % 100 / 10}%");

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
