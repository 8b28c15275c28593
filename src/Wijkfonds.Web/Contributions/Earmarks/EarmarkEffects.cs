using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>From now on money can come in with this earmark.</summary>
public sealed class ConfirmEarmark : IEffect
{
    public DecisionKind Kind => DecisionKind.ConfirmEarmark;

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await db.Set<Earmark>().Where(e => e.Id == decision.Subject).Select(e => e.ContributorId).ToListAsync();

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words) =>
        [.. EarmarkWords.Of(await db.Set<Earmark>().AsNoTracking().Include(e => e.Places).SingleAsync(e => e.Id == decision.Subject), words), words["earmark.explain"]];

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<Earmark>().SingleOrDefaultAsync(e => e.Id == decision.Subject) is not { } earmark) return new NotFoundHere();
        earmark.ConfirmedAt = now;
        return null;
    }
}

/// <summary>Two members take an earmark's euros out of a section, before the ballot is frozen; unbound euros take their place, so that its budget stands.</summary>
public sealed class TakingOutEarmark(Book book) : IEffect
{
    public DecisionKind Kind => DecisionKind.TakeOutEarmark;

    public static async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, int number, int section, Guid earmark, Words words)
    {
        if (!who.IsMember || await db.Round(number) is not { } round || round.Sections.SingleOrDefault(s => s.Number == section) is not { } part) return new NotFoundHere();
        if (round.Has(RoundActKind.BallotFrozen)) return new EarmarkWordTooLate();
        if ((await SectionEarmarks.Of(db, round)).SingleOrDefault(i => i.Section.Id == part.Id && i.Earmark.Id == earmark) is not { } inside) return new NotFoundHere();
        return await deciding.Propose(db, who, now, DecisionKind.TakeOutEarmark, part.Id, words["earmark.out.about", inside.Reserved, inside.Earmark.Name, part.Name, round.Name],
            $"/rondes/{number}/oormerken", JsonSerializer.Serialize(new Out(earmark)));
    }

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision)
    {
        var earmark = JsonSerializer.Deserialize<Out>(decision.Terms)!.Earmark;
        return await db.Set<Earmark>().Where(e => e.Id == earmark).Select(e => e.ContributorId).ToListAsync();
    }

    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words) => Task.FromResult<IReadOnlyList<string>>([words["earmark.out.explain"]]);

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<Round>().Include(r => r.Acts).SingleOrDefaultAsync(r => r.Sections.Any(s => s.Id == decision.Subject)) is not { } round) return new NotFoundHere();
        if (round.Has(RoundActKind.BallotFrozen)) return new EarmarkWordTooLate();
        return await book.TakeOut(db, now, round.FundId, decision.Subject, JsonSerializer.Deserialize<Out>(decision.Terms)!.Earmark);
    }

    private sealed record Out(Guid Earmark);
}
