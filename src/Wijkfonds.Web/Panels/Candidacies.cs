using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Panels;

/// <summary>What a person's places on lists become when the account is emptied.</summary>
public static class Candidacies
{
    /// <summary>Off the lists that are open; on closed ones the number stays, without the person, and counts as a no.</summary>
    public static async Task Erase(WijkfondsContext db, Guid account, DateTimeOffset now)
    {
        foreach (var candidate in await db.Set<Candidate>().IgnoreQueryFilters().Where(c => c.AccountId == account).ToListAsync())
        {
            var panel = await db.Set<Panel>().IgnoreQueryFilters().SingleAsync(p => p.Id == candidate.PanelId);
            if (now < panel.Closes.Instant) candidate.LeftAt ??= now;
            else if (candidate.Answer != Answer.Declined) (candidate.Answer, candidate.AnsweredAt) = (Answer.Declined, now);
            (candidate.AccountId, candidate.PublicName) = (null, "");
        }
    }
}
