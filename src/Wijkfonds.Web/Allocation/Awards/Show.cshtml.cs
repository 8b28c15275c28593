using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>One award for members and the audit committee: its parts, its reports, a member's answer, and what two members decide about it.</summary>
[Authorize, UploadLimit(Upload.MostMegabytes), RequestSizeLimit(MostBody), RequestFormLimits(MultipartBodyLengthLimit = MostBody), EnableRateLimiting(Limits.Door)]
public sealed class ShowModel : FundPage
{
    private const long MostBody = Upload.MostBytes + 1024 * 1024;

    [BindProperty(Name = "answer")] public string? Answer { get; set; }
    [BindProperty(Name = "more")] public string? More { get; set; }
    [BindProperty(Name = "change")] public string? Change { get; set; }
    [BindProperty(Name = "amount")] public string? Amount { get; set; }
    [BindProperty(Name = "date")] public string? Date { get; set; }
    [BindProperty(Name = "reason")] public string? Reason { get; set; }

    public Standing Standing { get; private set; } = null!;
    public PayWish? Wish { get; private set; }
    public ILookup<Guid, KeptFile> Files { get; private set; } = null!;
    public IReadOnlyList<DecisionLine> Decisions { get; private set; } = [];
    public IReadOnlyList<Payment> Payments { get; private set; } = [];
    public IReadOnlyList<YearLine> Years { get; private set; } = [];
    public Award Award => Standing.Award;
    public bool MayAnswer { get; private set; }
    public IReadOnlyList<TeamMate> Mates { get; private set; } = [];
    public bool MayDecide => Treasury.Bar(Viewer) is null;
    /// <summary>What can be decided still; of a closed award only that a team gives back, and that what came back from the bank flows to the givers.</summary>
    public IEnumerable<string> Changes => ChangingAward.Kinds.Where(k => Award.ClosedAt is null || k.Kind == DecisionKind.RepayAward || (k.Kind == DecisionKind.LapseAward && HasComeBack)).Select(k => k.Word);
    public bool HasComeBack => Award.ClosedAt is not null && Standing.Left > Cents.Zero;

    public async Task<IActionResult> OnGet(int number)
    {
        if (!await Load(number)) return NotFound();
        return Request.Query.ContainsKey("te-groot") ? Refused(new UploadTooLarge("copy", Upload.MostMegabytes)) : Page();
    }

    public Task<IActionResult> OnPostAccept(int number, int part, bool publish) => Do(number, "report.accepted", () =>
        Work.Run(db => Get<Answering>().Accept(db, Viewer, Now, Fund, number, part, publish, Answer)));

    public Task<IActionResult> OnPostMore(int number, int part) => Do(number, "report.more-done", () =>
        Work.Run(db => Get<Answering>().AskMore(db, Viewer, Now, Fund, number, part, More)));

    public Task<IActionResult> OnPostPublish(int number, int part) => Do(number, "report.published", () =>
        Work.Run(db => Answering.Publish(db, Viewer, Now, number, part, null)));

    public async Task<IActionResult> OnPostCopy(int number, int part, IFormFile? copy)
    {
        if (!await Load(number)) return NotFound();
        var taken = await Get<Bringing>().Take((copy, FileUse.Redacted, "copy"));
        if (taken.Refused) return Refused(taken.Refusal);
        var done = await Work.Run(db => Answering.Publish(db, Viewer, Now, number, part, taken.Value));
        if (!done.Refused) return Confirmed($"/geld/toekenningen/{number}", "report.copy.done");
        await Get<Bringing>().Forget(taken.Value);
        return Refused(done.Refusal);
    }

    public Task<IActionResult> OnPostChange(int number) => Do(number, "award.proposed", () =>
        Work.Run(db => Get<ProposingChange>().Propose(db, Viewer, Now, Fund, number, new(Change, Amount, Date, Reason))));

    private async Task<IActionResult> Do<TDone>(int number, string done, Func<Task<Outcome<TDone>>> act)
    {
        if (!await Load(number)) return NotFound();
        var outcome = await act();
        return outcome.Refused ? Refused(outcome.Refusal) : Confirmed($"/geld/toekenningen/{number}", done);
    }

    private async Task<bool> Load(int number)
    {
        if (!Viewer.SeesMoney || (await Standing.Of(Db, Db.Set<Award>().AsNoTracking().Where(a => a.Number == number))).SingleOrDefault() is not { } standing) return false;
        Standing = standing;
        Years = await YearLine.Of(Db, Now, Fund.Id, Award.Id, T, Here);
        Mates = await AwardTeam.Mates(Db, Award.Id).AsNoTracking().Include(m => m.Account).OrderBy(m => m.AddedAt).ToListAsync();
        MayAnswer = Viewer.IsMember && Award.Proposal.AccountId != Viewer.AccountId && Mates.All(m => m.AccountId != Viewer.AccountId);
        Wish = await Db.Set<PayWish>().AsNoTracking().SingleOrDefaultAsync(w => w.AwardId == Award.Id);
        var reports = Award.Parts.SelectMany(i => i.Reports).Select(r => r.Id).ToList();
        Files = (await Db.Set<KeptFile>().AsNoTracking().Where(f => reports.Contains(f.Subject)).OrderBy(f => f.Number).ToListAsync()).ToLookup(f => f.Subject);
        Decisions = await DecisionLine.About(Db, Get<Deciding>(), Award.Id, T, Viewer);
        Payments = [.. Award.Payments.OrderBy(p => p.Number)];
        return true;
    }
}
