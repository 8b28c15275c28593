using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Bank.Reading;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>The bank's list beside the book: reading it in, what each line is, and what explains the difference.</summary>
[Authorize, UploadLimit(BankReader.MostMegabytes), RequestSizeLimit(MostBody), RequestFormLimits(MultipartBodyLengthLimit = MostBody)]
public sealed class IndexModel : FundPage
{
    private const long MostBody = BankReader.MostBytes + 1024 * 1024;

    public MoneyRules Rules { get; private set; } = null!;
    public BankBalance Balance { get; private set; } = null!;
    public DateTimeOffset? Overdue { get; private set; }
    /// <summary>Lines that are not explained, the oldest first, with what is left and what they probably are.</summary>
    public IReadOnlyList<(BankLine Line, Cents Left, IReadOnlyList<Proposal> Proposals, bool Alarming)> Open { get; private set; } = [];
    public int OpenCount { get; private set; }
    /// <summary>The newest list that names no balances: whether lines are missing from it cannot be seen.</summary>
    public BankStatement? Unbalanced { get; private set; }
    public IReadOnlyList<BankFile> Files { get; private set; } = [];
    public Pages Pages { get; private set; } = null!;
    public bool MayWork => Treasury.Bar(Viewer) is null;
    public int Sure { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!Viewer.SeesMoney) return NotFound();
        await Load();
        return Request.Query.ContainsKey("te-groot") ? Refused(new BankFileTooLarge(BankReader.MostMegabytes)) : Page();
    }

    public async Task<IActionResult> OnPost(IFormFile? file)
    {
        if (!Viewer.SeesMoney) return NotFound();
        await Load();
        if (Treasury.Bar(Viewer) is { } bar) return Refused(bar);
        if (file is null || file.Length == 0) return Refused(new Missing("file", "BankFile.Missing"));
        if (file.Length > BankReader.MostBytes) return Refused(new BankFileTooLarge(BankReader.MostMegabytes));
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory);
        var content = memory.ToArray();
        var read = BankReader.Read(content);
        if (read.Refused) return Refused(read.Refusal);
        var name = await Get<FileStore>().Keep(content);
        var taken = await Work.Run(db => Get<ReadingBank>().Take(db, Viewer, Now, Fund, name, content.Length, read.Value, Path.GetFileName(file.FileName)));
        if (taken.Refused) return Refused(taken.Refusal);
        var (key, counts) = (taken.Value.Alarms > 0 ? "bank.read.alarm" : "bank.read", new object[] { taken.Value.New, taken.Value.Known, taken.Value.Alarms });
        return taken.Value.Others.Count == 0 ? Confirmed("/geld/bank", key, counts) : Confirmed("/geld/bank", "bank.read.others", T[key, counts], string.Join(", ", taken.Value.Others));
    }

    /// <summary>All lines of which reference and amount agree, with one click.</summary>
    public async Task<IActionResult> OnPostSure()
    {
        if (!Viewer.SeesMoney) return NotFound();
        var count = 0;
        Outcome<Confirmed> done;
        do
        {
            done = await Work.Run(db => Get<Explaining>().AcceptSure(db, Viewer, Now, Fund));
            if (!done.Refused) count += done.Value.Lines;
        }
        while (!done.Refused && done.Value.Lines > 0);
        if (count > 0 || !done.Refused) return Confirmed("/geld/bank", "bank.sure.done", count);
        await Load();
        return Refused(done.Refusal);
    }

    private async Task Load()
    {
        Rules = await MoneyRules.Of(Db, Fund.Id);
        Balance = await BankBalance.Of(Db);
        Overdue = await BankBalance.Overdue(Db, Fund.Id, Now);
        var open = await OpenLines.Of(Db, Fund);
        Pages = Pages.Of(Request, open.Lines.Count, 50);
        Open = [.. open.Lines.Skip(Pages.Skip).Take(Pages.Size).Select(l => (l.Line, l.Left, open.Proposing.For(l.Line, l.Left), open.Alarming.Contains(l.Line.Id)))];
        OpenCount = open.Lines.Count;
        Sure = open.Certain;
        Files = await Db.Set<BankFile>().AsNoTracking().Include(f => f.Statements).OrderByDescending(f => f.Number).Take(24).ToListAsync();
        Unbalanced = Files.FirstOrDefault()?.Statements.FirstOrDefault(s => s.Opening is null || s.Closing is null);
    }
}
