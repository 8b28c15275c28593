using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>A desk helper types over a report that a team brought on paper, signed. No account numbers, no payments: only what the team tells.</summary>
[Authorize, UploadLimit(MostMegabytes), RequestSizeLimit(MostBody), RequestFormLimits(MultipartBodyLengthLimit = MostBody), EnableRateLimiting(Limits.Door)]
public sealed class DeskModel : FundPage
{
    private const int MostMegabytes = 40;
    private const long MostBody = (MostMegabytes + 2) * 1024L * 1024L;

    [BindProperty(Name = "part")] public string? Part { get; set; }
    [BindProperty(Name = "words")] public string? Words { get; set; }
    [BindProperty(Name = "show")] public bool MayPublish { get; set; }
    [BindProperty(Name = "paper")] public string? Paper { get; set; }

    public Award Award { get; private set; } = null!;
    /// <summary>The part that a report is wanted on; null when it waits for money or an answer.</summary>
    public PartStanding? Wanted { get; private set; }

    public async Task<IActionResult> OnGet(int number)
    {
        if (!await Load(number)) return NotFound();
        return Request.Query.ContainsKey("te-groot") ? Refused(new UploadTooLarge("photo", Upload.MostMegabytes)) : Page();
    }

    public async Task<IActionResult> OnPost(int number, IFormFile? photo, IFormFileCollection? receipts)
    {
        if (!await Load(number)) return NotFound();
        var taken = await Get<Bringing>().Take([(photo, FileUse.Photo, "photo"), .. TeamModel.Receipts(receipts)]);
        if (taken.Refused) return Refused(taken.Refusal);
        var sent = await Work.Run(db => Reporting.SendForTeam(db, Viewer, Now, number, new(Part, Words, MayPublish, Paper), taken.Value));
        if (!sent.Refused) return Confirmed("/balie/verslagen", "deskreport.sent", Award.Proposal.Title);
        await Get<Bringing>().Forget(taken.Value);
        return Refused(sent.Refusal);
    }

    private async Task<bool> Load(int number)
    {
        if (!Viewer.IsDesk || (await Standing.Of(Db, Db.Set<Award>().AsNoTracking().Where(a => a.Number == number))).SingleOrDefault() is not { HasParts: true } standing) return false;
        (Award, Wanted) = (standing.Award, standing.Wanted);
        return true;
    }
}
