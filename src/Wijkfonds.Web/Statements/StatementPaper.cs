using System.Globalization;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pdf;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Statements.Complexes;
using Wijkfonds.Web.Statements.InKind;

namespace Wijkfonds.Web.Statements;

/// <summary>The statement on paper, for a controller's file: figures, plans, where the book was, and two lines to sign on.</summary>
/// <param name="address">The address on the site of a path below the fund.</param>
public sealed class StatementPaper(PdfDocument paper, Statement statement, Words words, Func<string, string> address)
{
    private static readonly FlowColumn[] Columns = Enum.GetValues<FlowColumn>();

    public void Write(string fund, string path)
    {
        paper.Heading(1, words["statement.title", statement.Contributor.Party.Name]);
        paper.Paragraph($"{fund}. {StatementRow.Days(statement, words)}");
        if (statement.Pledged.Count > 0)
        {
            paper.Table("", [new(words["contributor.year"], 4), new(words["entries.amount"], 1, IsAmount: true)],
                statement.Pledged.Select(p => PdfRow.Of(words["statement.pledged-for", Text(p.Year)], words.Exact(p.Amount))), words["statement.pledged"]);
            paper.Note(words["statement.pledged.note"]);
        }
        Flow();
        if (statement.ShareOfPot is { } share)
            paper.Note($"{words["statement.share.exact", words.Exact(statement.WholePot.Amount), words.Exact(statement.Flow.Total), StatementRow.Share(share)]} {words["statement.share.how"]}");
        Plans();
        foreach (var earmark in statement.Earmarks) ComplexRow.Write(paper, earmark, words);
        InKindPaper.Write(paper, statement.InKind, words);
        Relations();
        paper.Note($"{words["statement.mark", statement.Book.Sequence]} {statement.Book.Hash}");
        paper.Note(words["statement.mark.how"]);
        paper.Signatures(words["statement.sign.treasurer"], words["statement.sign.audit"]);
        paper.Qr(address(path), words["statement.qr", address(path)]);
    }

    private void Flow()
    {
        var rows = new List<PdfRow>();
        if (statement.Flow.Opening is { } opening) rows.Add(PdfRow.Total(Cells("figure.opening", opening)));
        foreach (var section in statement.Flow.Sections)
        {
            rows.Add(PdfRow.Group(words[$"flow-section.{section.Name}"]));
            rows.AddRange(section.Rows.Count == 0 ? [PdfRow.Note(words["flow-section.nothing"])] : section.Rows.Select(r => PdfRow.Of(Cells($"flow-row.{r.Name}", r))));
        }
        rows.Add(PdfRow.Total(Cells("figure.closing", statement.Flow.Closing)));
        paper.Table("", [new(words["money.figure"], 3), .. Columns.Select(c => new PdfColumn(words[$"FlowColumn.{c}"], 1.7, IsAmount: true))], rows, words["statement.figures"]);
        paper.Note(words[statement.Flow.Opening is null ? "statement.sum.all" : "statement.sum"]);
        paper.Note(string.Join(" ", statement.Flow.Sections.Where(s => s.Rows.Count > 0).Select(s => $"{words[$"flow-section.{s.Name}"]}: {words[$"flow-section.{s.Name}.text"]}")));
        if (statement.Flow.HasCosts) paper.Note(words["statement.costs.note"]);

        string[] Cells(string name, FlowRow row) => [words[name], .. Columns.Select(c => row.At(c) is { } cell ? StatementRow.Signed(cell.Effect, row.IsStand, words) : "")];
    }

    private void Plans()
    {
        if (statement.Plans.Count == 0) return;
        var rows = new List<PdfRow>();
        foreach (var round in statement.Plans.GroupBy(p => (p.Round, p.RoundName)))
        {
            rows.Add(PdfRow.Group(round.Key.RoundName));
            rows.Add(PdfRow.Note(words["statement.plan.at", Short(address($"/rondes/{round.Key.Round}/plannen/"))]));
            foreach (var plan in round)
            {
                rows.Add(PdfRow.Of(words["entry.Plan", plan.Number, plan.Title], words[$"PlanMoneyState.{plan.State}"], words.Exact(plan.Promised.Amount), words.Exact(plan.Paid.Amount), words.Exact(plan.Left.Amount)));
                if (About(plan) is { Length: > 0 } about) rows.Add(PdfRow.Note(about));
            }
        }
        rows.Add(PdfRow.Total(words["contributors.together"], "", Sum(p => p.Promised), Sum(p => p.Paid), Sum(p => p.Left)));
        paper.Table("", [new(words["euro.plan"], 5), new(words["statement.state"], 2), new(words["statement.promised"], 1.6, IsAmount: true),
            new(words["figure.paid"], 1.6, IsAmount: true), new(words["statement.still"], 1.6, IsAmount: true)], rows, words["statement.plans"], whole: false);
        paper.Note($"{words["statement.plans.note"]} {words["statement.plans.shown"]}");

        string Sum(Func<PlanPart, Figure> of) => words.Exact(statement.Plans.Aggregate(Cents.Zero, (sum, p) => sum + of(p).Amount));
    }

    /// <summary>What changed, and what the team showed and told.</summary>
    private string About(PlanPart plan) =>
        string.Join(" ", [.. plan.Changes.Select(c => $"{words[$"figure.{c.Name}"]}: {words.Exact(c.Amount)}."), .. StatementRow.Evidence(plan.Evidence, words)]);

    private void Relations()
    {
        if (statement.Relations.Count == 0) return;
        paper.Heading(2, words["relation.public"]);
        foreach (var relation in statement.Relations) paper.Paragraph($"{relation.Sentence(words)} {relation.Money(words, true)}");
    }

    /// <summary>As people type it.</summary>
    private static string Short(string address) => address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..];

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
