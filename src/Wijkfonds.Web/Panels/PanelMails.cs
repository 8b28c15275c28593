using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Panels;

/// <summary>What the people on a list are told, in the transaction of the act that it tells of.</summary>
public sealed class PanelMails(Outbox outbox, PublicAddress address)
{
    /// <summary>The number, at once: whoever has it in a mail notices when it is given to somebody else.</summary>
    public async Task Joined(WijkfondsContext db, DateTimeOffset now, Fund fund, Panel panel, Candidate candidate) =>
        await Write(db, now, fund, panel, [(candidate, "panel-joined")], $"{candidate.JoinedAt.ToUnixTimeMilliseconds()}", _ => [panel.Closes]);

    public async Task Announced(WijkfondsContext db, DateTimeOffset now, Fund fund, Panel panel, DrawAnnouncement draw, Deadline speaks) =>
        await Write(db, now, fund, panel, [.. panel.Pool.Select(c => (c, "panel-announced"))], "", _ => [draw.Source, speaks, draw.Hash()]);

    public async Task Drawn(WijkfondsContext db, DateTimeOffset now, Fund fund, Panel panel)
    {
        var standings = Seating.Of(panel).ToDictionary(s => s.Candidate);
        await Write(db, now, fund, panel,
            [.. panel.Pool.Where(c => c.Answer != Answer.Declined).Select(c => (c, !standings.TryGetValue(c, out var s) ? "panel-not-drawn" : s.HasSeat ? "panel-seat" : "panel-reserve"))],
            "", c => [standings.TryGetValue(c, out var s) ? s.Place : 0]);
    }

    /// <summary>Someone declined, and this person moved up.</summary>
    public async Task MovedUp(WijkfondsContext db, DateTimeOffset now, Fund fund, Panel panel, Standing standing) =>
        await Write(db, now, fund, panel, [(standing.Candidate, "panel-moved-up")], "", _ => [standing.Place]);

    // In every text: {0} the number, {1} the round, {2} the page; {3} and on what the mail is about.
    private async Task Write(WijkfondsContext db, DateTimeOffset now, Fund fund, Panel panel,
        IReadOnlyList<(Candidate To, string Name)> mails, string once, Func<Candidate, object[]> values)
    {
        var ids = mails.Select(m => m.To.AccountId).OfType<Guid>().ToList();
        var accounts = await db.Set<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id);
        var page = address.Of(fund, $"/rondes/{panel.Round.Number}/loting");
        foreach (var (to, name) in mails)
            if (to.AccountId is { } id && accounts.TryGetValue(id, out var account))
                await outbox.Write(db, now, fund.Id, $"{name}/{panel.Id:N}/{to.Number}/{once}", account, name,
                    [to.Label, panel.Round.Name, page, .. values(to)]);
    }
}
