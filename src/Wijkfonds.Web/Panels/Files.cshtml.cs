using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Wijkfonds.Web.Panels;

/// <summary>The published files of a draw: the list whose hash came first, and afterwards the whole draw. Only numbers stand in them.</summary>
[AllowAnonymous]
public sealed class FilesModel : PanelPage
{
    public async Task<IActionResult> OnGet(int number, string file)
    {
        if (!await LoadPanel(number)) return NotFound();
        var text = file == "lijst" ? Panel!.Announced?.Text : Panel!.Held?.Text;
        return text is null ? NotFound() : File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", $"{file}.txt");
    }
}
