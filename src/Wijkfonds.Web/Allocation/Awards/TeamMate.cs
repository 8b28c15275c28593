using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>A neighbour who does the plan together with its maker: sends the bills and the reports too.</summary>
public sealed class TeamMate : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid AwardId { get; init; }
    public required Guid AccountId { get; init; }
    public Account Account { get; init; } = null!;
    public required DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class TeamMateMapping : IEntityTypeConfiguration<TeamMate>
{
    public void Configure(EntityTypeBuilder<TeamMate> mate)
    {
        mate.HasIndex(m => new { m.FundId, m.AwardId, m.AccountId, m.AddedAt }).IsUnique();
        mate.HasIndex(m => m.AccountId);
        mate.HasOne<Award>().WithMany().HasForeignKey(m => m.AwardId).OnDelete(DeleteBehavior.Restrict);
        mate.HasOne(m => m.Account).WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
