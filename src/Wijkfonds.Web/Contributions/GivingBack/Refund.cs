using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.GivingBack;

/// <summary>Money that goes back to who gave it: prepared by the treasurer, released by a second member, and then on its way to the bank like all that is paid.</summary>
public sealed class Refund : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    /// <summary>From 1, within the fund.</summary>
    public required int Number { get; init; }
    public required Guid ContributorId { get; init; }
    public Contributor Contributor { get; init; } = null!;
    /// <summary>Null: from the giver's unbound euros.</summary>
    public Guid? EarmarkId { get; init; }
    public Earmark? Earmark { get; init; }
    public required Cents Amount { get; init; }
    /// <summary>Where it goes, where the giver's account was not known yet; kept with the giver once a second member agreed.</summary>
    public string Iban { get; set; } = "";
    /// <summary>The day in the book.</summary>
    public required DateOnly ValueDate { get; set; }
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
        refund.HasIndex(r => new { r.FundId, r.Number }).IsUnique();
        refund.Property(r => r.Iban).HasMaxLength(34);
        refund.Property(r => r.Reason).HasMaxLength(500);
        refund.HasOne(r => r.Contributor).WithMany().HasForeignKey(r => r.ContributorId).OnDelete(DeleteBehavior.Restrict);
        refund.HasOne(r => r.Earmark).WithMany().HasForeignKey(r => r.EarmarkId).OnDelete(DeleteBehavior.Restrict);
    }
}
