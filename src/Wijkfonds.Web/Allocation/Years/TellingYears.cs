using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>Mails about later years: to the team whatever happens, to all members when a year became a commitment.</summary>
public sealed class TellingYears(Outbox outbox, PublicAddress address, Texts texts)
{
    public Task Promised(WijkfondsContext db, DateTimeOffset now, Award award, IReadOnlyList<ConditionalYear> rows, string reason) =>
        Team(db, now, award, $"year-promised/{rows[0].Id:N}", "year-promised", rows, words => reason);

    public Task Ended(WijkfondsContext db, DateTimeOffset now, Award award, IReadOnlyList<ConditionalYear> rows, string reason) =>
        Team(db, now, award, $"year-ended/{rows[0].Id:N}", "year-ended", rows, words => reason);

    /// <summary>The plan is over: what still waits lapses, and the team is told.</summary>
    public async Task Lapse(WijkfondsContext db, DateTimeOffset now, Award award)
    {
        var rows = await db.Set<ConditionalYear>().Where(y => y.AwardId == award.Id && y.TurnedAt == null && y.EndedAt == null).OrderBy(y => y.Year).ThenBy(y => y.Number).ToListAsync();
        if (rows.Count == 0) return;
        foreach (var row in rows) (row.EndedAt, row.End) = (now, YearEnd.PlanEnded);
        await Team(db, now, award, $"year-ended/{rows[0].Id:N}", "year-ended", rows, words => words["year.plan-ended"]);
    }

    public async Task Turned(WijkfondsContext db, DateTimeOffset now, Award award, ConditionalYear row)
    {
        await Team(db, now, award, $"year-turned/{row.Id:N}", "year-turned", [row], _ => "");
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == award.FundId);
        foreach (var member in await SeatHolders.Of(db, fund.Id, now, SeatHolders.Members))
            await outbox.Write(db, now, fund.Id, $"year-turned/{row.Id:N}/{member.Id:N}", member, "year-turned-members", award.Proposal.Title, row.Year.ToString(CultureInfo.InvariantCulture), row.Amount,
                address.Of(fund, string.Create(CultureInfo.InvariantCulture, $"/geld/boekingen/{row.EntrySequence}")));
    }

    private async Task Team(WijkfondsContext db, DateTimeOffset now, Award award, string key, string name, IReadOnlyList<ConditionalYear> rows, Func<Words, string> why)
    {
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == award.FundId);
        foreach (var mate in await AwardTeam.Of(db, award))
        {
            var words = texts.In(mate.Language, fund.Zone);
            var years = string.Join("\n", rows.Select(r => words["year.mail.line", r.Year.ToString(CultureInfo.InvariantCulture), r.Amount]));
            await outbox.Write(db, now, fund.Id, $"{key}/team/{mate.Id:N}", mate, name, award.Proposal.Title, years, why(words), address.Of(fund, string.Create(CultureInfo.InvariantCulture, $"/mijn/toekenningen/{award.Number}")));
        }
    }
}
