using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements;

/// <summary>The statement for a spreadsheet: semicolons and decimal commas, as Dutch programs read them.</summary>
[Authorize]
public sealed class CsvModel : StatementPage
{
    public async Task<IActionResult> OnGet(int number)
    {
        if (!await Load(number)) return NotFound();
        var text = new StringBuilder();
        Row(T["statement.csv.what"], T["statement.csv.plan"], T["entries.amount"]);
        Row(T["figure.pledged"], "", Amount(Statement.Pledged));
        Figure?[] figures = [Statement.Opening, .. Statement.Flows, Statement.Closing, .. Statement.Places];
        foreach (var figure in figures.OfType<Figure>())
            Row(T[$"figure.{figure.Name}"], "", Amount(figure.Amount));
        foreach (var plan in Statement.Plans)
        {
            var name = T["statement.plan", plan.Number, plan.Title, plan.RoundName];
            Row(T["figure.promised"], name, Amount(plan.Awarded.Amount));
            Row(T["figure.paid"], name, Amount(plan.Paid.Amount));
            Row(T["money.still"], name, Amount(plan.Left.Amount));
        }
        Row(T["statement.csv.hash"], Statement.Head?.Hash ?? "", "");
        var period = Statement.Year?.ToString(CultureInfo.InvariantCulture) ?? "alles";
        // With a byte order mark: without it a spreadsheet misreads é and €.
        return File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8",
            $"overzicht-{Fund.Slug}-{Statement.Contributor.Number}-{period}.csv");

        void Row(params string[] cells) => text.AppendJoin(';', cells.Select(Cell)).Append("\r\n");
    }

    private static string Amount(Cents amount) => amount.ToFile().Replace('.', ',');

    /// <summary>Quoted. No cell starts with what somebody typed, so none is taken for a formula.</summary>
    private static string Cell(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
