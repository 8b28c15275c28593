using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>
/// A plan as it stands on the ballot: a copy made when the ballot was frozen, so that nothing that happens to the
/// proposal later can change what people voted on. Final: the database refuses change and removal.
/// </summary>
public sealed class BallotPlan : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid RoundId { get; init; }
    public required Guid SectionId { get; init; }
    public required Guid ProposalId { get; init; }
    /// <summary>The plan's one public number, the same on flyers, paper and screen.</summary>
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public string Story { get; init; } = "";
    public string OwnPart { get; init; } = "";
    public string Team { get; init; } = "";
    /// <summary>Empty when it is for the whole neighbourhood.</summary>
    public required string Place { get; init; }
    public required Cents Cost { get; init; }
    /// <summary>Place in the tie lot, from 1: the lower goes first.</summary>
    public required int Lot { get; init; }
}

internal sealed class BallotPlanMapping : IEntityTypeConfiguration<BallotPlan>
{
    public void Configure(EntityTypeBuilder<BallotPlan> plan)
    {
        plan.HasIndex(p => new { p.FundId, p.RoundId, p.Number }).IsUnique();
        plan.HasIndex(p => new { p.FundId, p.RoundId, p.Lot }).IsUnique();
        plan.HasIndex(p => new { p.FundId, p.ProposalId }).IsUnique();
        plan.Property(p => p.Title).HasMaxLength(100);
        plan.Property(p => p.Summary).HasMaxLength(200);
        plan.Property(p => p.Story).HasMaxLength(4000);
        plan.Property(p => p.OwnPart).HasMaxLength(1000);
        plan.Property(p => p.Team).HasMaxLength(200);
        plan.Property(p => p.Place).HasMaxLength(120);
        plan.HasOne<Round>().WithMany().HasForeignKey(p => p.RoundId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<Section>().WithMany().HasForeignKey(p => p.SectionId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<Proposal>().WithMany().HasForeignKey(p => p.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }
}
