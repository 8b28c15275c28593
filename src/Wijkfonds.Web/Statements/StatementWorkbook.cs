using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Statements.InKind;

namespace Wijkfonds.Web.Statements;

/// <summary>The statement as a workbook: its figures on the first sheet, each leading to where it comes from, the entries behind them on the second; what came in kind on a third.</summary>
public static class StatementWorkbook
{
    /// <param name="address">The address on the site of a path below the fund.</param>
    public static void Write(Stream file, Statement statement, IReadOnlyList<StatementEntry> entries, Words words, Func<string, string> address)
    {
        using var book = new Workbook(file);
        book.Sheet(words["statement.sheet.figures"], [32, 36, 48, 24, 16, 60], Figures(statement, words, address));
        book.Sheet(words["entries.title"], [10, 12, 70, 34, 16, 16], Entries(entries, words, address));
        if (statement.InKind.Offers.Count > 0) book.Sheet(words["statement.in-kind.sheet"], [52, 48, 16, 24], InKind(statement.InKind, words));
    }

    private static IEnumerable<object?[]> Figures(Statement statement, Words words, Func<string, string> address)
    {
        yield return [words["statement.title", statement.Contributor.Party.Name]];
        yield return [StatementRow.Days(statement, words)];
        if (statement.Holder is { } holder) yield return [holder.Say(words)];
        yield return [words["statement.csv.part"], words["statement.csv.what"], words["statement.csv.plan"], words["statement.csv.state"], words["entries.amount"], words["statement.csv.note"]];
        foreach (var row in StatementRow.Of(statement, words))
            yield return [row.Part, row.What, Linked(row.Plan, row.PlanPath), row.State, Linked(row.Amount, row.Path), row.Note];
        yield return [words["statement.csv.entry", statement.Book.Sequence]];
        yield return [words["statement.csv.hash"], statement.Book.Hash];

        object? Linked(object? value, string? path) => path is null || value is null ? value : new Link(value, address(path));
    }

    private static IEnumerable<object?[]> InKind(StatementInKind inKind, Words words)
    {
        yield return [words["statement.in-kind.apart"]];
        yield return [words["statement.csv.what"], words["statement.csv.plan"], words["offer.quantity"], words["offer.col.value"]];
        foreach (var row in InKindRow.Of(inKind, words)) yield return [row.What, row.Plan, row.Quantity, row.Value];
    }

    private static IEnumerable<object?[]> Entries(IReadOnlyList<StatementEntry> entries, Words words, Func<string, string> address)
    {
        yield return [words["entries.number"], words["entries.day"], words["entries.what"], words["entries.account"], words["entries.debit"], words["entries.credit"]];
        foreach (var (entry, sentence, own) in entries)
            foreach (var line in own)
                yield return [new Link(entry.Sequence, address($"/geld/boekingen/{entry.Sequence}")), Period.Text(entry.ValueDate), sentence, words[$"LedgerAccount.{line.Account}"],
                    line.Amount > Cents.Zero ? line.Amount : null, line.Amount < Cents.Zero ? -line.Amount : null];
    }
}
