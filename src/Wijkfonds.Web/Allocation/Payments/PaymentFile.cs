using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>A file of released money, made for the bank.</summary>
public sealed class PaymentFile : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Number { get; init; }
    /// <summary>How the bank knows the file; never the same twice.</summary>
    public required string MessageId { get; init; }
    public required string Holder { get; init; }
    public required string Iban { get; init; }
    public required DateOnly ExecuteOn { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required Guid MadeBy { get; init; }
    public List<PaymentExport> Payments { get; init; } = [];

    /// <summary>How the bank knows the payments in it together (PmtInfId), where it books them as one line.</summary>
    public string Batch => MessageId + "-A";
}

/// <summary>One payment as it went into a file. While it is not withdrawn, what it pays goes into no other.</summary>
public sealed class PaymentExport : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid FileId { get; init; }
    /// <summary>What it pays: the payment to a plan, own cost, cash slip or refund (<see cref="Outgoing.Id"/>).</summary>
    public required Guid Subject { get; init; }
    public required int Position { get; init; }
    public required string Reference { get; init; }
    public required Cents Amount { get; init; }
    public required string Name { get; set; }
    public required string Iban { get; set; }
    public required string Text { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
}

/// <summary>A receiver's other bank account: proposed with a note of the call that checked it, agreed by a second member, and used two days later.</summary>
public sealed class IbanChange : IOfFund
{
    public static readonly TimeSpan Wait = TimeSpan.FromHours(48);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid PartyId { get; init; }
    public required string Iban { get; set; }
    /// <summary>Who was called, on which number that was known before, and what they said.</summary>
    public required string Note { get; set; }
    public required DateTimeOffset ProposedAt { get; init; }
    public DateTimeOffset? AgreedAt { get; set; }
    public DateTimeOffset? UsableFrom { get; set; }
}

internal sealed class PaymentFileMapping : IEntityTypeConfiguration<PaymentFile>, IEntityTypeConfiguration<PaymentExport>, IEntityTypeConfiguration<IbanChange>
{
    public void Configure(EntityTypeBuilder<PaymentFile> file)
    {
        file.HasIndex(f => new { f.FundId, f.Number }).IsUnique();
        file.HasIndex(f => new { f.FundId, f.MessageId }).IsUnique();
        file.Ignore(f => f.Batch);
        file.Property(f => f.MessageId).HasMaxLength(33);
        file.Property(f => f.Holder).HasMaxLength(120);
        file.Property(f => f.Iban).HasMaxLength(34);
        file.HasMany(f => f.Payments).WithOne().HasForeignKey(p => p.FileId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PaymentExport> export)
    {
        export.HasIndex(e => new { e.FundId, e.FileId, e.Position }).IsUnique();
        export.HasIndex(e => new { e.FundId, e.Subject });
        export.Property(e => e.Reference).HasMaxLength(35);
        export.Property(e => e.Name).HasMaxLength(120);
        export.Property(e => e.Iban).HasMaxLength(34);
        export.Property(e => e.Text).HasMaxLength(300);
    }

    public void Configure(EntityTypeBuilder<IbanChange> change)
    {
        change.HasIndex(c => new { c.FundId, c.PartyId, c.ProposedAt }).IsUnique();
        change.Property(c => c.Iban).HasMaxLength(34);
        change.Property(c => c.Note).HasMaxLength(500);
    }
}
