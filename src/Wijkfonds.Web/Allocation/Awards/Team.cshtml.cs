using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>A team's own award: the one thing to do next, its parts, how it wants to be paid, what it told.</summary>
[Authorize, UploadLimit(MostMegabytes), RequestSizeLimit(MostBody), RequestFormLimits(MultipartBodyLengthLimit = MostBody), EnableRateLimiting(Limits.Door)]
public sealed class TeamModel : FundPage
{
    private const int MostMegabytes = 40;
    private const long MostBody = (MostMegabytes + 2) * 1024L * 1024L;

    [BindProperty(Name = "part")] public string? Part { get; set; }
    [BindProperty(Name = "words")] public string? Words { get; set; }
    [BindProperty(Name = "show")] public bool MayPublish { get; set; }
    [BindProperty(Name = "way")] public string? Way { get; set; }
    [BindProperty(Name = "name")] public string? Name { get; set; }
    [BindProperty(Name = "iban")] public string? IbanTyped { get; set; }
    [BindProperty(Name = "mate")] public string? Mate { get; set; }

    public Standing Standing { get; private set; } = null!;
    public PayWish? Wish { get; private set; }
    /// <summary>By report, in the order in which they came.</summary>
    public ILookup<Guid, KeptFile> Files { get; private set; } = null!;
    public IReadOnlyList<YearLine> Years { get; private set; } = [];
    /// <summary>Who does the plan beside its maker.</summary>
    public IReadOnlyList<TeamMate> Mates { get; private set; } = [];
    public bool IsMaker => Award.Proposal.AccountId == Viewer.AccountId;
    public Award Award => Standing.Award;
    /// <summary>What organisations bring to the plan beside the money.</summary>
    public PlanInKind InKind { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGet(int number)
    {
        if (!await Load(number)) return NotFound();
        (Way, Name, IbanTyped) = (Wish?.Way.ToString(), Wish?.Name, Wish?.Iban);
        return Request.Query.ContainsKey("te-groot") ? Refused(new UploadTooLarge("photo", Upload.MostMegabytes)) : Page();
    }

    public Task<IActionResult> OnPost(int number, IFormFile? photo, IFormFileCollection? receipts) => Bring(number, "report.sent",
        [(photo, FileUse.Photo, "photo"), .. Receipts(receipts)], files => Work.Run(db => Reporting.Send(db, Viewer, Now, number, new(Part, Words, MayPublish), files)));

    public Task<IActionResult> OnPostReceipts(int number, int part, IFormFileCollection? receipts) => Bring(number, "report.receipts.sent",
        [.. Receipts(receipts)], files => Work.Run(db => Reporting.AddReceipts(db, Viewer, Now, number, part, files)));

    public async Task<IActionResult> OnPostShow(int number, int part, bool may)
    {
        if (!await Load(number)) return NotFound();
        var done = await Work.Run(db => Reporting.Allow(db, Viewer, number, part, may));
        return done.Refused ? Refused(done.Refusal) : Confirmed($"/mijn/toekenningen/{number}", may ? "report.show.on" : "report.show.off");
    }

    public async Task<IActionResult> OnPostWay(int number)
    {
        if (!await Load(number)) return NotFound();
        var chosen = await Work.Run(db => ChoosingWay.Choose(db, Viewer, Now, number, Way, Name, IbanTyped));
        return chosen.Refused ? Refused(chosen.Refusal) : Confirmed($"/mijn/toekenningen/{number}", "way.chosen");
    }

    public async Task<IActionResult> OnPostAdd(int number)
    {
        if (!await Load(number)) return NotFound();
        var added = await Work.Run(db => AwardTeam.Add(db, Viewer, Now, number, Mate));
        return added.Refused ? Refused(added.Refusal) : Confirmed($"/mijn/toekenningen/{number}", "mates.added");
    }

    public async Task<IActionResult> OnPostEnd(int number, Guid id)
    {
        if (!await Load(number)) return NotFound();
        var ended = await Work.Run(db => AwardTeam.End(db, Viewer, Now, number, id));
        return ended.Refused ? Refused(ended.Refusal) : Confirmed(IsMaker ? $"/mijn/toekenningen/{number}" : "/mijn", "mates.ended");
    }

    /// <summary>Files go in the folder before the transaction, and out of it again where the act is refused.</summary>
    private async Task<IActionResult> Bring(int number, string done, (IFormFile?, FileUse, string)[] files, Func<IReadOnlyList<Brought>, Task<Outcome<Report>>> act)
    {
        if (!await Load(number)) return NotFound();
        var taken = await Get<Bringing>().Take(files);
        if (taken.Refused) return Refused(taken.Refusal);
        var sent = await act(taken.Value);
        if (!sent.Refused) return Confirmed($"/mijn/toekenningen/{number}", done);
        await Get<Bringing>().Forget(taken.Value);
        return Refused(sent.Refusal);
    }

    internal static IEnumerable<(IFormFile?, FileUse, string)> Receipts(IFormFileCollection? files) =>
        (files ?? new FormFileCollection()).Where(f => f.Name == "receipts").Select(f => ((IFormFile?)f, FileUse.Receipt, "receipts"));

    private async Task<bool> Load(int number)
    {
        if ((await Standing.Of(Db, Db.Set<Award>().AsNoTracking().Where(a => a.Number == number))).SingleOrDefault() is not { } standing || !await AwardTeam.Has(Db, standing.Award, Viewer.AccountId)) return false;
        Standing = standing;
        Years = await YearLine.Of(Db, Now, Fund.Id, Award.Id, T, Here);
        Mates = await AwardTeam.Mates(Db, Award.Id).AsNoTracking().Include(m => m.Account).OrderBy(m => m.AddedAt).ToListAsync();
        Wish = await Db.Set<PayWish>().AsNoTracking().SingleOrDefaultAsync(w => w.AwardId == Award.Id);
        var reports = Award.Parts.SelectMany(i => i.Reports).Select(r => r.Id).ToList();
        Files = (await Db.Set<KeptFile>().AsNoTracking().Where(f => reports.Contains(f.Subject)).OrderBy(f => f.Number).ToListAsync()).ToLookup(f => f.Subject);
        Today = await Book.Today(Db, Now, Fund.Id);
        InKind = await PlanInKind.Of(Db, Now, Award.ProposalId);
        return true;
    }
}
