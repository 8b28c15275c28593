using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements.Auditing.Flagging;

/// <summary>What deserves a second look, and what the alliance said about it: for members, the audit committee and the accountant.</summary>
[Authorize]
public sealed class ListModel : FundPage
{
    public IReadOnlyList<FlagStory> Stories { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    /// <summary>When the rules last looked.</summary>
    public DateTimeOffset? LookedAt { get; private set; }
    public int Unexplained { get; private set; }
    public int All { get; private set; }
    /// <summary>How many went on as another flag.</summary>
    public int Grown { get; private set; }
    public bool OnlyUnexplained { get; private set; }
    public bool OnlyGrown { get; private set; }
    /// <summary>Only those of a year, or one of them, where that is asked.</summary>
    public int? Year { get; private set; }
    public int? One { get; private set; }
    public Pages Pages { get; private set; } = null!;
    /// <summary>Nothing was noticed; else nothing is left to explain.</summary>
    public bool NothingThere => All == 0 || One is not null || OnlyGrown;

    /// <summary>Which flag was explained, and what was typed.</summary>
    [BindProperty(Name = "number")] public int Number { get; set; }
    [BindProperty(Name = "words")] public string? Words { get; set; }
    [BindProperty(Name = "reader")] public string? Reader { get; set; }

    public string Back => Here("/geld/signalen") + Request.QueryString;

    public async Task<IActionResult> OnGet() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!await Load()) return NotFound();
        var said = await Work.Run(db => ExplainingFlag.Say(db, Viewer, Now, Number, Words, Reader == "public"));
        if (said.Refused) return Refused(said.Refusal);
        TempData["done"] = T["flag.explained", Number.ToString(CultureInfo.InvariantCulture)];
        return LocalRedirect(Back);
    }

    private async Task<bool> Load()
    {
        if (!Viewer.SeesMoney) return false;
        LookedAt = await Db.Set<FlagLook>().Select(l => (DateTimeOffset?)l.At).SingleOrDefaultAsync();
        (OnlyUnexplained, OnlyGrown, Year, One) = (Request.Query["uitleg"] == "nee", Request.Query["verder"] == "ja", Asked("jaar"), Asked("nummer"));
        var growth = await FlagGrowth.Of(Db);
        var (standing, open, grown) = (growth.Standing(Year).ToList(), growth.Open(Year).ToList(), growth.Grown(Year).ToList());
        (All, Unexplained, Grown) = (standing.Count, open.Count, grown.Count);
        var asked = One is { } one ? growth.All.Where(f => f.Number == one).ToList() : OnlyUnexplained ? open : OnlyGrown ? grown : standing;
        Pages = Pages.Of(Request, asked.Count, 25);
        var numbers = asked.Skip(Pages.Skip).Take(Pages.Size).Select(f => f.Number).ToList();
        Stories = await new FlagStories(T, Db).Tell(await Db.Set<Flag>().AsNoTracking().Include(f => f.Answers).Where(f => numbers.Contains(f.Number)).OrderByDescending(f => f.Number).ToListAsync(), growth);
        Names = await NamesOf(Db, Stories.SelectMany(s => s.Flag.Answers));
        return true;
    }

    private int? Asked(string key) => int.TryParse(Request.Query[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal static async Task<IReadOnlyDictionary<Guid, string>> NamesOf(Shared.Data.WijkfondsContext db, IEnumerable<FlagAnswer> answers)
    {
        var people = answers.Select(a => a.SaidBy).Distinct().ToList();
        return await db.Set<Account>().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.PublicName);
    }
}
