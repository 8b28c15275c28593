using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Alliance;

/// <summary>A member proposes who comes on a seat, or that a seat becomes vacant.</summary>
public sealed class SeatsModel : FundPage
{
    public const int LongestOrganisation = 120;

    public IReadOnlyList<Place> Places { get; private set; } = [];

    /// <summary>"Alliance-4", or "Alliance-0" for a new seat.</summary>
    [BindProperty]
    public string? Place { get; set; }
    [BindProperty]
    public string? Email { get; set; }
    [BindProperty]
    public SeatOrigin Origin { get; set; }
    [BindProperty]
    public Post Post { get; set; }
    [BindProperty]
    public string? Organisation { get; set; }
    [BindProperty]
    public string? Until { get; set; }

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        Until = DateOnly.FromDateTime(Now.UtcDateTime).AddYears(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load()) return NotFound();
        if (Read(Place) is not var (body, number)) return Refused(new Missing("Place", "Seat.Place"));
        var until = Deadline.Read($"{Until}T23:59", Fund.Zone, "Until");
        if (until.Refused) return Refused(new Missing("Until", "Seat.Until"));
        var organisation = Typed.Line(Organisation, "Organisation", LongestOrganisation);
        var typed = Typed.Line(Email, "Email", 254);
        if ((organisation.Refusal ?? typed.Refusal) is { } tooLong) return Refused(tooLong);
        var email = typed.Value!.ToUpperInvariant();
        var account = await Db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == email && a.EmailConfirmed);
        if (account is null) return Refused(new NobodyWithThisEmail(typed.Value));
        return await Propose(new SeatFilling(account.Id, body, number, Enum.IsDefined(Origin) ? Origin : SeatOrigin.Lot,
            Enum.IsDefined(Post) ? Post : Post.Member, Origin == SeatOrigin.Organisation ? organisation.Value! : "", until.Value.Instant));
    }

    public async Task<IActionResult> OnPostVacate()
    {
        if (!await Load() || Read(Place) is not var (body, number)) return NotFound();
        return await Propose(new SeatFilling(null, body, number, default, default, "", Now));
    }

    private async Task<IActionResult> Propose(SeatFilling filling)
    {
        var words = Get<Shared.Words.Texts>().In(Fund.Language);
        var proposed = await Work.Run(db => FillingSeat.Propose(db, Get<Deciding>(), Viewer, Now, filling, words));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed("/bureau", "round.proposed");
    }

    private async Task<bool> Load()
    {
        if (!Viewer.IsMember) return false;
        Places = await Alliance.Place.All(Db, Now);
        return true;
    }

    private (Body Body, int Number)? Read(string? key)
    {
        var parts = (key ?? "").Split('-');
        if (parts.Length != 2 || !Enum.TryParse<Body>(parts[0], out var body) || !Enum.IsDefined(body)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return number == 0 || Places.Any(p => p.Body == body && p.Number == number) ? (body, number) : null;
    }
}
