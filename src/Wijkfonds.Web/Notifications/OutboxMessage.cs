using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Wijkfonds.Web.Notifications;

/// <summary>A mail that waits to leave. Written in the transaction of the act it tells of; sent after commit by a job.</summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid? FundId { get; init; }
    /// <summary>What makes it unique ("result/3/account"): the same notice written twice is sent once.</summary>
    public required string Key { get; init; }
    public required string To { get; init; }
    public required string Subject { get; set; }
    public required string Body { get; set; }
    /// <summary>Holds a link that opens a door: emptied once sent.</summary>
    public bool IsSecret { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public DateTimeOffset DueAt { get; set; }
    /// <summary>What it says is no longer true from here on ("you can vote"): not sent any more. Null where it stays true.</summary>
    public DateTimeOffset? NotAfter { get; init; }
    public DateTimeOffset? SentAt { get; set; }
    /// <summary>A server is sending it until this moment; guarded, so that two servers do not send it twice.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }
    /// <summary>After many failures; the host sees it.</summary>
    public DateTimeOffset? GivenUpAt { get; set; }
    public int Attempts { get; set; }
    public string LastError { get; set; } = "";
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.HasIndex(m => m.Key).IsUnique();
        message.HasIndex(m => new { m.SentAt, m.DueAt });
        message.Property(m => m.Key).HasMaxLength(200);
        message.Property(m => m.To).HasMaxLength(254);
        message.Property(m => m.Subject).HasMaxLength(200);
        message.Property(m => m.LastError).HasMaxLength(500);
    }
}
