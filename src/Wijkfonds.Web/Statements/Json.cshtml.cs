using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Wijkfonds.Web.Statements;

/// <summary>The statement for programs. Its sentences are in the fund's language, whoever asks.</summary>
[Authorize]
public sealed class JsonModel : StatementPage
{
    public async Task<IActionResult> OnGet(int number)
    {
        if (await Load(number) is not null) return NotFound();
        var words = Get<Shared.Words.Texts>().In(Fund.Language, Fund.Zone);
        return File(StatementJson.Of(Statement, Fund.Slug, await StatementEntries.Of(Db, Statement, words), words), "application/json; charset=utf-8", $"{FileName}.json");
    }
}
