using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours.Hosting;

/// <summary>A seat that waits for somebody: the link in the mail takes it, once.</summary>
public sealed class Invitation : IOfFund
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid SeatId { get; init; }
    public required string Email { get; set; }
    /// <summary>The token itself stands in the mail only.</summary>
    public required string TokenHash { get; init; }
    public required DateTimeOffset InvitedAt { get; init; }
    public required DateTimeOffset Until { get; init; }
    public DateTimeOffset? AcceptedAt { get; set; }

    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.HasIndex(i => new { i.FundId, i.TokenHash }).IsUnique();
        invitation.Property(i => i.Email).HasMaxLength(254);
        invitation.Property(i => i.TokenHash).HasMaxLength(64);
    }
}
