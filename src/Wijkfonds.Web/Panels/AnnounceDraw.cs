using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Panels;

/// <summary>What two members agree on before the source speaks. The second sees, and signs, the very hash.</summary>
public sealed record DrawTerms(string Source, string Speaks, string Zone, string Hash);

/// <summary>Publishes the hash of the closed list with the named source and its moment. From then on nothing of it can change.</summary>
public sealed class AnnounceDraw(PanelMails mails) : IEffect
{
    public DecisionKind Kind => DecisionKind.AnnounceDraw;

    public async Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => await PoolMembers.Bar(db, decision, who);

    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var terms = JsonSerializer.Deserialize<DrawTerms>(decision.Terms)!;
        var speaks = Deadline.Read(terms.Speaks, terms.Zone, "speaks");
        return Task.FromResult<IReadOnlyList<string>>(
            [words["draw.explain.source", terms.Source], .. speaks.Refused ? [] : new[] { words["draw.explain.speaks", speaks.Value] }, words["draw.explain.hash", terms.Hash]]);
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Panels().SingleOrDefaultAsync(p => p.Id == decision.Subject) is not { } panel) return new NotFoundHere();
        var terms = JsonSerializer.Deserialize<DrawTerms>(decision.Terms)!;
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == panel.FundId);
        var moment = Deadline.Read(terms.Speaks, terms.Zone, "speaks");
        if (moment.Refused) return moment.Refusal;
        var announcement = panel.Announce(Reference(fund, panel), terms.Source, moment.Value, now);
        if (announcement.Refused) return announcement.Refusal;
        if (announcement.Value.Hash() != terms.Hash) return new ListDiffers();
        db.Add(new AnnouncedDraw
        {
            FundId = panel.FundId, PanelId = panel.Id, At = now, Speaks = moment.Value,
            Text = announcement.Value.Write(), Hash = terms.Hash,
        });
        await mails.Announced(db, now, fund, panel, announcement.Value, moment.Value);
        return null;
    }

    public static string Reference(Fund fund, Panel panel) => $"{fund.Slug}-panel-{panel.Round.Number}";
}

/// <summary>Who is on the list speaks on nothing about its draw.</summary>
internal static class PoolMembers
{
    public static async Task<Refusal?> Bar(WijkfondsContext db, Decision decision, Viewer who) =>
        await db.Set<Candidate>().AnyAsync(c => c.PanelId == decision.Subject && c.AccountId == who.AccountId && c.LeftAt == null) ? new InThePool() : null;
}
