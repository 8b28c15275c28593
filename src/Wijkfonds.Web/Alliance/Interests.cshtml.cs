using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Alliance;

/// <summary>A member declares an interest, and stands aside from every decision about it until it ends.</summary>
public sealed class InterestsModel : FundPage
{
    public const int LongestReason = 300;

    public IReadOnlyList<InterestSubject> Subjects { get; private set; } = [];
    public IReadOnlyList<DeclaredInterest> Mine { get; private set; } = [];

    [BindProperty]
    public string? Subject { get; set; }
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!await Load()) return NotFound();
        if (Subjects.SingleOrDefault(s => s.Key == Subject) is not { } subject) return Refused(new Missing("Subject", "Interest.Subject"));
        var reason = Typed.Needed(Reason, "Reason", LongestReason, "Interest.Reason");
        if (reason.Refused) return Refused(reason.Refusal);
        var declared = await Work.Run<Interest>(async db =>
        {
            if (await db.Set<Interest>().AnyAsync(i => i.AccountId == Viewer.AccountId && i.Subject == subject.Id && i.EndedAt == null)) return new AlreadyDeclared();
            var interest = new Interest { FundId = Fund.Id, AccountId = Viewer.AccountId!.Value, Subject = subject.Id, Reason = reason.Value, DeclaredAt = Now };
            db.Add(interest);
            await Get<Deciding>().DropAbout(db, Now, interest.AccountId, subject.Id);
            return interest;
        });
        return declared.Refused ? Refused(declared.Refusal) : Confirmed("/bureau/belangen", "interest.declared", subject.Words);
    }

    /// <param name="which">The place in this member's own list, as it was shown.</param>
    public async Task<IActionResult> OnPostEnd(DateTimeOffset which)
    {
        if (!await Load()) return NotFound();
        var ended = await Work.Run<Interest>(async db =>
        {
            var interest = await db.Set<Interest>().SingleOrDefaultAsync(i => i.AccountId == Viewer.AccountId && i.DeclaredAt == which && i.EndedAt == null);
            if (interest is null) return new NotFoundHere();
            interest.EndedAt = Now;
            return interest;
        });
        return ended.Refused ? Refused(ended.Refusal) : Confirmed("/bureau/belangen", "interest.ended");
    }

    private async Task<bool> Load()
    {
        if (!Viewer.IsMember) return false;
        Subjects = await InterestSubject.All(Db, T);
        Mine = [.. (await DeclaredInterest.Open(Db, T, Now)).Where(i => i.AccountId == Viewer.AccountId)];
        return true;
    }
}

/// <summary>This member declared it before.</summary>
public sealed record AlreadyDeclared : Refusal;
