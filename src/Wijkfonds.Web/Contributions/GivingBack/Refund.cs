using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.GivingBack;

/// <summary>Money that goes back to who gave it: in the book once a second member saw it leave the bank too.</summary>
public sealed class Refund : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid ContributorId { get; init; }
    public Contributor Contributor { get; init; } = null!;
    /// <summary>Null: from the giver's unbound euros.</summary>
    public Guid? EarmarkId { get; init; }
    public Earmark? Earmark { get; init; }
    public required Cents Amount { get; init; }
    /// <summary>The day on the bank's list.</summary>
    public required DateOnly ValueDate { get; init; }
    public required string Reason { get; set; }
    public required DateTimeOffset EnteredAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public long? EntrySequence { get; set; }
}

internal sealed class RefundMapping : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> refund)
    {
        refund.HasIndex(r => new { r.FundId, r.ContributorId, r.ValueDate });
        refund.Property(r => r.Reason).HasMaxLength(500);
        refund.HasOne(r => r.Contributor).WithMany().HasForeignKey(r => r.ContributorId).OnDelete(DeleteBehavior.Restrict);
        refund.HasOne(r => r.Earmark).WithMany().HasForeignKey(r => r.EarmarkId).OnDelete(DeleteBehavior.Restrict);
    }
}
