using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation;

/// <summary>The true reason, one for every plan on the ballot.</summary>
public enum ResultReason { Elected, DidNotFit, NoVotes }

/// <summary>What told this plan apart from others with as many votes, where that decided who is elected.</summary>
public enum TieDecision { None, Price, Lot }

/// <summary>What became of one plan, and why. Final, the database refuses change.</summary>
public sealed class PlanResult : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid SectionResultId { get; init; }
    public required Guid BallotPlanId { get; init; }
    /// <summary>The plan as it stood on the ballot: number, title, cost.</summary>
    public BallotPlan Plan { get; init; } = null!;
    public required long Votes { get; init; }
    /// <summary>Its turn in the count, from 1.</summary>
    public required int Place { get; init; }
    /// <summary>As the how-manieth it was elected; null when it was not.</summary>
    public int? ElectedAs { get; init; }
    public required ResultReason Reason { get; init; }
    /// <summary>What the section still had when it was this plan's turn.</summary>
    public required Cents LeftAtItsTurn { get; init; }
    public TieDecision Tie { get; init; }
    /// <summary>The numbers of the plans it was tied with, where that decided.</summary>
    public string TiedWith { get; init; } = "";

    public bool IsElected => ElectedAs is not null;
}

internal sealed class PlanResultMapping : IEntityTypeConfiguration<PlanResult>
{
    public void Configure(EntityTypeBuilder<PlanResult> result)
    {
        result.HasIndex(r => new { r.FundId, r.BallotPlanId }).IsUnique();
        result.HasIndex(r => new { r.FundId, r.SectionResultId, r.Place }).IsUnique();
        result.Property(r => r.TiedWith).HasMaxLength(4000);
        result.HasOne(r => r.Plan).WithMany().HasForeignKey(r => r.BallotPlanId).OnDelete(DeleteBehavior.Restrict);
    }
}
