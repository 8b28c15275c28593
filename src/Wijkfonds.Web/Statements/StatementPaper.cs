using System.Globalization;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pdf;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Statements.Behind;
using Wijkfonds.Web.Statements.ByEarmark;
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
        if (statement.Holder is { } holder) paper.Paragraph(holder.Say(words));
        if (statement.Pledged.Count > 0)
        {
            paper.Table("", [new(words["contributor.year"], 4), new(words["entries.amount"], 1, IsAmount: true)],
                statement.Pledged.Select(p => PdfRow.Of(words["statement.pledged-for", Text(p.Year)], words.Exact(p.Amount))), words["statement.pledged"]);
            paper.Note(words["statement.pledged.note"]);
        }
        Flow();
        EarmarkPaper.Write(paper, statement, words);
        DetailsRow.Write(paper, statement.Details, words);
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
                rows.Add(PdfRow.Of(Cells(words["entry.Plan", plan.Number, plan.Title], plan.Opening?.Amount, plan.Promised.Amount, plan.Later.Select(l => l.Effect), plan.Paid.Amount, plan.Left.Amount)));
                rows.Add(PdfRow.Note(About(plan)));
            }
        }
        rows.Add(PdfRow.Total(Cells(words["contributors.together"], statement.Flow.Opening?[FlowColumn.Awarded], Sum(p => p.Promised.Amount),
            [Sum(p => p.Supplement.Amount), -Sum(p => p.Lapsed.Amount)], Sum(p => p.Paid.Amount), Sum(p => p.Left.Amount))));
        string[] heads = [.. statement.Flow.Opening is null ? Array.Empty<string>() : ["statement.still-before"], "statement.promised", "statement.later", "figure.paid", "statement.still"];
        paper.Table("", [new(words["euro.plan"], 3.4), .. heads.Select(h => new PdfColumn(words[h], 1.6, IsAmount: true))], rows, words["statement.plans"], whole: false);
        paper.Note($"{words[statement.Flow.Opening is null ? "statement.plans.sum.all" : "statement.plans.sum"]} {words["statement.plans.note"]} {words["statement.plans.shown"]}");

        Cents Sum(Func<PlanPart, Cents> of) => statement.Plans.Aggregate(Cents.Zero, (sum, p) => sum + of(p));
        string[] Cells(string name, Cents? opening, Cents promised, IEnumerable<Cents> later, Cents paid, Cents left) =>
        [
            name, .. opening is { } before ? new[] { words.Exact(before) } : [], words.Exact(promised),
            string.Join(" ", later.Where(l => l != Cents.Zero).Select(l => StatementRow.Signed(l, false, words))), words.Exact(paid), words.Exact(left),
        ];
    }

    /// <summary>How far it is, what the team gave back, and what it showed and told.</summary>
    private string About(PlanPart plan) => string.Join(" ",
    [
        $"{words["statement.state"]}: {words[$"PlanMoneyState.{plan.State}"]}.",
        .. plan.Repaid.Amount != Cents.Zero ? new[] { $"{words["figure.repaid"]}: {words.Exact(plan.Repaid.Amount)}." } : [], .. StatementRow.Evidence(plan.Evidence, words),
    ]);

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
