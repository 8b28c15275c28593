using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Shared.Uploads;

/// <summary>One file, as the kind that its content had when it came: a picture to look at, a PDF to download. What one may not see is not there.</summary>
[AllowAnonymous]
public sealed class FileModel : FundPage
{
    /// <summary>Nothing in it runs or fetches, whatever a browser takes it for.</summary>
    public const string Csp = "default-src 'none'; sandbox";

    public async Task<IActionResult> OnGet(int number)
    {
        if (await Db.Set<KeptFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Number == number) is not { } file) return NotFound();
        if (!file.MayBeSeenBy(Viewer) && !(file.Sha256.Length > 0 && await AwardTeam.Brought(Db, file.Subject, Viewer.AccountId))) return NotFound();
        if (Get<FileStore>().Open(file.Sha256) is not { } stream) return NotFound();
        Response.Headers.ContentSecurityPolicy = Csp;
        // A published picture may be taken back: a browser asks each time whether it still holds.
        Response.Headers.CacheControl = file.PublishedAt is null ? "no-store" : "no-cache";
        Response.Headers.ContentDisposition = $"{(file.Kind.IsPicture() ? "inline" : "attachment")}; filename=\"bestand-{file.Number}{file.Kind.Extension()}\"";
        return new FileStreamResult(stream, file.Kind.ContentType()) { EntityTag = new EntityTagHeaderValue($"\"{file.Sha256[..16]}\"") };
    }
}
