using System.Globalization;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pdf;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements;

/// <summary>The statement on paper, for a controller's file: figures, plans, where the book was, and two lines to sign on.</summary>
public static class StatementPaper
{
    /// <param name="address">Where the same statement stands on the site.</param>
    public static void Write(PdfDocument paper, Statement statement, string fund, Words words, string address)
    {
        var closing = PdfRow.Total(words["figure.closing"], words.Exact(statement.Closing.Amount));
        paper.Heading(1, words["statement.title", statement.Contributor.Party.Name]);
        paper.Paragraph($"{fund}. {StatementRow.Days(statement, words)}");
        if (statement.Pledged.Count > 0)
            paper.Table("", Two(words["contributor.year"], words), statement.Pledged.Select(p => PdfRow.Of(words["statement.pledged-for", Text(p.Year)], words.Exact(p.Amount))), words["statement.pledged"]);
        paper.Table("", Two(words["money.figure"], words),
            [.. new[] { statement.Opening }.OfType<Figure>().Select(Row), .. statement.InAndOut.Select(f => PdfRow.Of(StatementRow.Name(f, words), words.Exact(f.Amount))), closing], words["statement.figures"]);
        paper.Note(words[statement.Opening is null ? "statement.sum.all" : "statement.sum"]);
        paper.Table("", Two(words["money.figure"], words), statement.Inside.Select(Row), words["statement.inside"]);
        paper.Table("", Two(words["statement.where"], words), [.. statement.Places.Select(Row), closing], words["statement.places"]);
        if (statement.ShareOfPot is { } share) paper.Note(words["statement.share", statement.Closing.Amount, statement.WholePot.Amount, StatementRow.Share(share)]);
        if (statement.Plans.Count > 0)
        {
            paper.Table("", [new(words["euro.plan"], 5), new(words["statement.state"], 2), new(words["statement.promised"], 1.6, IsAmount: true),
                new(words["figure.paid"], 1.6, IsAmount: true), new(words["statement.still"], 1.6, IsAmount: true)], Plans(statement, words), words["statement.plans"]);
            paper.Note(words["statement.plans.note"]);
        }
        paper.Note($"{words["statement.mark", statement.Book.Sequence]} {statement.Book.Hash}");
        paper.Signatures(words["statement.sign.treasurer"], words["statement.sign.audit"]);
        paper.Qr(address, words["statement.qr", address]);

        PdfRow Row(Figure figure) => PdfRow.Of(words[$"figure.{figure.Name}"], words.Exact(figure.Amount));
    }

    private static IReadOnlyList<PdfColumn> Two(string what, Words words) => [new(what, 4), new(words["entries.amount"], 1, IsAmount: true)];

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<PdfRow> Plans(Statement statement, Words words)
    {
        foreach (var round in statement.Plans.GroupBy(p => (p.Round, p.RoundName)))
        {
            yield return PdfRow.Group(round.Key.RoundName);
            foreach (var plan in round)
                yield return PdfRow.Of(words["entry.Plan", plan.Number, plan.Title], string.Join("; ", [words[$"PlanMoneyState.{plan.State}"], .. plan.Changes.Select(c => $"{words[$"figure.{c.Name}"]}: {words.Exact(c.Amount)}")]),
                    words.Exact(plan.Promised.Amount), words.Exact(plan.Paid.Amount), words.Exact(plan.Left.Amount));
        }
        yield return PdfRow.Total(words["contributors.together"], "", Sum(p => p.Promised), Sum(p => p.Paid), Sum(p => p.Left));

        string Sum(Func<PlanPart, Figure> of) => words.Exact(statement.Plans.Aggregate(Cents.Zero, (sum, p) => sum + of(p).Amount));
    }
}
