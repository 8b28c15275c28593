using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>One line of the bank: what it says, what it turned out to be, and what it could be.</summary>
[Authorize]
public sealed class LineModel : FundPage
{
    public BankLine Line { get; private set; } = null!;
    public Cents Left { get; private set; }
    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];
    public bool Alarming { get; private set; }
    /// <summary>The released money whose reference it carries, though it went to another account.</summary>
    public Outgoing? SentElsewhere { get; private set; }
    /// <summary>What it was said to be, with where that stands; in order of time.</summary>
    public IReadOnlyList<(BankMark Mark, string? Path)> Marks { get; private set; } = [];
    public int? Proposed { get; private set; }
    public bool MayWork => Treasury.Bar(Viewer) is null;
    [BindProperty(Name = "words")] public string? Words { get; set; }
    [BindProperty(Name = "costs")] public string? Costs { get; set; }

    public async Task<IActionResult> OnGet(int number) => await Load(number) ? Page() : NotFound();

    public Task<IActionResult> OnPost(int number, ProposalKind? kind, Guid subject) => Act(number, "bank.line.done", db =>
        kind is { } chosen ? Get<Explaining>().Accept(db, Viewer, Now, Fund, number, chosen, subject) : Task.FromResult<Outcome<BankLine>>(new ProposalIsGone()));

    public Task<IActionResult> OnPostWords(int number) => Act(number, "bank.line.done", db => Get<Explaining>().InWords(db, Viewer, Now, number, Words));

    public Task<IActionResult> OnPostOutgoing(int number) => Act(number, "bank.line.proposed", db =>
        Get<ExplainingOutgoing>().Propose(db, Get<Deciding>(), Viewer, Now, Fund, Get<Texts>(), number, Words, Costs == "true"));

    public Task<IActionResult> OnPostTakeBack(int number, Guid mark) => Act(number, "bank.line.taken-back", db => Get<Explaining>().TakeBack(db, Viewer, Now, number, mark));

    private async Task<IActionResult> Act<T>(int number, string done, Func<Shared.Data.WijkfondsContext, Task<Outcome<T>>> act)
    {
        if (!await Load(number)) return NotFound();
        var outcome = await Work.Run(act);
        return outcome.Refused ? Refused(outcome.Refusal) : Confirmed($"/geld/bank/regels/{number}", done);
    }

    private async Task<bool> Load(int number)
    {
        if (!Viewer.SeesMoney || await Db.Set<BankLine>().AsNoTracking().Include(l => l.Words).SingleOrDefaultAsync(l => l.Number == number) is not { } line) return false;
        Line = line;
        var marks = await LiveMarks.Of(Db).AsNoTracking().Where(m => m.LineId == line.Id).OrderBy(m => m.MarkedAt).ToListAsync();
        Left = marks.Aggregate(line.Amount, (left, m) => left - m.Amount);
        var open = await OpenLines.Of(Db, Fund);
        (Proposals, Alarming) = (open.Proposing.For(line, Left), open.Alarming.Contains(line.Id));
        SentElsewhere = open.Proposing.SentElsewhere(line);
        var paths = new List<(BankMark, string?)>();
        foreach (var mark in marks) paths.Add((mark, await PathOf(mark)));
        Marks = paths;
        Proposed = await Db.Set<Decision>().Where(d => d.Kind == DecisionKind.ExplainBankLine && d.Subject == line.Id && d.CarriedAt == null && d.DroppedAt == null).Select(d => (int?)d.Number).SingleOrDefaultAsync();
        return true;
    }

    private async Task<string?> PathOf(BankMark mark) => mark.Kind switch
    {
        BankMarkKind.Payment or BankMarkKind.Refund => (await Outgoing.Find(Db, mark.Subject))?.Path,
        BankMarkKind.CashBack => "/geld/kas",
        BankMarkKind.Deposit => await Db.Set<Deposit>().Where(d => d.Id == mark.Subject).Select(d => d.EntrySequence).SingleOrDefaultAsync() is { } entry ? $"/geld/boekingen/{entry}" : "/stortingen",
        _ => mark.EntrySequence is { } booked ? $"/geld/boekingen/{booked}" : null,
    };
}
