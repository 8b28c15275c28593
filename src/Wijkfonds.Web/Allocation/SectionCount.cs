using System.Globalization;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Outcome = Wijkfonds.Democracy.Counting.Outcome;

namespace Wijkfonds.Web.Allocation;

/// <summary>Equal ballots together: which plans, how often.</summary>
public sealed record EqualBallots(IReadOnlyList<int> Plans, long Count);

/// <summary>
/// One section counted by itself, over all ballots of the round. A plan that nobody chose takes no part, under any rule: it is
/// not elected even where money is left, and so every program that takes what fits finds the same winners in the file.
/// </summary>
public sealed class SectionCount
{
    private readonly Round round;
    private readonly Section section;
    private readonly IReadOnlyList<BallotPlan> ranked;
    private readonly Dictionary<int, long> votes;

    private SectionCount(Round round, Section section, IReadOnlyList<BallotPlan> ranked, Dictionary<int, long> votes, Outcome outcome) =>
        (this.round, this.section, this.ranked, this.votes, Outcome) = (round, section, ranked, votes, outcome);

    /// <summary>The count itself, over the plans that somebody chose, those with the most votes first.</summary>
    public Outcome Outcome { get; }

    /// <summary>The plans that take part, in the order of the tie lot.</summary>
    public IReadOnlyList<string> Lot => LotOf(ranked.Where(p => votes[p.Number] > 0));

    public IEnumerable<BallotPlan> WithoutVotes => ranked.Where(p => votes[p.Number] == 0).OrderBy(p => p.Number);

    /// <param name="themes">The name of each plan's theme, by proposal; a plan without one is left out.</param>
    public static SectionCount Of(Round round, Section section, IEnumerable<BallotPlan> plans, IReadOnlyCollection<EqualBallots> ballots,
        IReadOnlyDictionary<Guid, string>? themes = null)
    {
        var own = plans.Where(p => p.SectionId == section.Id).ToList();
        var votes = own.ToDictionary(p => p.Number, _ => 0L);
        foreach (var equal in ballots)
            foreach (var number in equal.Plans.Distinct().Where(votes.ContainsKey)) votes[number] = checked(votes[number] + equal.Count);
        var ranked = own.OrderByDescending(p => votes[p.Number]).ThenBy(p => p.Cost.Value).ThenBy(p => p.Lot).ToList();
        var chosen = ranked.Where(p => votes[p.Number] > 0).ToList();
        var index = chosen.Select((p, i) => (p.Number, i)).ToDictionary(p => p.Number, p => p.i);
        var election = new Election(
            [.. chosen.Select(p => new Project(Id(p), p.Title, p.Cost.Value) { Categories = Theme(p) })], section.Budget.Value, TypeOf(round),
            ballots.Select(b => Ballot.Approving(b.Plans.Where(index.ContainsKey).Select(n => index[n]), b.Count)), decimals: 2);
        return new(round, section, ranked, votes, round.Rule.With(round.RuleStep).Count(election, TieOrder.Lot(LotOf(chosen))));

        // Files separate themes by commas.
        IReadOnlyList<string> Theme(BallotPlan plan) => themes?.GetValueOrDefault(plan.ProposalId) is { } theme ? [theme.Replace(',', ' ')] : [];
    }

    public SectionResult Result(DateTimeOffset now) => new()
    {
        FundId = section.FundId, RoundId = section.RoundId, SectionId = section.Id, Budget = section.Budget, Spent = new Cents(Outcome.TotalCost),
        Ballots = Outcome.Election.BallotCount, CountedAt = now, Plans = [.. Placed().Select((plan, i) => ResultOf(plan, i + 1))],
    };

    /// <summary>By votes everybody has a turn; under other rules the elected stand first.</summary>
    private IEnumerable<BallotPlan> Placed() => round.Rule == Rounds.CountingRule.Greedy ? ranked
        : ranked.OrderBy(p => votes[p.Number] > 0 && Outcome.On(Id(p)) is Won won ? won.Place : int.MaxValue);

    private PlanResult ResultOf(BallotPlan plan, int place)
    {
        var verdict = votes[plan.Number] == 0 ? null : Outcome.On(Id(plan));
        var tie = verdict is null ? null : Outcome.LotThatDecided(Id(plan)) ?? Outcome.Ties.FirstOrDefault(t => t.Decides && t.Projects.Any(p => p.Id == Id(plan)));
        return new PlanResult
        {
            FundId = plan.FundId, BallotPlanId = plan.Id, Votes = votes[plan.Number], Place = place, ElectedAs = (verdict as Won)?.Place,
            Reason = verdict switch
            {
                null => ResultReason.NoVotes,
                Won => ResultReason.Elected,
                SupportersLack => ResultReason.SupportersLack,
                _ => ResultReason.DidNotFit,
            },
            LeftAtItsTurn = verdict switch
            {
                Won won => new Cents(won.LeftAfter) + plan.Cost,
                DidNotFit not => new Cents(not.LeftAtItsTurn),
                SupportersLack { LeftAtItsTurn: { } left } => new Cents(left),
                _ => new Cents(Outcome.Left),
            },
            Tie = tie?.Step switch { null => TieDecision.None, TieStep.Lot => TieDecision.Lot, TieStep.Votes => TieDecision.Votes, _ => TieDecision.Price },
            TiedWith = tie is null ? "" : string.Join(", ", tie.Projects.Where(p => p.Id != Id(plan)).Select(p => p.Id)),
            Trace = verdict is null || round.Rule == Rounds.CountingRule.Greedy ? "" : PlanTrace.Of(round.Rule, verdict).Write(),
        };
    }

    private static IReadOnlyList<string> LotOf(IEnumerable<BallotPlan> plans) => [.. plans.OrderBy(p => p.Lot).Select(Id)];

    private static string Id(BallotPlan plan) => plan.Number.ToString(CultureInfo.InvariantCulture);

    private static Democracy.Counting.BallotType TypeOf(Round round) =>
        round.BallotType == Rounds.BallotType.Knapsack ? Democracy.Counting.BallotType.Knapsack : Democracy.Counting.BallotType.Approval;
}
