using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Demonstration;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Notifications;

/// <summary>The demonstration's mail: what would have left the house. Elsewhere this page does not exist.</summary>
[AllowAnonymous, Anywhere]
public sealed class MailboxModel : FundPage
{
    private const int Shown = 100;

    public IReadOnlyList<ReadMail> Mails { get; private set; } = [];

    public ReadMail? Open { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!Get<Stage>().MayPlay(HttpContext)) context.Result = NotFound();
    }

    public IActionResult OnGet(string? mail)
    {
        var all = new DirectoryInfo(Get<DataFolder>().Folder("mail")).GetFiles("*.eml").OrderByDescending(f => f.Name, StringComparer.Ordinal).Take(Shown).ToList();
        if (mail is null)
        {
            Mails = [.. all.Select(ReadMail.From)];
            return Page();
        }
        // Looked up among the names that are there: no path is made from what was asked.
        Open = all.Where(f => Path.GetFileNameWithoutExtension(f.Name) == mail).Select(ReadMail.From).FirstOrDefault();
        return Open is null ? NotFound() : Page();
    }
}
