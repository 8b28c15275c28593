using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation;

/// <summary>The true reason, one for every plan on the ballot.</summary>
public enum ResultReason { Elected, DidNotFit, NoVotes, SupportersLack }

/// <summary>What told this plan apart from others that the rule puts equal, where that decided who is elected.</summary>
public enum TieDecision { None, Price, Votes, Lot }

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
    /// <summary>Its place on the page, from 1: by votes its turn in the count, under other rules the elected in order of selection and then the others by votes.</summary>
    public required int Place { get; init; }
    /// <summary>As the how-manieth it was elected; null when it was not.</summary>
    public int? ElectedAs { get; init; }
    public required ResultReason Reason { get; init; }
    /// <summary>What the section still had when it was this plan's turn, or dropped out; at the end where it never had a turn.</summary>
    public required Cents LeftAtItsTurn { get; init; }
    public TieDecision Tie { get; init; }
    /// <summary>The numbers of the plans it was tied with, where that decided.</summary>
    public string TiedWith { get; init; } = "";
    /// <summary>A <see cref="PlanTrace"/>; empty where votes alone decided.</summary>
    public string Trace { get; init; } = "";

    public bool IsElected => ElectedAs is not null;
}

internal sealed class PlanResultMapping : IEntityTypeConfiguration<PlanResult>
{
    public void Configure(EntityTypeBuilder<PlanResult> result)
    {
        result.HasIndex(r => new { r.FundId, r.BallotPlanId }).IsUnique();
        result.HasIndex(r => new { r.FundId, r.SectionResultId, r.Place }).IsUnique();
        result.Property(r => r.TiedWith).HasMaxLength(4000);
        result.Property(r => r.Trace).HasMaxLength(1000);
        result.HasOne(r => r.Plan).WithMany().HasForeignKey(r => r.BallotPlanId).OnDelete(DeleteBehavior.Restrict);
    }
}
