using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Hosting;

[AllowAnonymous, EnableRateLimiting(Limits.Door)]
public sealed class TakeSeatModel : FundPage
{
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    [BindProperty] public string? PublicName { get; set; }
    [BindProperty] public string? Password { get; set; }

    public string Email { get; private set; } = "";
    public Post Post { get; private set; }
    public DateTimeOffset Until { get; private set; }
    /// <summary>Somebody has an account with the invited address: sign in, then take the seat.</summary>
    public bool HasAccount { get; private set; }
    public string SignInFirst => Here("/inloggen?terug=" + Uri.EscapeDataString(Here("/uitnodiging?code=" + Uri.EscapeDataString(Code ?? ""))));

    public async Task<IActionResult> OnGet() => await Load() is { } refusal ? Refused(refusal) : Page();

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is { } no) return Refused(no);
        var taking = Get<TakingSeat>();
        var seated = Viewer.AccountId is { } me
            ? await taking.Take(Fund.Id, Code, me, Now)
            : await taking.Take(Fund.Id, Code, PublicName, Password, T.Language, Now);
        if (seated.Refused) return Refused(seated.Refusal);
        if (!Viewer.IsSignedIn) await Get<SignInManager<Account>>().SignInAsync(seated.Value, isPersistent: false);
        return Post == Post.Treasurer ? Confirmed("/account/tweede-stap", "seat.done-treasurer") : Confirmed("/", "seat.done");
    }

    private async Task<Refusal?> Load()
    {
        var found = await TakingSeat.Find(Db, Code, Now);
        if (found.Refused) return found.Refusal;
        var seat = await Db.Set<Seat>().AsNoTracking().SingleAsync(s => s.Id == found.Value.SeatId);
        (Email, Post, Until) = (found.Value.Email, seat.Post, seat.Until);
        var name = Get<UserManager<Account>>().NormalizeName(Email);
        HasAccount = await Db.Set<Account>().AnyAsync(a => a.NormalizedUserName == name && a.EmailConfirmed);
        return null;
    }
}
