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
        paper.Heading(1, words["statement.title", statement.Contributor.Party.Name]);
        paper.Paragraph($"{fund}. {StatementRow.Days(statement, words)}");
        paper.Heading(2, words["statement.figures"]);
        paper.Table("", [new(words["money.figure"], 4), new(words["entries.amount"], 1, IsAmount: true)], Figures(statement, words));
        paper.Note(words[statement.Opening is null ? "statement.sum.all" : "statement.sum"]);
        paper.Heading(2, words["statement.places"]);
        paper.Table("", [new(words["statement.where"], 4), new(words["entries.amount"], 1, IsAmount: true)],
            [.. statement.Places.Select(f => PdfRow.Of(words[$"figure.{f.Name}"], words.Exact(f.Amount))), PdfRow.Total(words["figure.closing"], words.Exact(statement.Closing.Amount))]);
        if (statement.ShareOfPot is { } share) paper.Note(words["statement.share", statement.Closing.Amount, statement.WholePot.Amount, StatementRow.Share(share)]);
        if (statement.Plans.Count > 0)
        {
            paper.Heading(2, words["statement.plans"]);
            paper.Table("", [new(words["euro.plan"], 5), new(words["statement.state"], 2), new(words["statement.promised"], 1.6, IsAmount: true),
                new(words["figure.paid"], 1.6, IsAmount: true), new(words["statement.still"], 1.6, IsAmount: true)], Plans(statement, words));
            paper.Note(words["statement.plans.note"]);
        }
        paper.Note($"{words["statement.mark", statement.Book.Sequence]} {statement.Book.Hash}");
        paper.Signatures(words["statement.sign.treasurer"], words["statement.sign.audit"]);
        paper.Qr(address, words["statement.qr", address]);
    }

    private static List<PdfRow> Figures(Statement statement, Words words)
    {
        var rows = statement.Pledged.Select(p => PdfRow.Of(words["statement.pledged-for", p.Year.ToString(CultureInfo.InvariantCulture)], words.Exact(p.Amount))).ToList();
        if (statement.Opening is { } opening) rows.Add(Row(opening));
        rows.AddRange(statement.Flows.Select(Row));
        rows.Add(PdfRow.Total(words["figure.closing"], words.Exact(statement.Closing.Amount)));
        return rows;

        PdfRow Row(Figure figure) => PdfRow.Of(words[$"figure.{figure.Name}"], words.Exact(figure.Amount));
    }

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
