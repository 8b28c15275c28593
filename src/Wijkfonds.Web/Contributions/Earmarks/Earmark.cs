using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>
/// A binding limit that a giver sets on part of its euros. The book knows those euros by <see cref="Id"/>; what the limit
/// is stands here, outside the hash.
/// </summary>
public sealed class Earmark : IOfFund
{
    /// <summary>Random (version 4): the reference of the bound euros in the book tells nothing by itself.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid FundId { get; init; }
    public required Guid ContributorId { get; init; }
    public Contributor Contributor { get; init; } = null!;
    /// <summary>From 1, within its contributor: the order of layers after the contributor's number.</summary>
    public required int Number { get; init; }
    public required string Name { get; set; }
    public required DateTimeOffset EnteredAt { get; init; }
    /// <summary>Null until a second member confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }
}

internal sealed class EarmarkMapping : IEntityTypeConfiguration<Earmark>
{
    public void Configure(EntityTypeBuilder<Earmark> earmark)
    {
        earmark.HasIndex(e => new { e.FundId, e.ContributorId, e.Number }).IsUnique();
        earmark.Property(e => e.Name).HasMaxLength(120);
        earmark.HasOne(e => e.Contributor).WithMany().HasForeignKey(e => e.ContributorId).OnDelete(DeleteBehavior.Restrict);
    }
}
