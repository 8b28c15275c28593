using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>What a team told that everybody may read: published by a member, with the team's word. Newest first.</summary>
/// <param name="Photos">With width and height as stored.</param>
public sealed record Story(Guid Proposal, int Round, int Plan, string Title, string Words, DateTimeOffset At, IReadOnlyList<KeptFile> Photos, IReadOnlyList<KeptFile> Copies)
{
    public static async Task<IReadOnlyList<Story>> Of(WijkfondsContext db, Guid? proposal = null)
    {
        var told = await (from report in db.Set<Report>().AsNoTracking()
                          join part in db.Set<AwardPart>() on report.PartId equals part.Id
                          join award in db.Set<Award>() on part.AwardId equals award.Id
                          where report.PublishedAt != null && report.MayPublish && (proposal == null || award.ProposalId == proposal)
                          select new { report, part.Id, award.ProposalId, Round = award.Proposal.Round.Number, Plan = award.Proposal.Number, award.Proposal.Title }).ToListAsync();
        if (told.Count == 0) return [];
        var parts = told.Select(t => t.Id).ToList();
        var reports = await db.Set<Report>().Where(r => parts.Contains(r.PartId)).Select(r => new { r.Id, r.PartId }).ToListAsync();
        var ids = reports.Select(r => r.Id).ToList();
        var files = (await db.Set<KeptFile>().AsNoTracking().Where(f => ids.Contains(f.Subject) && f.PublishedAt != null && f.Sha256 != "").OrderBy(f => f.Number).ToListAsync())
            .ToLookup(f => reports.Single(r => r.Id == f.Subject).PartId);
        return [.. told.OrderByDescending(t => t.report.PublishedAt).ThenByDescending(t => t.Plan).Select(t => new Story(t.ProposalId, t.Round, t.Plan ?? 0, t.Title, t.report.Words, t.report.SentAt,
            [.. files[t.Id].Where(f => f.Use == FileUse.Photo)], [.. files[t.Id].Where(f => f.Use == FileUse.Redacted)]))];
    }
}
