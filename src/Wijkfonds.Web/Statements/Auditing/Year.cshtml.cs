using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Statements.Auditing.Flagging;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>The audit of a year: what the committee looks at, what it found, what the alliance answered, who signed. Findings, answers and signatures are for anybody.</summary>
[AllowAnonymous]
public sealed class YearModel : FundPage
{
    public int Year { get; private set; }
    public IReadOnlyList<(AuditAct Act, string Name)> Acts { get; private set; } = [];
    public string? Seed => Acts.Where(a => a.Act.Kind == AuditActKind.SampleDrawn).Select(a => a.Act.Words).SingleOrDefault();
    public IReadOnlyList<EntryStory> Sample { get; private set; } = [];
    public IReadOnlyList<FlagStory> Flags { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public Cents Cash { get; private set; }

    [BindProperty(Name = "words")] public string? Words { get; set; }
    [BindProperty(Name = "due")] public string? Due { get; set; }
    [BindProperty(Name = "answer")] public string? Answer { get; set; }
    [BindProperty(Name = "about")] public int About { get; set; }
    [BindProperty(Name = "minutes")] public string? Minutes { get; set; }

    public IEnumerable<(AuditAct Act, string Name)> Of(AuditActKind kind) => Acts.Where(a => a.Act.Kind == kind);

    public AuditAct? AnswerTo(AuditAct finding) => Acts.Select(a => a.Act).FirstOrDefault(a => a.About == finding.Number);

    public async Task<IActionResult> OnGet(int year) => await Load(year) ? Page() : NotFound();

    public Task<IActionResult> OnPostDraw(int year) => Act(year, () => Work.Run(db => new Audit().Draw(db, Viewer, Now, Fund.Id, year)), "audit.drawn");

    public Task<IActionResult> OnPostFind(int year) => Act(year, () => Work.Run(db => new Audit().Find(db, Viewer, Now, Fund.Id, year, Words, Due)), "audit.found");

    public Task<IActionResult> OnPostAnswer(int year) => Act(year, () => Work.Run(db => new Audit().Answer(db, Viewer, Now, Fund.Id, year, About, Answer)), "audit.answered");

    public Task<IActionResult> OnPostSign(int year) => Act(year, () => Work.Run(db => new Audit().Sign(db, Viewer, Now, Fund.Id, year, Minutes)), "audit.signed");

    private async Task<IActionResult> Act(int year, Func<Task<Outcome<AuditAct>>> act, string done)
    {
        if (!await Load(year)) return NotFound();
        var outcome = await act();
        return outcome.Refused ? Refused(outcome.Refusal) : Confirmed($"/geld/kascommissie/{year}", done);
    }

    private async Task<bool> Load(int year)
    {
        if (!(await Annual.AnnualAccounts.Years(Db)).Contains(Year = year)) return false;
        var acts = await Db.Set<AuditAct>().AsNoTracking().Where(a => a.Year == year).OrderBy(a => a.Number).ToListAsync();
        var people = acts.Select(a => a.DoneBy).ToList();
        var names = await Db.Set<Account>().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.PublicName);
        Acts = [.. acts.Select(a => (a, names.GetValueOrDefault(a.DoneBy, "")))];
        if (!Viewer.SeesMoney) return true;
        var entries = Db.Set<JournalEntry>().AsNoTracking().Where(e => e.ValueDate >= new DateOnly(year, 1, 1) && e.ValueDate <= new DateOnly(year, 12, 31));
        if (Seed is { } seed)
        {
            // What was booked in the year after the draw does not change the draw.
            var drawn = Of(AuditActKind.SampleDrawn).Single().Act.At;
            var sample = Audit.Sample(seed, await entries.Where(e => e.RecordedAt <= drawn).Select(e => e.Sequence).ToListAsync());
            Sample = await new EntryStories(T, Here).Tell(Db, await entries.Include(e => e.Lines).Where(e => sample.Contains(e.Sequence)).OrderBy(e => e.Sequence).ToListAsync());
        }
        Flags = await new FlagStories(T, Db).Tell(await Db.Set<Flag>().AsNoTracking().Include(f => f.Answers).Where(f => f.Year == year).OrderBy(f => f.Number).ToListAsync());
        Names = await ListModel.NamesOf(Db, Flags.SelectMany(f => f.Flag.Answers));
        Cash = await Book.Held(Db, Fund.Id);
        return true;
    }
}
