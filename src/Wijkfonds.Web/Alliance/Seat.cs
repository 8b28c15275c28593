using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Alliance;

public enum SeatOrigin { Lot, Election, Organisation, Appointed }

/// <summary>Which table a seat stands at. The desk helps; the audit committee and the accountant read; only the alliance decides.</summary>
public enum Body
{
    Alliance, AuditCommittee, Desk,
    /// <summary>From outside: sees what the audit committee sees, until its term ends by itself.</summary>
    Accountant,
}

public enum Post { Member, Chair, Treasurer }

/// <summary>A place in the alliance, at the audit committee or at the desk, held by one person for a term. Rights follow from it.</summary>
public sealed class Seat : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Number { get; init; }
    public required Body Body { get; init; }
    public required SeatOrigin Origin { get; init; }
    public Post Post { get; set; }
    /// <summary>The organisation that fills it; empty for a resident's seat.</summary>
    public string Organisation { get; set; } = "";
    /// <summary>Null while vacant, or while its holder has no account.</summary>
    public Guid? AccountId { get; set; }
    /// <summary>The name the holder chose to show; empty while vacant.</summary>
    public string PublicName { get; set; } = "";
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset Until { get; set; }

    public bool IsHeldAt(DateTimeOffset now) => From <= now && now < Until;
}

internal sealed class SeatMapping : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> seat)
    {
        seat.HasIndex(s => new { s.FundId, s.Body, s.Number, s.From }).IsUnique();
        seat.HasIndex(s => new { s.FundId, s.AccountId });
        seat.Property(s => s.Organisation).HasMaxLength(120);
        seat.Property(s => s.PublicName).HasMaxLength(80);
    }
}
