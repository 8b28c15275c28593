using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>A vote that is over: a frozen ballot and the shuffled ballots of a sealed box, as rows of a past. The box itself is another's test.</summary>
public sealed partial class Neighbourhood
{
    /// <summary>A round whose box is sealed and not counted yet, with these plans on its ballot; the last of them goes first in the tie lot.</summary>
    public async Task<Round> WithSealedRound((string Title, long Euros)[] plans, string[] ballots, BallotType type = BallotType.Approval, long budget = 10_000)
    {
        var round = await WithRound(Phase.Counting, type, 3, ("Hele wijk", budget));
        var proposals = new List<Proposal>();
        foreach (var (title, euros) in plans) proposals.Add(await WithPlan(round, title, euros));
        await WithSealedBallots(round, [.. proposals.AsEnumerable().Reverse()], ballots);
        return round;
    }

    /// <param name="inLotOrder">The plans on the ballot, in the order of the tie lot.</param>
    /// <param name="ballots">For each the places of the plans that it chooses, from 1: "1,3", or "" for a blank one.</param>
    public async Task WithSealedBallots(Round round, IReadOnlyList<Proposal> inLotOrder, IReadOnlyList<string> ballots)
    {
        var numbers = inLotOrder.Select(p => p.Number!.Value).Order().ToList();
        await Site.Given([.. inLotOrder.Select((plan, i) => new BallotPlan
        {
            FundId = Fund.Id, RoundId = round.Id, SectionId = plan.SectionId!.Value, ProposalId = plan.Id, Number = plan.Number!.Value,
            Title = plan.Title, Summary = plan.Summary, Place = "", Cost = plan.Asked, Lot = i + 1,
        }), .. ballots.Select((ballot, i) => new SealedBallot
        {
            FundId = Fund.Id, RoundId = round.Id, Row = i + 1,
            Choices = SealedBallot.Write(ballot.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(place => numbers[int.Parse(place) - 1])),
        })]);
        await WithAct(round, RoundActKind.Sealed);
    }
}
