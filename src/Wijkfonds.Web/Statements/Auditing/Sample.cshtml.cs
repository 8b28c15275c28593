using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>Which entries of a year the committee looks at, and how anybody finds the same ones. What it said of them is for who sees money.</summary>
[AllowAnonymous]
public sealed class SampleModel : FundPage
{
    public int Year { get; private set; }
    public SampleList? List { get; private set; }
    public IReadOnlyList<(SampledEntry Sampled, EntryStory Story)> Rows { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public bool IsOver { get; private set; }
    /// <summary>Money that left without an award, for who sees money: no entry stands for it, so no lot falls on it.</summary>
    public IReadOnlyList<WordedLine> Worded { get; private set; } = [];

    public async Task<IActionResult> OnGet(int year) => await Load(year) ? Page() : NotFound();

    public async Task<IActionResult> OnPostDraw(int year)
    {
        if (!await Load(year)) return NotFound();
        var drawn = await Work.Run(db => Sampling.Draw(db, Viewer, Now, Fund.Id, year));
        return drawn.Refused ? Refused(drawn.Refusal) : Confirmed($"/geld/kascommissie/{Audit.Text(year)}/steekproef", "audit.drawn");
    }

    public async Task<IActionResult> OnPost(int year)
    {
        if (!await Load(year)) return NotFound();
        var said = await Work.Run(db => Sampling.Check(db, Viewer, Now, Fund.Id, year, Typed));
        return said.Refused ? Refused(said.Refusal) : Confirmed($"/geld/kascommissie/{Audit.Text(year)}/steekproef", said.Value == 0 ? "sample.same" : "sample.kept", said.Value);
    }

    /// <summary>What was typed, or else what stands.</summary>
    public (bool IsRight, string Remark) Shown(SampledEntry sampled) => Refusal is not null && Request.HasFormContentType && Typed.FirstOrDefault(t => t.Entry == sampled.Entry) is { } typed
        ? (typed.IsRight, typed.Remark ?? "") : (sampled.IsRight, sampled.Check?.Remark ?? "");

    private IReadOnlyList<CheckForm> Typed => [.. Request.Form["entry"]
        .Select(e => long.TryParse(e, NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? entry : 0).Where(e => e > 0)
        .Select(e => new CheckForm(e, Request.Form[$"right-{Number(e)}"].Count > 0, Request.Form[$"remark-{Number(e)}"]))];

    private static string Number(long entry) => entry.ToString(CultureInfo.InvariantCulture);

    private async Task<bool> Load(int year)
    {
        if (!await Audit.IsBooked(Db, Year = year)) return false;
        IsOver = (await Book.Today(Db, Now, Fund.Id)).Year > year;
        if (Viewer.SeesMoney) Worded = (await LooseLines.Of(Db, Fund.Id, year)).Worded;
        List = await SampleList.Of(Db, year, await Db.Set<AuditAct>().AsNoTracking().Where(a => a.Year == year).ToListAsync());
        if (List is null) return true;
        var sequences = List.Entries.Select(e => e.Entry).ToList();
        var stories = (await new EntryStories(T, Here).Tell(Db, await Db.Set<JournalEntry>().AsNoTracking().Include(e => e.Lines).Where(e => sequences.Contains(e.Sequence)).ToListAsync()))
            .ToDictionary(s => s.Entry.Sequence);
        Rows = [.. List.Entries.Select(e => (e, stories[e.Entry]))];
        var people = List.Entries.Select(e => e.Check?.DoneBy).OfType<Guid>().Distinct().ToList();
        Names = await Db.Set<Account>().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.PublicName);
        return true;
    }
}
