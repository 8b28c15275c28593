using System.Text.Json;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pdf;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.Behind;

/// <summary>The details as they stand in files and on paper.</summary>
public static class DetailsRow
{
    public static IEnumerable<StatementRow> Of(Details details, Words words) =>
    [
        .. details.PaidIn.Select(p => new StatementRow(words["statement.paid-in"], NameOf(p, words), State: Period.Text(p.Day), Amount: p.Amount, Note: p.Reference, Path: p.Path)),
        .. details.SetAside.Select(s => new StatementRow(words["statement.set-aside"], NameOf(s, words), Amount: s.Amount.Amount, Path: s.Amount.Path)),
        .. details.Agreements.SelectMany(a => Terms(a, words).Select(t => new StatementRow(words["statement.agreed"], NameOf(a, words), Note: t))
            .Concat(a.Open.Select(t => new StatementRow(words["statement.agreed"], NameOf(a, words), State: words[$"TermState.{t.State}"], Amount: t.Open, Note: Say(t, words), Path: a.Path)))),
    ];

    public static void Write(PdfDocument paper, Details details, Words words)
    {
        if (details.PaidIn.Count > 0)
            paper.Table("", [new(words["entries.day"], 2), new(words["money.figure"], 2.4), new(words["statement.reference"], 3), new(words["entries.amount"], 1.6, IsAmount: true)],
                [.. details.PaidIn.Select(p => PdfRow.Of(words.Day(p.Day), NameOf(p, words), p.Reference, words.Exact(p.Amount))), PdfRow.Total(words["contributors.together"], "", "", words.Exact(details.Together))], words["statement.paid-in"]);
        if (details.SetAside.Count > 0)
            paper.Table("", [new(words["statement.set-aside.for"], 4), new(words["entries.amount"], 1, IsAmount: true)], details.SetAside.Select(s => PdfRow.Of(NameOf(s, words), words.Exact(s.Amount.Amount))), words["statement.set-aside"]);
        if (details.Agreements.Count == 0) return;
        paper.Heading(2, words["statement.agreed"]);
        foreach (var agreed in details.Agreements)
        {
            paper.Paragraph($"{NameOf(agreed, words)}. {string.Join(" ", Terms(agreed, words))}");
            foreach (var term in agreed.Open) paper.Paragraph($"{Say(term, words)} {words["statement.term.open", words.Exact(term.Open), details.Day]}");
        }
    }

    public static void Write(Utf8JsonWriter json, Details details)
    {
        json.Array("deposits", details.PaidIn, paid =>
        {
            json.WriteNumber("sequence", paid.Sequence);
            json.Day("day", paid.Day);
            json.WriteString("kind", paid.IsBack ? "GivenBack" : "Deposit");
            json.WriteBoolean("reversal", paid.IsReversal);
            json.WriteString("reference", paid.Reference);
            json.Amount("amount", paid.Amount);
        });
        json.Array("setAside", details.SetAside, aside =>
        {
            if (aside.Round is { } round) json.WriteNumber("round", round);
            else json.WriteNull("round");
            json.Amount("amount", aside.Amount.Amount);
        });
        json.Array("agreements", details.Agreements, agreed =>
        {
            json.WriteNumber("number", agreed.Agreement.Number);
            json.WriteString("form", agreed.Agreement.Form.ToString());
            json.WriteString("reference", agreed.Agreement.Reference);
            json.WriteString("conditions", agreed.Agreement.Conditions);
            json.Day("reportBy", agreed.Agreement.ReportBy);
            json.Day("endsOn", agreed.Agreement.EndsOn);
            json.WriteString("finalAmount", agreed.Agreement.FinalAmount?.ToFile());
            json.Array("open", agreed.Open, term =>
            {
                json.Day("dueOn", term.Instalment.DueOn);
                json.Amount("amount", term.Open);
                json.WriteString("state", term.State.ToString());
            });
        });
    }

    public static string NameOf(PaidIn paid, Words words) =>
        words[paid.IsBack ? "flow-row.given-back" : "figure.received"] + (paid.IsReversal ? $" ({words["statement.taken-back"]})" : "");

    public static string NameOf(SetAside aside, Words words) => aside.Round is null ? words["entry.at.Cash"] : aside.Name;

    public static string NameOf(Agreed agreed, Words words) => words["statement.agreement", agreed.Agreement.Number, words[$"LegalForm.{agreed.Agreement.Form}"]];

    /// <summary>Its terms, its end and its final amount, each where there is one.</summary>
    public static IEnumerable<string> Terms(Agreed agreed, Words words) =>
    [
        .. AgreementWords.Terms(agreed.Agreement, words), .. agreed.Agreement.EndsOn is { } ends ? new[] { words["agreement.ended", ends] } : [],
        .. agreed.Agreement.FinalAmount is { } final ? new[] { words["agreement.final", final] } : [],
    ];

    public static string Say(Term term, Words words) => words["statement.term", term.Instalment.DueOn, words[$"TermState.{term.State}"]];
}
