using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Democracy.Pabulib;

namespace Wijkfonds.Web.Allocation;

/// <summary>The recount file of a section, written while it is sent.</summary>
[AllowAnonymous]
public sealed class RecountingModel : ResultPage
{
    public async Task<IActionResult> OnGet(int number, int section)
    {
        if (!await Load(number) || !IsCounted || Round.Sections.OrderBy(s => s.Number).ToList() is not { } sections
            || sections.FindIndex(s => s.Number == section) is var at && at < 0) return NotFound();
        var file = Recount.Of(Fund, Round, sections[at], (await Counting.Sections(Db, Round))[at]);
        Response.ContentType = "text/plain; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename={Recount.FileName(Round, sections[at])}";
        // The writer writes as it goes, and knows no other way than waiting for each block.
        HttpContext.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        PabulibWriter.Write(file, Response.Body);
        return new EmptyResult();
    }
}
