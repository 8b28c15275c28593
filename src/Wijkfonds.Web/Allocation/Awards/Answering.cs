using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>A member who has nothing to do with the plan reads the report: accepts it, or asks for more in words that the team gets.</summary>
public sealed class Answering(Outbox outbox, PublicAddress address)
{
    public const int LongestAnswer = 1000;

    /// <param name="publish">Show the story to everybody, where the team agreed to that.</param>
    public async Task<Outcome<Report>> Accept(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int award, int part, bool publish, string? typed)
    {
        var found = await Waiting(db, who, now, award, part);
        if (found.Refused) return found.Refusal;
        var (standing, report) = found.Value;
        var answer = Typed.Line(typed, "answer", LongestAnswer);
        if (answer.Refused) return answer.Refusal;
        var reports = standing.Parts.Single(p => p.Part.Number == part).Part.Reports.Select(r => r.Id).ToList();
        if (report.IsSampled && !await db.Set<KeptFile>().AnyAsync(f => reports.Contains(f.Subject) && f.Use == FileUse.Receipt)) return new SampledWithoutReceipts();
        (report.IsAccepted, report.Answer, report.AnsweredAt, report.AnsweredBy) = (true, answer.Value, now, who.AccountId);
        if (publish && report.MayPublish) await Show(db, now, reports, report);
        await Tell(db, now, fund, standing, report, "report-accepted");
        return report;
    }

    public async Task<Outcome<Report>> AskMore(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int award, int part, string? typed)
    {
        var found = await Waiting(db, who, now, award, part);
        if (found.Refused) return found.Refusal;
        var (standing, report) = found.Value;
        var answer = Typed.Needed(typed, "more", LongestAnswer, "Report.More");
        if (answer.Refused) return answer.Refusal;
        (report.Answer, report.AnsweredAt, report.AnsweredBy) = (answer.Value, now, who.AccountId);
        await Tell(db, now, fund, standing, report, "report-more");
        return report;
    }

    /// <summary>Shows a story that was accepted before, or a copy of a receipt in which names and numbers were made unreadable.</summary>
    public static async Task<Outcome<Report>> Publish(WijkfondsContext db, Viewer who, DateTimeOffset now, int award, int part, IReadOnlyList<Brought>? copy)
    {
        who = await who.Again(db, now);
        if (!who.IsMember || await Standing.Of(db, award) is not { } standing || standing.Parts.FirstOrDefault(p => p.Part.Number == part)?.Last is not { } report) return new NotFoundHere();
        if (await AwardTeam.Has(db, standing.Award, who.AccountId)) return new OwnReport();
        if (!report.IsAccepted) return new ReportNotAccepted();
        if (copy is not null)
            return copy.Count == 0 ? new UploadMissing("copy") : await Bringing.Keep(db, who, now, report.FundId, report.Id, copy, published: true) is { } refusal ? refusal : report;
        if (!report.MayPublish) return new TeamKeepsStory();
        await Show(db, now, [report.Id], report);
        return report;
    }

    private static async Task Show(WijkfondsContext db, DateTimeOffset now, IReadOnlyList<Guid> reports, Report report)
    {
        report.PublishedAt = now;
        foreach (var photo in await db.Set<KeptFile>().Where(f => reports.Contains(f.Subject) && f.Use == FileUse.Photo).ToListAsync()) photo.PublishedAt = now;
    }

    private static async Task<Outcome<(Standing Standing, Report Report)>> Waiting(WijkfondsContext db, Viewer who, DateTimeOffset now, int award, int part)
    {
        who = await who.Again(db, now);
        if (!who.IsMember || await Standing.Of(db, award) is not { } standing || standing.Parts.FirstOrDefault(p => p.Part.Number == part)?.Last is not { } report) return new NotFoundHere();
        if (await AwardTeam.Has(db, standing.Award, who.AccountId)) return new OwnReport();
        if (await db.Set<Interest>().AnyAsync(i => i.AccountId == who.AccountId && i.Subject == standing.Award.ProposalId && i.EndedAt == null)) return new StandsAside();
        return report.Waits ? (standing, report) : new ReportIsAnswered();
    }

    private async Task Tell(WijkfondsContext db, DateTimeOffset now, Fund fund, Standing standing, Report report, string name)
    {
        foreach (var one in await AwardTeam.Of(db, standing.Award))
            await outbox.Write(db, now, fund.Id, $"{name}/{report.Id:N}/{one.Id:N}", one, name, standing.Award.Proposal.Title, report.Answer, address.Of(fund, $"/mijn/toekenningen/{standing.Award.Number}"));
    }
}
