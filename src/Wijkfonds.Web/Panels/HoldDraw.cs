using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Panels;

/// <summary>What the source said, in its canonical spelling.</summary>
public sealed record SaidTerms(string Said);

/// <summary>Draws with what the source said, once two members read the same. Everything follows; nobody chooses.</summary>
public sealed class HoldDraw(PanelMails mails) : IEffect
{
    public DecisionKind Kind => DecisionKind.HoldDraw;

    public async Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => await PoolMembers.Bar(db, decision, who);

    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words) =>
        Task.FromResult<IReadOnlyList<string>>([words["draw.explain.said", JsonSerializer.Deserialize<SaidTerms>(decision.Terms)!.Said], words["draw.explain.check"]]);

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Panels().SingleOrDefaultAsync(p => p.Id == decision.Subject) is not { } panel) return new NotFoundHere();
        var bundle = panel.Draw(JsonSerializer.Deserialize<SaidTerms>(decision.Terms)!.Said, now);
        if (bundle.Refused) return bundle.Refusal;
        // Added through the database context; it also becomes panel.Held, from which the seats follow.
        db.Add(new HeldDraw { FundId = panel.FundId, PanelId = panel.Id, At = now, Text = bundle.Value.Write() });
        await mails.Drawn(db, now, await db.Set<Fund>().SingleAsync(f => f.Id == panel.FundId), panel);
        return null;
    }
}
