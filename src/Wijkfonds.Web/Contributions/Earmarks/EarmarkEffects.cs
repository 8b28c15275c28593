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
        var misfits = (await SectionEarmarks.Fits(db, round)).Where(f => f.In.Section.Id == part.Id && f.In.Earmark.Id == earmark && f.Fit.Fits is false).Select(f => f.Plan.Number!.Value);
        return await deciding.Propose(db, who, now, DecisionKind.TakeOutEarmark, part.Id, words["earmark.out.about", inside.Reserved, inside.Earmark.Name, part.Name, round.Name],
            $"/rondes/{number}/oormerken", new OutTerms(earmark, [.. misfits]).ToJson());
    }

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision)
    {
        var earmark = OutTerms.Read(decision.Terms).Earmark;
        return await db.Set<Earmark>().Where(e => e.Id == earmark).Select(e => e.ContributorId).ToListAsync();
    }

    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var misfits = OutTerms.Read(decision.Terms).Plans ?? [];
        List<string> sentences = [words["earmark.out.explain"]];
        if (misfits.Count > 0) sentences.Insert(0, words.Count("earmark.was-out.why", misfits.Count, string.Join(", ", misfits)));
        return Task.FromResult<IReadOnlyList<string>>(sentences);
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<Round>().Include(r => r.Acts).SingleOrDefaultAsync(r => r.Sections.Any(s => s.Id == decision.Subject)) is not { } round) return new NotFoundHere();
        if (round.Has(RoundActKind.BallotFrozen)) return new EarmarkWordTooLate();
        return await book.TakeOut(db, now, round.FundId, decision.Subject, OutTerms.Read(decision.Terms).Earmark);
    }
}

/// <summary>Which earmark's money leaves a section, and the numbers of the plans that did not fit it when that was proposed.</summary>
public sealed record OutTerms(Guid Earmark, IReadOnlyList<int>? Plans = null)
{
    public static OutTerms Read(string json) => JsonSerializer.Deserialize<OutTerms>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}
