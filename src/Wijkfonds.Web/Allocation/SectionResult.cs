using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation;

/// <summary>What a section's count came to. Written once, by the count; final, the database refuses change.</summary>
public sealed class SectionResult : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid RoundId { get; init; }
    public required Guid SectionId { get; init; }
    public Section Section { get; init; } = null!;
    public required Cents Budget { get; init; }
    public required Cents Spent { get; init; }
    /// <summary>All ballots of the round, blank ones too: every ballot speaks about every section.</summary>
    public required long Ballots { get; init; }
    public required DateTimeOffset CountedAt { get; init; }
    public List<PlanResult> Plans { get; init; } = [];

    public Cents Left => Budget - Spent;

    public IEnumerable<PlanResult> Elected => Plans.Where(p => p.IsElected).OrderBy(p => p.ElectedAs);
    public IEnumerable<PlanResult> Others => Plans.Where(p => !p.IsElected).OrderBy(p => p.Place);
}

internal sealed class SectionResultMapping : IEntityTypeConfiguration<SectionResult>
{
    public void Configure(EntityTypeBuilder<SectionResult> result)
    {
        // A section is counted once: of two servers that count at the same moment, one is refused here.
        result.HasIndex(r => new { r.FundId, r.SectionId }).IsUnique();
        result.HasIndex(r => new { r.FundId, r.RoundId });
        result.Ignore(r => r.Elected);
        result.Ignore(r => r.Others);
        result.HasOne(r => r.Section).WithMany().HasForeignKey(r => r.SectionId).OnDelete(DeleteBehavior.Restrict);
        result.HasMany(r => r.Plans).WithOne().HasForeignKey(p => p.SectionResultId).OnDelete(DeleteBehavior.Restrict);
    }
}
