using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pdf;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.Complexes;

/// <summary>An earmark by complex, as it stands in files and on paper.</summary>
public static class ComplexRow
{
    /// <summary>For a file: each plan at each complex, awarded and paid, and the earmark's own sums last.</summary>
    public static IEnumerable<StatementRow> Of(EarmarkPart earmark, Words words)
    {
        var part = words["statement.complexes", earmark.Number, earmark.Name];
        foreach (var complex in earmark.Complexes)
            foreach (var plan in complex.Plans)
                foreach (var (what, amount, whole) in new[] { ("statement.awarded", plan.Awarded, plan.WholeAwarded), ("figure.paid", plan.Paid, plan.WholePaid) })
                    yield return new(part, words[what], words["entry.Plan", plan.Number, plan.Title], NameOf(complex, words), amount, plan.IsPart ? Divided(plan, words) : "", plan.IsPart ? null : whole.Path, plan.Path);
        foreach (var (what, figure) in new[] { ("statement.awarded", earmark.Awarded), ("figure.paid", earmark.Paid) })
            yield return new(part, words[what], State: words["contributors.together"], Amount: figure.Amount, Path: figure.Path);
    }

    public static void Write(PdfDocument paper, EarmarkPart earmark, Words words)
    {
        var rows = new List<PdfRow>();
        foreach (var complex in earmark.Complexes)
        {
            rows.Add(PdfRow.Group(NameOf(complex, words)));
            rows.AddRange(complex.Plans.Select(p => PdfRow.Of($"{words["entry.Plan", p.Number, p.Title]}{(p.IsPart ? $" ({Divided(p, words)})" : "")}", words.Exact(p.Awarded), words.Exact(p.Paid))));
            if (complex.Plans.Count > 1) rows.Add(PdfRow.Total(words["complex.sum", NameOf(complex, words)], words.Exact(complex.Awarded), words.Exact(complex.Paid)));
        }
        rows.Add(PdfRow.Total(words["contributors.together"], words.Exact(earmark.Awarded.Amount), words.Exact(earmark.Paid.Amount)));
        paper.Table("", [new(words["euro.plan"], 5), new(words["statement.awarded"], 1.6, IsAmount: true), new(words["figure.paid"], 1.6, IsAmount: true)], rows, words["statement.complexes", earmark.Number, earmark.Name], whole: false);
        paper.Note(words["statement.complexes.how"]);
    }

    /// <summary>The complex, "hele wijk", or that the place of the plan names none.</summary>
    public static string NameOf(ComplexPart complex, Words words) => complex.Kind == ComplexKind.Named ? complex.Name : words[$"ComplexKind.{complex.Kind}"];

    /// <summary>Which part of the plan's money stands here.</summary>
    public static string Divided(ComplexPlan plan, Words words) => words["complex.divided", plan.Addresses, plan.Of];
}
