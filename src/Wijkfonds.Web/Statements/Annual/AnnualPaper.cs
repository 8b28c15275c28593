using System.Globalization;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pdf;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Statements.Auditing;

namespace Wijkfonds.Web.Statements.Annual;

/// <summary>The annual accounts on paper.</summary>
public static class AnnualPaper
{
    public static void Write(PdfDocument paper, AnnualAccounts accounts, AnnualNotes notes, SignOff signed, string fund, Words words, string address)
    {
        var (year, before) = (Text(accounts.Year), Text(accounts.Year - 1));
        paper.Heading(1, words["annual.title", year]);
        paper.Paragraph(accounts.ClosedAt is { } closed ? $"{fund}. {words["annual.closed"]} {words["annual.closed.on", closed]}" : $"{fund}. {words[signed.IsOver ? "annual.open" : "annual.running"]}");
        if (LegalHolder.Of(accounts.Holder) is { } holder) paper.Paragraph(holder.Say(words));
        paper.Table("", Columns(words, "31-12-" + year, "31-12-" + before),
        [
            PdfRow.Group(words["annual.assets"]), .. accounts.Assets.SelectMany(l => Rows(l, words)), Total(words, "annual.assets.total", AnnualAccounts.Sum(accounts.Assets)),
            PdfRow.Group(words["annual.liabilities"]), .. accounts.Reserves.Concat(accounts.Debts).SelectMany(l => Rows(l, words)),
            Total(words, "annual.liabilities.total", AnnualAccounts.Sum(accounts.Reserves.Concat(accounts.Debts))),
        ], words["annual.balance", year]);
        paper.Table("", Columns(words, year, before),
        [
            PdfRow.Group(words["annual.income"]), .. accounts.Income.SelectMany(l => Rows(l, words)), Total(words, "annual.income.total", AnnualAccounts.Sum(accounts.Income)),
            PdfRow.Group(words["annual.costs"]), .. accounts.Costs.SelectMany(l => Rows(l, words)), Total(words, "annual.costs.total", AnnualAccounts.Sum(accounts.Costs)),
            .. accounts.Financial.SelectMany(l => Rows(l, words)), Total(words, "annual.result", accounts.Result),
        ], words["annual.statement", year]);
        paper.Table("", [new(words["annual.grown"], 4), new(year, 1, IsAmount: true)],
        [
            .. accounts.Reserves.Select(l => PdfRow.Of(words[$"annual.row.{l.Row.Key}"], words.Exact(l.Now - l.Before))),
            PdfRow.Total(words["annual.result"], words.Exact(accounts.Reserves.Aggregate(Cents.Zero, (sum, l) => sum + l.Now - l.Before))),
        ], words["annual.appropriation"]);
        Notes(paper, notes, accounts, words, year);
        if (notes.Unpaid.Count > 0) paper.Paragraph(notes.Unpaid.Say(words, accounts.Year, signed.IsOver));
        Reckoned(paper, words);
        paper.Heading(2, words["signoff.title"]);
        foreach (var sentence in signed.Say(words)) paper.Paragraph(sentence);
        paper.Note($"{words["statement.mark", accounts.Book.Sequence]} {accounts.Book.Hash}");
        // What was signed in the program is not signed once more on paper.
        paper.Signatures([words["statement.sign.treasurer"], .. signed.IsWhole ? Array.Empty<string>() : [words["statement.sign.audit"]]]);
        paper.Qr(address, words["annual.qr", address]);
    }

    private static void Notes(PdfDocument paper, AnnualNotes notes, AnnualAccounts accounts, Words words, string year)
    {
        var inKind = accounts.InKind;
        paper.Heading(2, words["annual.notes"]);
        if (accounts.Holder is { Board.Length: > 0 } held)
        {
            paper.Paragraph($"{words["annual.board", held.Name]}: {string.Join("; ", AnnualAccounts.Lines(held.Board))}.");
            foreach (var line in AnnualAccounts.Lines(held.PayPolicy)) paper.Paragraph(line);
        }
        if (notes.Givers.Count > 0)
            Givers(paper, notes, words, year);
        if (notes.Rounds.Count > 0)
            paper.Table(words["annual.rounds", year],
                [new(words["euro.round"], 4), new(words["annual.plans"], 1, IsAmount: true), new(words["figure.promised"], 1.6, IsAmount: true), new(words["figure.paid"], 1.6, IsAmount: true)],
                notes.Rounds.Select(r => PdfRow.Of(r.Name, Text(r.Plans), words.Exact(r.Awarded), words.Exact(r.Paid))));
        if (notes.Ahead.Count > 0)
        {
            paper.Paragraph($"{words["annual.ahead"]}. {words["annual.ahead.text"]}");
            paper.Table(words["annual.ahead"], [new(words["annual.ahead.for"], 4), new(words["annual.plans"], 1, IsAmount: true), new(words["year.conditional.sum"], 1.6, IsAmount: true)],
                notes.Ahead.Select(y => PdfRow.Of(Text(y.Year), Text(y.Plans), words.Exact(y.Amount))));
        }
        if (inKind.Gifts.Count > 0)
        {
            paper.Table(words["annual.in-kind", year], [new(words["offer.col.what"], 3), new(words["annual.in-kind.valuation"], 3), new(words["offer.col.delivered"], 1.2), new(words["offer.col.value"], 1.6, IsAmount: true)],
                [.. inKind.Gifts.Select(g => PdfRow.Of(words["offer.of", g.Offer.What, g.Offer.Contributor.Party.Name], g.Offer.Valuation, words.Quantity(g.Offer, g.Quantity), words.Exact(g.Value))),
                    PdfRow.Total(words["contributors.together"], "", "", words.Exact(inKind.Now))]);
            paper.Note(words[inKind.Counts ? "annual.in-kind.counts" : "annual.in-kind.apart"]);
        }
    }

    private static void Givers(PdfDocument paper, AnnualNotes notes, Words words, string year)
    {
        string[] heads = notes.HasGivenBack ? ["figure.received", "figure.given-back", "contributors.together"] : ["figure.received"];
        paper.Table(words["annual.givers", year], [new(words["contributors.name"], 4), .. heads.Select(h => new PdfColumn(words[h], heads.Length == 1 ? 1 : 1.4, IsAmount: true))],
            [.. notes.Givers.Select(g => PdfRow.Of(Cells(g.Name, g.Received.Amount, g.GivenBack.Amount))),
                PdfRow.Total(Cells(words["contributors.together"], Sum(g => g.Received.Amount), Sum(g => g.GivenBack.Amount)))]);
        if (notes.HasGivenBack) paper.Note(words["annual.givers.back"]);

        Cents Sum(Func<GiverInYear, Cents> of) => notes.Givers.Aggregate(Cents.Zero, (sum, g) => sum + of(g));
        string[] Cells(string name, Cents received, Cents back) =>
            [name, words.Exact(received), .. notes.HasGivenBack ? new[] { back == Cents.Zero ? "" : StatementRow.Signed(-back, false, words), words.Exact(received - back) } : []];
    }

    private static void Reckoned(PdfDocument paper, Words words)
    {
        paper.Heading(2, words["policy.title"]);
        foreach (var rule in Policy.Rules) paper.Paragraph($"{words[$"policy.{rule}.head"]}. {words[$"policy.{rule}.text"]}");
    }

    private static IEnumerable<PdfRow> Rows(AnnualLine line, Words words)
    {
        yield return PdfRow.Of(words[$"annual.row.{line.Row.Key}"], words.Exact(line.Now), words.Exact(line.Before));
        foreach (var (account, now, before) in line.Parts)
            yield return PdfRow.Of("– " + words[$"chart.{account.Number}"], $"({words.Exact(now)})", $"({words.Exact(before)})");
    }

    private static PdfRow Total(Words words, string key, (Cents Now, Cents Before) sum) => PdfRow.Total(words[key], words.Exact(sum.Now), words.Exact(sum.Before));

    private static IReadOnlyList<PdfColumn> Columns(Words words, string now, string before) =>
        [new(words["annual.what"], 4), new(now, 1.3, IsAmount: true), new(before, 1.3, IsAmount: true)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
