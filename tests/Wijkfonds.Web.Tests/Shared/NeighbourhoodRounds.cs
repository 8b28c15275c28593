using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>Rounds and plans as rows of a past. What belongs to other acts (the box, codes, a count) is not made here: walk the pages for it.</summary>
public sealed partial class Neighbourhood
{
    private int rounds;
    private int plans;

    /// <summary>By which rule the rounds made from now on are counted.</summary>
    public CountingRule Rule { get; set; } = CountingRule.Greedy;

    /// <summary>A round that stands in this phase at the site's clock, approved and reserved like a real one (when there is money).</summary>
    public async Task<Round> WithRound(Phase phase = Phase.Submitting, BallotType ballot = BallotType.Approval, int maximumChoices = 3,
        params (string Name, long Euros)[] sections)
    {
        var now = Site.Clock.Now;
        // The start of submission, so that now lies in the phase: four weeks of plans, three of review, two of voting.
        var opens = now + phase switch
        {
            Phase.Draft => TimeSpan.FromDays(14),
            Phase.Announced => TimeSpan.FromDays(7),
            Phase.Submitting => TimeSpan.FromDays(-7),
            Phase.Reviewing => TimeSpan.FromDays(-30),
            Phase.OpeningDelayed or Phase.Voting => TimeSpan.FromDays(-50),
            Phase.Cancelled => TimeSpan.FromDays(-7),
            _ => TimeSpan.FromDays(-65),
        };
        var round = new Round
        {
            FundId = Fund.Id, Number = ++rounds, Name = $"Ronde {rounds}", BallotType = ballot,
            MaximumChoices = ballot == BallotType.Approval ? maximumChoices : 0, Rule = Rule,
            PlanMinimum = Cents.Euros(100), PlanMaximum = Cents.Euros(5_000), CreatedAt = opens.AddDays(-14),
            SubmissionOpens = Deadline.At(opens, Fund.Zone), SubmissionCloses = Deadline.At(opens.AddDays(28), Fund.Zone),
            VotingOpens = Deadline.At(opens.AddDays(49), Fund.Zone), VotingCloses = Deadline.At(opens.AddDays(63), Fund.Zone),
        };
        foreach (var (name, euros) in sections.Length == 0 ? [("Hele wijk", 50_000)] : sections)
            round.Sections.Add(new Section { FundId = Fund.Id, Number = round.Sections.Count + 1, Name = name, Budget = Cents.Euros(euros) });
        foreach (var theme in new[] { "Groen", "Ontmoeten", "Jeugd" })
            round.Themes.Add(new Theme { FundId = Fund.Id, Number = round.Themes.Count + 1, Name = theme });
        foreach (var (kind, at) in ActsOf(phase, round)) Act(round, kind, at);
        await Site.Given(round);
        if (phase is not (Phase.Draft or Phase.Cancelled)) await WithReservations(round);
        return round;
    }

    /// <summary>Records an act on a round that exists, as if it was done now.</summary>
    public async Task WithAct(Round round, RoundActKind kind)
    {
        var act = new RoundAct { FundId = Fund.Id, RoundId = round.Id, Kind = kind, At = Site.Clock.Now, AccountId = Member.Id };
        round.Acts.Add(act);
        await Site.Given(act);
    }

    /// <summary>A submitted plan in the round's first section, admitted unless said otherwise.</summary>
    public async Task<Proposal> WithPlan(Round round, string title, long euros, bool admitted = true, Account? by = null, Section? section = null)
    {
        var at = round.SubmissionOpens.Instant.AddHours(1);
        var plan = new Proposal
        {
            FundId = Fund.Id, RoundId = round.Id, Number = ++plans, AccountId = (by ?? Resident).Id, Title = title,
            Summary = title + " voor de hele straat.", Story = "Dit willen we samen met de buren doen.", Team = "Buren van de Lijsterstraat",
            SectionId = (section ?? round.Sections[0]).Id, ThemeId = round.Themes[0].Id, WholeNeighbourhood = true,
            CreatedAt = at, SavedAt = at,
        };
        plan.Costs.Add(new CostLine { FundId = Fund.Id, Position = 1, What = "Materiaal", Amount = Cents.Euros(euros) });
        plan.Acts.Add(new ProposalAct { FundId = Fund.Id, Kind = ProposalActKind.Submitted, Order = 1, At = at });
        if (admitted) plan.Acts.Add(new ProposalAct { FundId = Fund.Id, Kind = ProposalActKind.Admitted, Order = 2, At = at.AddDays(1) });
        await Site.Given(plan);
        return plan;
    }

    private void Act(Round round, RoundActKind kind, DateTimeOffset at) => round.Acts.Add(new RoundAct
    {
        FundId = Fund.Id, Kind = kind, At = at, AccountId = kind is RoundActKind.Sealed or RoundActKind.Counted ? null : Member.Id,
    });

    private static IEnumerable<(RoundActKind Kind, DateTimeOffset At)> ActsOf(Phase phase, Round round)
    {
        if (phase == Phase.Draft) yield break;
        yield return (RoundActKind.Approved, round.SubmissionOpens.Instant.AddDays(-7));
        if (phase == Phase.Cancelled) yield return (RoundActKind.Cancelled, round.SubmissionOpens.Instant.AddDays(1));
        if (phase is not (Phase.Voting or Phase.Counting or Phase.Decided or Phase.CarryingOut or Phase.Closed)) yield break;
        yield return (RoundActKind.BallotFrozen, round.VotingOpens.Instant.AddDays(-5));
        yield return (RoundActKind.TieLotDrawn, round.VotingOpens.Instant.AddDays(-5));
        yield return (RoundActKind.CodesConfirmed, round.VotingOpens.Instant.AddDays(-3));
        if (phase is Phase.Voting or Phase.Counting) yield break;
        yield return (RoundActKind.Sealed, round.VotingCloses.Instant.AddSeconds(30));
        yield return (RoundActKind.Counted, round.VotingCloses.Instant.AddMinutes(1));
        if (phase == Phase.Decided) yield break;
        yield return (RoundActKind.Confirmed, round.VotingCloses.Instant.AddDays(1));
        if (phase == Phase.Closed) yield return (RoundActKind.Closed, round.VotingCloses.Instant.AddDays(2));
    }
}
