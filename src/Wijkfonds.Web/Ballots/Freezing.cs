using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Ballots;

/// <summary>Two members freeze the ballot: the admitted plans are copied, the tie lot is drawn from a seed that is published, all of it is sealed by its hash.</summary>
public sealed class Freezing : IEffect
{
    /// <summary>A slot has one bit for each plan; more than this nobody reads on one ballot.</summary>
    public const int MostPlans = 1000;

    public DecisionKind Kind => DecisionKind.FreezeBallot;

    /// <summary>Puts it before the alliance, bound to the plans as they are admitted now.</summary>
    public static async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, int number)
    {
        if (!who.IsMember || await db.Round(number) is not { } round) return new NotFoundHere();
        return await deciding.Propose(db, who, now, DecisionKind.FreezeBallot, round.Id, round.Name, $"/rondes/{number}/stembiljet-vaststellen",
            JsonSerializer.Serialize(new FreezingTerms(await PlansHash(db, round))));
    }

    public async Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) =>
        await db.Round(decision.Subject) is { } round ? Untimely(round, decision.ProposedAt) ?? Prevents(round, await Submitted(db, round.Id)) ?? await SectionEarmarks.Prevents(db, round) : new NotFoundHere();

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Round(decision.Subject) is not { } round) return new NotFoundHere();
        if (JsonSerializer.Deserialize<FreezingTerms>(decision.Terms)?.Plans != await PlansHash(db, round)) return new PlansChanged();
        return await Freeze(db, round, now, who.AccountId);
    }

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        // Once carried, the snapshot says what was decided; before that, the plans as they are admitted now.
        var frozen = await db.Set<BallotPlan>().CountAsync(p => p.RoundId == decision.Subject);
        return [words.Count("freeze.plans", frozen > 0 ? frozen : (await Submitted(db, decision.Subject)).Count(p => p.IsAdmitted)), words["freeze.lead"]];
    }

    /// <summary>The rule itself; demonstrations call it for rounds of the past.</summary>
    public static async Task<Refusal?> Freeze(WijkfondsContext db, Round round, DateTimeOffset now, Guid? by)
    {
        var proposals = await Submitted(db, round.Id);
        if ((Untimely(round, now) ?? Prevents(round, proposals) ?? await SectionEarmarks.Prevents(db, round)) is { } refusal) return refusal;
        var seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var plans = Snapshot(proposals.Where(p => p.IsAdmitted), seed).ToList();
        db.AddRange(plans);
        db.Add(Act(RoundActKind.BallotFrozen, BallotText.Hash(BallotText.Of(round, plans, seed))));
        db.Add(Act(RoundActKind.TieLotDrawn, seed));
        return null;

        RoundAct Act(RoundActKind kind, string note) => new() { FundId = round.FundId, RoundId = round.Id, Kind = kind, At = now, AccountId = by, Note = note };
    }

    /// <summary>Why this ballot cannot be frozen, whatever the time; null when it can.</summary>
    public static Refusal? Prevents(Round round, IReadOnlyList<Proposal> submitted)
    {
        if (!round.Has(RoundActKind.Approved) || round.Has(RoundActKind.Cancelled)) return new NotFoundHere();
        if (round.Has(RoundActKind.BallotFrozen)) return new BallotIsFrozen();
        var waiting = submitted.Where(IsWaiting).ToList();
        if (waiting.Count > 0) return new PlansNotReviewed(waiting.Count, string.Join(", ", waiting.Select(p => p.Number!.Value.ToString(CultureInfo.InvariantCulture))));
        return submitted.Count(p => p.IsAdmitted) switch { 0 => new NothingToVoteOn(), > MostPlans => new BallotTooLong(MostPlans), _ => null };
    }

    public static Refusal? Untimely(Round round, DateTimeOffset now) =>
        now < round.SubmissionCloses.Instant ? new SubmissionNotClosed(round.SubmissionCloses) : VotingHours.TooLate(round, now, days: 0);

    public static bool IsWaiting(Proposal proposal) =>
        proposal.LastAct?.Kind is ProposalActKind.Submitted or ProposalActKind.ChangesAsked or ProposalActKind.Resubmitted;

    public static Task<List<Proposal>> Submitted(WijkfondsContext db, Guid roundId) => db.Set<Proposal>()
        .Where(p => p.RoundId == roundId && p.Number != null).Include(p => p.Costs).Include(p => p.Acts).AsSplitQuery().OrderBy(p => p.Number).ToListAsync();

    private static IEnumerable<BallotPlan> Snapshot(IEnumerable<Proposal> admitted, string seed)
    {
        var byNumber = admitted.ToDictionary(p => p.Number!.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return TieLot.Order(DrawKey.FromHex(seed), byNumber.Keys).Select((number, at) => OnBallot(byNumber[number], lot: at + 1));
    }

    private static BallotPlan OnBallot(Proposal plan, int lot) => new()
    {
        FundId = plan.FundId, RoundId = plan.RoundId, SectionId = plan.SectionId!.Value, ProposalId = plan.Id, Number = plan.Number!.Value,
        Title = plan.Title, Summary = plan.Summary, Story = plan.Story, OwnPart = plan.OwnPart, Team = plan.Team,
        Place = plan.WholeNeighbourhood ? "" : plan.Place, Cost = plan.Asked, Lot = lot,
    };

    private static async Task<string> PlansHash(WijkfondsContext db, Round round) =>
        BallotText.Hash(BallotText.Plans(round, (await Submitted(db, round.Id)).Where(p => p.IsAdmitted).Select(p => OnBallot(p, lot: 0))));

    /// <param name="Plans">The hash of what would stand on the ballot when it was proposed.</param>
    private sealed record FreezingTerms(string Plans);
}

/// <summary>A plan was admitted, withdrawn or changed after freezing was proposed: nobody agrees to another ballot than was seen.</summary>
public sealed record PlansChanged : Refusal;

/// <summary>The ballot was frozen before; what stands on it does not change any more.</summary>
public sealed record BallotIsFrozen : Refusal;

/// <summary>Some plans still wait for a review, so the ballot cannot be fixed without deciding over them in passing.</summary>
public sealed record PlansNotReviewed(int Count, string Numbers) : Refusal;

public sealed record NothingToVoteOn : Refusal;

public sealed record BallotTooLong(int Most) : Refusal;

public sealed record SubmissionNotClosed(Deadline Closes) : Refusal;
