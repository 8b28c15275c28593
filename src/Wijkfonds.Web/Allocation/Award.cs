using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation;

/// <summary>Money promised to a plan that won.</summary>
public sealed class Award : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Number { get; init; }
    public required Guid ProposalId { get; init; }
    public Proposal Proposal { get; init; } = null!;
    public required Cents Amount { get; init; }
    public required DateTimeOffset BookedAt { get; init; }
    public required long EntrySequence { get; init; }
    public List<Payment> Payments { get; init; } = [];
    /// <summary>Empty for an award of before there were parts: then all of it can be paid, and nothing is asked.</summary>
    public List<AwardPart> Parts { get; init; } = [];
    /// <summary>Two members closed it: nothing is paid any more, and what was left went back.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>An instalment: prepared by one member, released by another who does not receive it.</summary>
public sealed class Payment : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Number { get; init; }
    public Guid AwardId { get; init; }
    public Award Award { get; init; } = null!;
    public required Cents Amount { get; init; }
    public required Guid PayeeId { get; init; }
    public Party Payee { get; init; } = null!;
    public string Purpose { get; init; } = "";
    public required Guid PreparedBy { get; init; }
    public required DateTimeOffset PreparedAt { get; init; }
    public Guid? ReleasedBy { get; set; }
    public DateTimeOffset? ReleasedAt { get; set; }
    public long? EntrySequence { get; set; }
}

internal sealed class AwardMapping : IEntityTypeConfiguration<Award>, IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Award> award)
    {
        award.HasIndex(a => new { a.FundId, a.Number }).IsUnique();
        award.HasIndex(a => new { a.FundId, a.ProposalId }).IsUnique();
        award.HasOne(a => a.Proposal).WithMany().HasForeignKey(a => a.ProposalId).OnDelete(DeleteBehavior.Restrict);
        award.HasMany(a => a.Payments).WithOne(p => p.Award).HasForeignKey(p => p.AwardId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.HasIndex(p => new { p.FundId, p.Number }).IsUnique();
        payment.Property(p => p.Purpose).HasMaxLength(200);
        payment.HasOne(p => p.Payee).WithMany().HasForeignKey(p => p.PayeeId).OnDelete(DeleteBehavior.Restrict);
    }
}
