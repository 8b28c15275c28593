using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared.Demonstration;
using Wijkfonds.Web.Shared.Pdf;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Shared.Pages;

/// <summary>How a page answers with a paper: the fund's name at the foot, DEMONSTRATIE on top where nothing is real.</summary>
public static class PaperPage
{
    public static FileStreamResult Paper(this FundPage page, string name, string title, Words.Words words, Action<PdfDocument> write)
    {
        var head = new PdfHead(title, Languages.Tag(words.Language), page.Fund.Name, $"{page.Fund.Name} · {title}", words["paper.page"])
        {
            Warning = page.Get<Stage>().IsSet ? words["demo.name"] : "",
        };
        var file = Scratch.Of(stream =>
        {
            using var paper = new PdfDocument(stream, page.Get<PdfFonts>(), head);
            write(paper);
            paper.Finish();
        });
        return new FileStreamResult(file, "application/pdf") { FileDownloadName = name };
    }

    /// <summary>The language of a paper for who asks: its letters must be in the font.</summary>
    public static Words.Words PaperWords(this FundPage page) => page.Get<Texts>().In(page.T.Language == "ar" ? page.Fund.Language : page.T.Language, page.Fund.Zone);
}
