using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Notifications;

/// <summary>Somebody asked to be told when voting opens, when it nearly closes, and what came out.</summary>
public sealed class Reminder : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid RoundId { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    /// <summary>Stands in the link under each mail; whoever has the mail may stop the mails, without signing in.</summary>
    public string StopToken { get; init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.HasIndex(r => new { r.FundId, r.RoundId, r.AccountId }).IsUnique();
        reminder.HasIndex(r => new { r.FundId, r.StopToken }).IsUnique();
        reminder.Property(r => r.StopToken).HasMaxLength(32);
    }
}
