using System.Security.Cryptography;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Proposals;

/// <summary>A plan: what a resident wants to do, with its costs. A draft until it has a number.</summary>
public sealed class Proposal : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid RoundId { get; init; }
    public Round Round { get; init; } = null!;
    /// <summary>Its one public number within the round, given when it is submitted; null for a draft.</summary>
    public int? Number { get; set; }
    public required Guid AccountId { get; init; }
    /// <summary>The letters of its maker's own address, /mijn/plannen/{Handle}: they say nothing and cannot be guessed.</summary>
    public string Handle { get; init; } = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 10);
    public string Title { get; set; } = "";
    /// <summary>One sentence for lists and the ballot.</summary>
    public string Summary { get; set; } = "";
    public string Story { get; set; } = "";
    public Guid? SectionId { get; set; }
    public Section? Section { get; init; }
    public Guid? ThemeId { get; set; }
    public Theme? Theme { get; init; }
    /// <summary>A place of the plan, never a home; empty when it is for the whole neighbourhood.</summary>
    public string Place { get; set; } = "";
    public bool WholeNeighbourhood { get; set; }
    /// <summary>What neighbours and companies bring themselves.</summary>
    public string OwnPart { get; set; } = "";
    /// <summary>Who carries it out, in the public words of its makers.</summary>
    public string Team { get; set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset SavedAt { get; set; }
    /// <summary>Raised at each save: a stale form is refused instead of overwriting newer words.</summary>
    public int Revision { get; set; }
    public List<CostLine> Costs { get; init; } = [];
    public List<ProposalAct> Acts { get; init; } = [];

    /// <summary>What is asked: the sum of the cost lines.</summary>
    public Cents Asked => Costs.Aggregate(Cents.Zero, (sum, line) => sum + line.Amount);

    public ProposalAct? LastAct => Acts.OrderBy(a => a.At).ThenBy(a => a.Order).LastOrDefault();

    /// <summary>The lines become these, in this order; rows that stay keep their place.</summary>
    public void SetCosts(IReadOnlyList<PlanCost> costs)
    {
        var old = Costs.OrderBy(c => c.Position).ToList();
        foreach (var gone in old.Skip(costs.Count)) Costs.Remove(gone);
        for (var i = 0; i < costs.Count; i++)
        {
            if (i < old.Count) (old[i].What, old[i].Amount) = (costs[i].What, new Cents(costs[i].Cents));
            else Costs.Add(new CostLine { FundId = FundId, ProposalId = Id, Position = i + 1, What = costs[i].What, Amount = new Cents(costs[i].Cents) });
        }
    }

    /// <summary>The next thing that happens to it, in order.</summary>
    public ProposalAct Next(ProposalActKind kind, DateTimeOffset at, ReviewReason reason = ReviewReason.None, string words = "") => new()
    {
        FundId = FundId, ProposalId = Id, Kind = kind, Order = 1 + Acts.Select(a => a.Order).DefaultIfEmpty().Max(), At = at, Reason = reason, Words = words,
    };

    public bool IsSubmitted => Number is not null;
    public bool IsUnderReview => LastAct?.Kind is ProposalActKind.Submitted or ProposalActKind.Resubmitted;
    public bool IsAdmitted => LastAct?.Kind is ProposalActKind.Admitted or ProposalActKind.Moved;
}

public sealed class CostLine : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid ProposalId { get; init; }
    public required int Position { get; init; }
    public required string What { get; set; }
    public required Cents Amount { get; set; }
}

public enum ProposalActKind
{
    Submitted, ChangesAsked, Resubmitted, Admitted, Refused, Withdrawn,
    /// <summary>Admitted, and put in another section since.</summary>
    Moved,
}

/// <summary>The public reasons for which a plan can be refused.</summary>
public enum ReviewReason { None, NotInNeighbourhood, NotAllowedByLaw, OwnerSaysNo, CostsNotRealistic, ForProfitOfOne, AlreadyDone, NotThisRound }

/// <summary>What happened to a plan, when, and the public reason.</summary>
public sealed class ProposalAct : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid ProposalId { get; init; }
    public required ProposalActKind Kind { get; init; }
    public required int Order { get; init; }
    public required DateTimeOffset At { get; init; }
    public ReviewReason Reason { get; init; }
    public string Words { get; init; } = "";
}

/// <summary>The plan as it was at a submission, kept so that versions can be compared.</summary>
public sealed class ProposalVersion : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid ProposalId { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>JSON of what others could read.</summary>
    public required string Text { get; init; }
}
