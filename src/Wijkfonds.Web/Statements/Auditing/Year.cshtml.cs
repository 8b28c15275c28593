using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Statements.Auditing.Flagging;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>The audit of a year: what the committee looked at, what it found, what the alliance answered, who signed. All but the bank's files is for anybody.</summary>
[AllowAnonymous]
public sealed class YearModel : FundPage
{
    public YearFile Of { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<Checker> Checkers { get; private set; } = [];
    public IReadOnlyList<BankOriginal> Originals { get; private set; } = [];
    /// <summary>The whole book, redone just now or a few minutes ago, for who sees money.</summary>
    public BookCheck? Book { get; private set; }
    /// <summary>Flags with an explanation that everybody may read; and how many there are.</summary>
    public IReadOnlyList<FlagStory> Explained { get; private set; } = [];
    public int Flags { get; private set; }
    /// <summary>What stands in the way of signing, for the committee.</summary>
    public IReadOnlyList<Refusal> Blocks { get; private set; } = [];
    private IReadOnlyDictionary<Guid, string> names = new Dictionary<Guid, string>();

    [BindProperty(Name = "words")] public string? Words { get; set; }
    [BindProperty(Name = "due")] public string? Due { get; set; }
    [BindProperty(Name = "finding")] public int Finding { get; set; }
    [BindProperty(Name = "answer")] public string? Answer { get; set; }
    [BindProperty(Name = "again")] public string? Again { get; set; }
    [BindProperty(Name = "minutes")] public string? Minutes { get; set; }
    [BindProperty(Name = "present")] public string? Present { get; set; }
    [BindProperty(Name = "held")] public string? Held { get; set; }

    public bool HasSigned => Of.Signatures.Any(a => a.DoneBy == Viewer.AccountId);
    public bool HasDeclared => Checkers.Any(c => c.Seat.AccountId == Viewer.AccountId && c.HasDeclared);

    public string NameOf(Guid account) => names.GetValueOrDefault(account) is { Length: > 0 } name ? name : T["audit.somebody"];

    public string SeatName(Seat seat) => seat.Body == Body.Accountant && !Viewer.SeesMoney ? T["audit.the-accountant"] : seat.PublicName.Length > 0 ? seat.PublicName : T["seat.nameless"];

    public async Task<IActionResult> OnGet(int year)
    {
        if (!await Load(year)) return NotFound();
        Held = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Page();
    }

    public Task<IActionResult> OnPostFind(int year) => Act(year, db => Get<Findings>().Find(db, Viewer, Now, Fund, year, Words, Due), "audit.found");

    public Task<IActionResult> OnPostAnswer(int year) => Act(year, db => Get<Findings>().Answer(db, Viewer, Now, Fund, year, Finding, Answer), "audit.answered");

    public Task<IActionResult> OnPostClose(int year) => Act(year, db => Get<Findings>().Close(db, Viewer, Now, Fund, year, Finding), "finding.closed");

    public Task<IActionResult> OnPostReopen(int year) => Act(year, db => Get<Findings>().Reopen(db, Viewer, Now, Fund, year, Finding, Again, Due), "finding.reopened");

    public Task<IActionResult> OnPostMinutes(int year) => Act(year, db => Signing.Write(db, Viewer, Now, Fund.Id, year, new(Minutes, Present, Held)), "minutes.kept");

    public async Task<IActionResult> OnPostSign(int year)
    {
        // Who signs does so for the book of this moment, not of a few minutes ago.
        if (Viewer.IsCommittee) await BookCheck.Again(Db, Now, Fund.Id);
        return await Act(year, db => Signing.Sign(db, Viewer, Now, Fund.Id, year, Originals, Book!), "audit.signed");
    }

    private async Task<IActionResult> Act<TDone>(int year, Func<WijkfondsContext, Task<Outcome<TDone>>> act, string done)
    {
        if (!await Load(year)) return NotFound();
        var outcome = await Work.Run(act);
        return outcome.Refused ? Refused(outcome.Refusal) : Confirmed($"/geld/kascommissie/{Audit.Text(year)}", done);
    }

    private async Task<bool> Load(int year)
    {
        if (!await Audit.IsBooked(Db, year)) return false;
        (Today, Of, Checkers) = (await Funds.Ledger.Book.Today(Db, Now, Fund.Id), await YearFile.Of(Db, Now, Fund.Id, year), await Committee.Checkers(Db, Now, T));
        var people = Of.Acts.Select(a => a.DoneBy).Concat(Of.Counts.Select(c => c.DoneBy)).Concat(Of.Counts.Select(c => c.AlongBy).OfType<Guid>()).Concat(Of.Minutes.Select(m => m.DoneBy)).Distinct().ToList();
        names = await Db.Set<Account>().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.PublicName);
        var growth = await FlagGrowth.Of(Db);
        Flags = growth.Standing(year).Count();
        Explained = await new FlagStories(T, Db).Tell(await Db.Set<Flag>().AsNoTracking().Where(f => f.Year == year && f.Answers.Any(a => a.IsPublic))
            .Include(f => f.Answers.Where(a => a.IsPublic)).OrderBy(f => f.Number).ToListAsync(), growth);
        if (!Viewer.SeesMoney) return true;
        (Originals, Book) = (await BankOriginal.Of(Db, Get<FileStore>(), Now, year), await BookCheck.Recent(Db, Now, Fund.Id));
        if (Viewer.IsCommittee) Blocks = Of.Blocks(Originals, Book, await LooseLines.Of(Db, Fund.Id, year));
        return true;
    }
}
