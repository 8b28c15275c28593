using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>A form with a list of places, typed or from a file. What was in the file stands in the form from then on: nothing is lost when a line is wrong.</summary>
public abstract class PlacesPage : FundPage
{
    /// <summary>As much as the box holds: 5,000 lines of 120 characters.</summary>
    public const int LargestFile = 600_000;
    /// <summary>A file that is a little too large is refused with the form as it was; a much larger one is turned away before it is read.</summary>
    public const int MostMegabytes = 8;
    protected const long MostBody = (MostMegabytes + 1) * 1024 * 1024;

    [BindProperty] public string? Places { get; set; }
    [BindProperty(Name = "file")] public IFormFile? Upload { get; set; }

    /// <summary>What is wrong with the list, by line.</summary>
    public IReadOnlyList<PlaceError> Errors { get; private set; } = [];

    /// <summary>Puts the file's text in the box; null when there is none, or it can be taken.</summary>
    protected async Task<Refusal?> ReadFile()
    {
        if (Upload is not { Length: > 0 } file) return null;
        if (file.Length > LargestFile) return new PlacesFileTooLarge();
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory);
        Places = string.Concat(FileText.Of(memory.ToArray()).ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim('\n');
        ModelState.Remove(nameof(Places));
        return null;
    }

    /// <summary>The form again, with the lines that cannot be read.</summary>
    protected IActionResult RefusedList(Refusal refusal)
    {
        if (refusal is PlacesUnreadable) Errors = [.. PlaceList.Read(Fund.Id, Places).Errors.Take(PlaceList.ErrorsShown)];
        return Refused(refusal);
    }
}

/// <summary>The file holds more than a list of places can.</summary>
public sealed record PlacesFileTooLarge : Refusal
{
    public override string? Field => "file";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
