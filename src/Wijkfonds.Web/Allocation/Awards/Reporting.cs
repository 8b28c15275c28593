using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>What a team typed. Part: the number of the part it is about. Paper: where the signed paper lies; only where the desk enters it.</summary>
public sealed record ReportForm(string? Part, string? Words, bool MayPublish, string? Paper = null);

/// <summary>The team tells what it did: in proportion to the money, and never more than that. Who has no computer hands it in on paper at the desk.</summary>
public static class Reporting
{
    public const int Sentences = 3;

    public static async Task<Outcome<Report>> Send(WijkfondsContext db, Viewer who, DateTimeOffset now, int award, ReportForm typed, IReadOnlyList<Brought> files)
    {
        var found = await Mine(db, who, award);
        return found.Refused ? found.Refusal : await Write(db, who, now, found.Value, typed, "", files);
    }

    /// <summary>A desk helper enters what a team handed in, signed, on paper.</summary>
    public static async Task<Outcome<Report>> SendForTeam(WijkfondsContext db, Viewer who, DateTimeOffset now, int award, ReportForm typed, IReadOnlyList<Brought> files)
    {
        who = await who.Again(db, now);
        if (!who.IsDesk || await Standing.Of(db, award) is not { } standing) return new NotFoundHere();
        var paper = Typed.Needed(typed.Paper, "paper", Report.LongestPaper, "Report.Paper");
        return paper.Refused ? paper.Refusal : await Write(db, who, now, standing, typed, paper.Value, files);
    }

    /// <summary>Receipts with a report that waits: the sample fell on it, or one was forgotten.</summary>
    public static async Task<Outcome<Report>> AddReceipts(WijkfondsContext db, Viewer who, DateTimeOffset now, int award, int part, IReadOnlyList<Brought> files)
    {
        var found = await Mine(db, who, award);
        if (found.Refused) return found.Refusal;
        if (found.Value.Parts.FirstOrDefault(p => p.Part.Number == part)?.Last is not { } report) return new NotFoundHere();
        if (!report.Waits) return new ReportIsAnswered();
        if (files.Count == 0) return new UploadMissing("receipts");
        return await Bringing.Keep(db, who, now, report.FundId, report.Id, files) is { } refusal ? refusal : report;
    }

    /// <summary>The team gives or takes back its word that everybody may read it. Taken back, it is off the site at once.</summary>
    public static async Task<Outcome<Report>> Allow(WijkfondsContext db, Viewer who, int award, int part, bool may)
    {
        var found = await Mine(db, who, award);
        if (found.Refused) return found.Refusal;
        if (found.Value.Parts.FirstOrDefault(p => p.Part.Number == part)?.Last is not { } report) return new NotFoundHere();
        report.MayPublish = may;
        if (may) return report;
        report.PublishedAt = null;
        foreach (var photo in await db.Set<KeptFile>().Where(f => f.Subject == report.Id && f.Use == FileUse.Photo).ToListAsync()) photo.PublishedAt = null;
        return report;
    }

    private static async Task<Outcome<Report>> Write(WijkfondsContext db, Viewer who, DateTimeOffset now, Standing standing, ReportForm typed, string paper, IReadOnlyList<Brought> files)
    {
        var award = standing.Award.Number;
        if (standing.Award.ClosedAt is not null) return new AwardIsClosed();
        if (standing.Wanted is not { } wanted) return new NothingToReport();
        var part = wanted.Part;
        if (typed.Part != part.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)) return new OtherPartNow();
        var words = Typed.Paragraphs(typed.Words);
        if (words.Length > Report.LongestWords) return new LineTooLong("words", Report.LongestWords);
        if (Count(words) is var sentences && sentences < Sentences) return new SentencesNeeded(Sentences, sentences);
        var earlier = part.Reports.Select(r => r.Id).ToList();
        var had = await db.Set<KeptFile>().Where(f => earlier.Contains(f.Subject)).Select(f => f.Use).Distinct().ToListAsync();
        if (!Has(FileUse.Photo)) return new PhotoNeeded();
        if (part.Accounting == Accounting.Milestone && !Has(FileUse.Receipt)) return new ReceiptsNeeded();
        var head = await db.Set<LedgerHead>().Select(h => h.Hash).SingleAsync();
        var report = new Report
        {
            FundId = part.FundId, PartId = part.Id, Number = part.Reports.Count + 1, Words = words, MayPublish = typed.MayPublish, Paper = paper, SentBy = who.AccountId!.Value, SentAt = now,
            SampleHead = head, IsSampled = part.Accounting == Accounting.OnRequest && (part.Reports.Any(r => r.IsSampled) || part.Reports.Count == 0 && Sample.FallsOn(head, award, part.Number)),
        };
        db.Add(report);
        return await Bringing.Keep(db, who, now, part.FundId, report.Id, files) is { } refusal ? refusal : report;

        bool Has(FileUse use) => had.Contains(use) || files.Any(f => f.Use == use);
    }

    /// <summary>A sentence ends with a full stop, a question or exclamation mark, or its line.</summary>
    public static int Count(string words) => words.Split(['.', '!', '?', '…', '؟', '\n'], StringSplitOptions.TrimEntries).Count(s => s.Count(char.IsLetter) >= 3);

    /// <summary>What one may not see is not there: another team's award is not found.</summary>
    private static async Task<Outcome<Standing>> Mine(WijkfondsContext db, Viewer who, int award) =>
        who.AccountId is { } me && await Standing.Of(db, award) is { } standing && await AwardTeam.Has(db, standing.Award, me) ? standing : new NotFoundHere();
}
