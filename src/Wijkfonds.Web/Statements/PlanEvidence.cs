using System.Text;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Statements;

/// <summary>
/// What a team showed for its money by an instant. Of everything it brought the numbers; of words only what everybody may read
/// then and still may: a team that takes its story back takes it back here too.
/// </summary>
/// <param name="Reports">Read and accepted by a member.</param>
/// <param name="Story">The first sentences of each published report, the oldest first.</param>
public sealed record PlanEvidence(int Reports, int Photos, int Receipts, IReadOnlyList<string> Story)
{
    public static readonly PlanEvidence None = new(0, 0, 0, []);

    /// <summary>So many sentences of each report stand on a statement: as many as a team always writes. The rest stands with the plan.</summary>
    private const int Sentences = Reporting.Sentences, Longest = 400;

    /// <summary>By award.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PlanEvidence>> Of(WijkfondsContext db, IReadOnlyCollection<Guid> awards, DateTimeOffset end)
    {
        var reports = (await (from report in db.Set<Report>().AsNoTracking()
                              join part in db.Set<AwardPart>() on report.PartId equals part.Id
                              where report.SentAt < end
                              select new { report, part.AwardId }).ToListAsync()).Where(r => awards.Contains(r.AwardId)).ToList();
        if (reports.Count == 0) return new Dictionary<Guid, PlanEvidence>();
        var ids = reports.Select(r => r.report.Id).ToHashSet();
        var files = (await db.Set<KeptFile>().Where(f => f.BroughtAt < end && f.Use != FileUse.Redacted).Select(f => new { f.Subject, f.Use }).ToListAsync()).Where(f => ids.Contains(f.Subject)).ToLookup(f => f.Subject, f => f.Use);
        return reports.GroupBy(r => r.AwardId).ToDictionary(g => g.Key, g =>
        {
            var uses = g.SelectMany(r => files[r.report.Id]).ToList();
            return new PlanEvidence(g.Count(r => r.report.IsAccepted && r.report.AnsweredAt < end), uses.Count(u => u == FileUse.Photo), uses.Count(u => u == FileUse.Receipt),
                [.. g.Select(r => r.report).Where(r => r.MayPublish && r.PublishedAt < end && r.Words.Length > 0).OrderBy(r => r.SentAt).ThenBy(r => r.PartId).Select(r => First(r.Words))]);
        });
    }

    /// <summary>The first sentences, on one line; what is longer is cut at a whole word.</summary>
    public static string First(string words)
    {
        var (told, sentences) = (new StringBuilder(), 0);
        foreach (var letter in words.Trim())
        {
            if (sentences == Sentences) break;
            var isEnd = letter is '.' or '!' or '?' or '…' or '\n';
            if (isEnd && told.Length > 0 && char.IsLetterOrDigit(told[^1])) sentences++;
            if (letter is not '\n') told.Append(letter);
            else if (told.Length > 0 && told[^1] != ' ') told.Append(' ');
        }
        var text = told.ToString().Trim();
        return text.Length <= Longest ? text : text[..text.LastIndexOf(' ', Longest)] + "…";
    }
}
