using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.OwnCosts;

/// <summary>What the alliance itself needs money for.</summary>
public enum AllianceCostKind
{
    /// <summary>A room, printing, postage, coffee.</summary>
    Costs,
    /// <summary>A neighbour who is paid to help others.</summary>
    Helper,
}

/// <summary>A cost of the alliance: prepared by the treasurer, released by another member, within the share that the fund's rules allow.</summary>
public sealed class AllianceCost : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Number { get; init; }
    public required AllianceCostKind Kind { get; init; }
    public required Cents Amount { get; init; }
    public required Guid PayeeId { get; init; }
    public Party Payee { get; init; } = null!;
    /// <summary>Public: no name of a private person.</summary>
    public string What { get; set; } = "";
    public required Guid PreparedBy { get; init; }
    public required DateTimeOffset PreparedAt { get; init; }
    public DateTimeOffset? ReleasedAt { get; set; }
    public long? EntrySequence { get; set; }
}

internal sealed class AllianceCostMapping : IEntityTypeConfiguration<AllianceCost>
{
    public void Configure(EntityTypeBuilder<AllianceCost> cost)
    {
        cost.HasIndex(c => new { c.FundId, c.Number }).IsUnique();
        cost.Property(c => c.What).HasMaxLength(200);
        cost.HasOne(c => c.Payee).WithMany().HasForeignKey(c => c.PayeeId).OnDelete(DeleteBehavior.Restrict);
    }
}
