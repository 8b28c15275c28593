using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pdf;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements;

/// <summary>The statement on paper.</summary>
[Authorize]
public sealed class PdfModel : StatementPage
{
    public async Task<IActionResult> OnGet(int number)
    {
        if (await Load(number) is not null) return NotFound();
        var words = PaperWords;
        var title = words["statement.title", Statement.Contributor.Party.Name];
        var file = Scratch();
        using (var paper = new PdfDocument(file, Get<PdfFonts>(), new PdfHead(title, Languages.Tag(words.Language), Fund.Name, $"{Fund.Name} · {title}", words["paper.page"]) { Warning = Warning }))
        {
            StatementPaper.Write(paper, Statement, Fund.Name, words, Get<PublicAddress>().Of(Fund, Statement.Period.At($"/bijdragers/{number}/overzicht")));
            paper.Finish();
        }
        file.Position = 0;
        return File(file, "application/pdf", $"{FileName}.pdf");
    }
}
