using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>One list of places as a file, for who may see the giver's money: people live there, so it is not public. It can be read in again.</summary>
[Authorize]
public sealed class PlacesFileModel : FundPage
{
    public async Task<IActionResult> OnGet(int number, int earmark, int list)
    {
        var found = await Db.Set<Earmark>().AsNoTracking().Include(e => e.Places).SingleOrDefaultAsync(e => e.Contributor.Number == number && e.Number == earmark);
        if (found is null || !Viewer.MaySee(found.ContributorId) || found.PlacesOf(list) is not { Count: > 0 } places) return NotFound();
        var text = new StringBuilder("postcode;huisnummer;toevoeging;complex;vanaf;tot en met\r\n");
        foreach (var place in places)
            text.AppendJoin(';', place.Postcode, place.Number?.ToString(CultureInfo.InvariantCulture), Cell(place.Addition), Cell(place.Complex), Day(place.From), Day(place.Until)).Append("\r\n");
        return File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8", $"plekken-{number}-{earmark}-{list}.csv");
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Quoted; what a spreadsheet would take for a formula begins with a space.</summary>
    private static string Cell(string text) => text.Length == 0 ? "" : "\"" + (text[0] is '=' or '+' or '-' or '@' ? " " : "") + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
