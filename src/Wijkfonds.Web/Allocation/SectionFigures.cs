using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation;

/// <summary>What a section's result means for the voters, and what other rules would have given: derived from the sealed ballots, once, after the count.</summary>
public sealed class SectionFigures : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid SectionResultId { get; init; }
    /// <summary>A <see cref="Figures"/>.</summary>
    public required string Text { get; init; }
}

internal sealed class SectionFiguresMapping : IEntityTypeConfiguration<SectionFigures>
{
    public void Configure(EntityTypeBuilder<SectionFigures> figures)
    {
        figures.HasIndex(f => new { f.FundId, f.SectionResultId }).IsUnique();
        figures.HasOne<SectionResult>().WithMany().HasForeignKey(f => f.SectionResultId).OnDelete(DeleteBehavior.Restrict);
    }
}
