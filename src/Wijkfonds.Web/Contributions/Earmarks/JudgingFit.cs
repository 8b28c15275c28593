using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Proposals.Reviewing;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>
/// Two members say that a plan fits a giver's earmark: its euros can then pay for it. Neither makes the plan nor declared an
/// interest in the plan or in the giver; the giver hears why while it can still object.
/// </summary>
public sealed class JudgingFit(TellingGiver telling, PublicAddress address, FundScope scope) : IEffect
{
    public DecisionKind Kind => DecisionKind.JudgeFit;

    /// <param name="word">The proposal with its reason, written before: the decision is about it.</param>
    public static async Task<Refusal?> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, EarmarkWord word, PlanFit beside, Words words)
    {
        if (beside.Fit.Reason is FitReason.Objected) return new ObjectionStands();
        if ((await On(db, beside.Words)).Values.Any(d => d.IsOpen)) return new AlreadyProposed();
        await db.SaveChangesAsync();
        var terms = JsonSerializer.Serialize(new Read(await Version(db, word.ProposalId)));
        return (await deciding.Propose(db, who, now, DecisionKind.JudgeFit, word.Id, words["fit.judge.about", beside.Plan.Number!.Value, beside.Text.Title, beside.In.Earmark.Name],
            string.Create(CultureInfo.InvariantCulture, $"/rondes/{beside.Plan.Round.Number}/oormerken#{beside.Anchor}"), terms)).Refusal;
    }

    /// <summary>Who may not judge for the alliance although the seat would allow it: a maker of the plan, and who declared an interest in it or in the giver.</summary>
    public static async Task<Refusal?> Aside(WijkfondsContext db, Viewer who, Proposal plan, Guid giver) =>
        ReviewRules.StandsAside(plan, who)
        ?? (await db.Set<Interest>().AnyAsync(i => i.AccountId == who.AccountId && (i.Subject == plan.Id || i.Subject == giver) && i.EndedAt == null) ? new StandsAside() : null);

    /// <summary>Drops what waits for a second member among these words: what it was about has changed, or the giver spoke.</summary>
    public static async Task Drop(WijkfondsContext db, DateTimeOffset now, IQueryable<EarmarkWord> words)
    {
        foreach (var word in await words.Where(w => w.Kind == EarmarkWordKind.ProposedFits).Select(w => w.Id).ToListAsync())
            await Deciding.Drop(db, now, DecisionKind.JudgeFit, word);
    }

    /// <summary>What became of each proposal among these words.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Decision>> On(WijkfondsContext db, IEnumerable<EarmarkWord> words)
    {
        var ids = words.Where(w => w.Kind is EarmarkWordKind.ProposedFits).Select(w => w.Id).ToList();
        return ids.Count == 0 ? new Dictionary<Guid, Decision>() : await db.Set<Decision>().AsNoTracking().Where(d => d.Kind == DecisionKind.JudgeFit && ids.Contains(d.Subject)).ToDictionaryAsync(d => d.Subject);
    }

    public async Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) =>
        await db.Set<EarmarkWord>().Where(w => w.Id == decision.Subject).Join(db.Set<Proposal>(), w => w.ProposalId, p => p.Id, (_, p) => p).SingleOrDefaultAsync() is { } plan
            ? ReviewRules.StandsAside(plan, who) : new NotFoundHere();

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision)
    {
        var about = await db.Set<EarmarkWord>().Where(w => w.Id == decision.Subject).Join(db.Set<Earmark>(), w => w.EarmarkId, e => e.Id, (w, e) => new { w.ProposalId, e.ContributorId }).SingleAsync();
        return [about.ProposalId, about.ContributorId];
    }

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var word = await db.Set<EarmarkWord>().AsNoTracking().SingleAsync(w => w.Id == decision.Subject);
        var earmark = await db.Set<Earmark>().AsNoTracking().Include(e => e.Places).Include(e => e.Lists).Include(e => e.Contributor.Party).AsSplitQuery().SingleAsync(e => e.Id == word.EarmarkId);
        List<string> sentences = [words["fit.judge.why", word.Reason], .. EarmarkWords.Of(earmark, words), words["fit.judge.explain", earmark.Contributor.Party.Name]];
        if (decision.IsOpen) sentences.Add(words[await TellingGiver.Reaches(db, decision.ProposedAt, earmark.Contributor) ? "fit.judge.mailed" : "fit.judge.nobody", earmark.Contributor.Party.Name]);
        return sentences;
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<EarmarkWord>().SingleOrDefaultAsync(w => w.Id == decision.Subject) is not { } proposed) return new NotFoundHere();
        if (await db.Whole().SingleOrDefaultAsync(p => p.Id == proposed.ProposalId) is not { } plan) return new NotFoundHere();
        if (plan.Round.Has(RoundActKind.BallotFrozen)) return new EarmarkWordTooLate();
        if ((await SectionEarmarks.FitsOf(db, plan)).SingleOrDefault(f => f.In.Earmark.Id == proposed.EarmarkId) is not { } beside) return new NotInItsSection();
        if (await Version(db, plan.Id) != JsonSerializer.Deserialize<Read>(decision.Terms)!.Version) return new JudgedPlanChanged();
        db.Add(new EarmarkWord
        {
            FundId = proposed.FundId, EarmarkId = proposed.EarmarkId, ProposalId = proposed.ProposalId, Kind = EarmarkWordKind.AgreedFits, Reason = proposed.Reason,
            AccountId = who.AccountId!.Value, At = now, Order = 1 + beside.Words.Max(w => w.Order),
        });
        await telling.Tell(db, now, beside.In.Earmark, $"earmark-judged/{decision.Id}", "earmark-judged",
            beside.In.Giver, beside.Text.Title, proposed.Reason, address.Of(scope.Fund, $"/rondes/{plan.Round.Number}/oormerken"), plan.Round.VotingOpens);
        return null;
    }

    private static async Task<int> Version(WijkfondsContext db, Guid plan) => await db.Set<ProposalVersion>().Where(v => v.ProposalId == plan).MaxAsync(v => (int?)v.Number) ?? 0;

    /// <summary>Which version of the plan was read.</summary>
    private sealed record Read(int Version);
}

/// <summary>The plan was sent in anew, or moved, since it was proposed that it fits.</summary>
public sealed record JudgedPlanChanged : Refusal;

/// <summary>While the giver objects the alliance answers; only the giver takes it back.</summary>
public sealed record ObjectionStands : Refusal;
