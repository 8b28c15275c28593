using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements;

/// <summary>The statement on paper.</summary>
[Authorize]
public sealed class PdfModel : StatementPage
{
    public async Task<IActionResult> OnGet(int number)
    {
        if (await Load(number) is not null) return NotFound();
        var words = this.PaperWords();
        return this.Paper($"{FileName}.pdf", words["statement.title", Statement.Contributor.Party.Name], words,
            paper => new StatementPaper(paper, Statement, words, Address).Write(Fund.Name, Statement.Period.At($"/bijdragers/{number}/overzicht")));
    }
}
