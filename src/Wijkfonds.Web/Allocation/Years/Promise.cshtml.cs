using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>The later years of one award, for members and the audit committee: what stands, what there is room for, and two proposals.</summary>
[Authorize]
public sealed class PromiseModel : FundPage
{
    [BindProperty(Name = "reason")] public string? Reason { get; set; }
    [BindProperty(Name = "why")] public string? Why { get; set; }

    public Award Award { get; private set; } = null!;
    public IReadOnlyList<YearLine> Lines { get; private set; } = [];
    public IReadOnlyList<YearRoom> Rooms { get; private set; } = [];
    /// <summary>What was typed for each year that may be promised.</summary>
    public IReadOnlyList<(int Year, string? Amount)> Amounts { get; private set; } = [];
    /// <summary>The years for which something can be promised, or was typed.</summary>
    public IReadOnlyList<(YearRoom Room, string? Amount)> Asked => [.. Rooms.Zip(Amounts, (room, typed) => (room, typed.Amount)).Where(a => a.room.Room > Cents.Zero || !string.IsNullOrWhiteSpace(a.Amount))];
    /// <summary>The years that were ticked to be taken back.</summary>
    public IReadOnlyList<int> Chosen { get; private set; } = [];
    public bool MayDecide => Treasury.Bar(Viewer) is null;

    public async Task<IActionResult> OnGet(int number) => await Load(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int number)
    {
        if (!await Load(number)) return NotFound();
        var proposed = await Work.Run(db => Get<ProposingYears>().Promise(db, Viewer, Now, Fund, number, Amounts, Reason));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed($"/geld/toekenningen/{number}", "award.proposed");
    }

    public async Task<IActionResult> OnPostWithdraw(int number)
    {
        if (!await Load(number)) return NotFound();
        var proposed = await Work.Run(db => Get<ProposingYears>().Withdraw(db, Viewer, Now, Fund, number, Chosen, Why));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed($"/geld/toekenningen/{number}", "award.proposed");
    }

    private async Task<bool> Load(int number)
    {
        if (!Viewer.SeesMoney || await Db.Set<Award>().AsNoTracking().Include(a => a.Proposal).SingleOrDefaultAsync(a => a.Number == number) is not { } award) return false;
        Award = award;
        Lines = await YearLine.Of(Db, Now, Fund.Id, award.Id, T, Here);
        Rooms = await YearRoom.Of(Db, Fund.Id, await Book.Today(Db, Now, Fund.Id), award.ProposalId);
        Amounts = [.. Rooms.Select(r => (r.Year, Request.HasFormContentType ? Request.Form[ProposingYears.FieldOf(r.Year)].ToString() : null))];
        if (Request.HasFormContentType)
            Chosen = [.. Request.Form["numbers"].Select(n => int.TryParse(n, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var chosen) ? chosen : 0)];
        return true;
    }
}
