using Wijkfonds.Web.Shared.Look;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Ballots;

/// <summary>Members make, print and confirm the codes. After confirming nobody sees them again.</summary>
[ResponseCache(NoStore = true)]
public sealed class CodeSheetsModel : FundPage
{
    /// <summary>Twenty-five A4s of eight: what a browser prints without choking.</summary>
    public const int OnOnePage = 200;

    [BindProperty(Name = "rights")]
    public string? Rights { get; set; }

    [BindProperty(Name = "deel", SupportsGet = true)]
    public int Part { get; set; } = 1;

    public Round Round { get; private set; } = null!;
    public BallotBox? Box { get; private set; }
    public Decision? Open { get; private set; }
    public QrSquares Qr { get; private set; } = null!;
    public string VoteAddress { get; private set; } = "";
    public bool IsFrozen => Round.Has(RoundActKind.BallotFrozen);
    public bool IsConfirmed => Round.Has(RoundActKind.CodesConfirmed);
    public bool SeedLives => Box is not null && Get<KeyFolder>().Seed(Box.Id) is not null;
    public int Parts => (Box!.Rights + OnOnePage - 1) / OnOnePage;
    public int FirstShown => ((Part - 1) * OnOnePage) + 1;
    public int LastShown => Math.Min(Box!.Rights, Part * OnOnePage);
    /// <summary>One for every resident, and one in fifty to spare for the desk.</summary>
    public int Suggested => Math.Clamp(Fund.Residents + (Fund.Residents / 50), 1, CodeMaking.Most);
    public IEnumerable<(int RollNumber, VotingCode Code)> Shown => Get<CodeMaking>().Codes(Box!).Skip(FirstShown - 1).Take(OnOnePage);

    public async Task<IActionResult> OnGet(int number) => await Load(number) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsv(int number)
    {
        if (!await Load(number) || Box is null || IsConfirmed) return NotFound();
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=stemcodes-ronde-{Round.Number}.csv";
        await using var csv = new StreamWriter(Response.Body, new UTF8Encoding(false), leaveOpen: true);
        await csv.WriteLineAsync("nummer;stemcode;adres");
        foreach (var (roll, code) in Get<CodeMaking>().Codes(Box))
            await csv.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{roll};{code};{VoteAddress}"));
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPost(int number)
    {
        if (!await Load(number)) return NotFound();
        var rights = int.TryParse((Rights ?? "").Trim().Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var outcome = await Get<CodeMaking>().Make(Fund.Id, Round.Id, rights, Now);
        return outcome.Refused ? Refused(outcome.Refusal) : Confirmed($"/rondes/{number}/codes", "codes.are-made", rights);
    }

    public async Task<IActionResult> OnPostConfirm(int number)
    {
        if (!await Load(number) || Box is null) return NotFound();
        var box = Box.Id;
        var outcome = await Work.Run(db => Get<Deciding>().Propose(db, Viewer, Now, DecisionKind.ConfirmCodes, box, Round.Name, $"/rondes/{number}/codes"));
        return outcome.Refused ? Refused(outcome.Refusal) : Confirmed($"/rondes/{number}/codes", "codes.confirm.proposed");
    }

    private async Task<bool> Load(int number)
    {
        if (!Viewer.IsMember) return false;
        if (await Db.Set<Round>().AsNoTracking().Include(r => r.Acts).SingleOrDefaultAsync(r => r.Number == number) is not { } round) return false;
        Round = round;
        Box = await CodeMaking.Of(Db, round.Id);
        if (Box is null) return true;
        if (Part < 1 || Part > Parts) return false;
        Open = await Db.Set<Decision>().AsNoTracking().SingleOrDefaultAsync(d => d.Kind == DecisionKind.ConfirmCodes && d.Subject == Box.Id && d.CarriedAt == null && d.DroppedAt == null);
        VoteAddress = (Get<IConfiguration>()["Site:BaseUrl"] is { Length: > 0 } site ? site.TrimEnd('/') : $"{Request.Scheme}://{Request.Host}") + $"/w/{Fund.Slug}/stemmen";
        Qr = QrSquares.Of(VoteAddress);
        return true;
    }
}
