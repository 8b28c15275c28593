using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>One line of the bank's list: an amount on a day. Final; what people wrote with it stands in <see cref="BankWords"/>.</summary>
public sealed class BankLine : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Number { get; init; }
    public Guid StatementId { get; init; }
    public required DateOnly BookedOn { get; init; }
    public required DateOnly ValueDate { get; init; }
    /// <summary>Positive came in, negative went out.</summary>
    public required Cents Amount { get; init; }
    /// <summary>What tells this line from every other of the account: the bank's own reference, else a hash of what it says.</summary>
    public required string Key { get; init; }
    /// <summary>The bank's own word for what kind of movement it is (domain/family/sub-family of ISO 20022); empty where it says none.</summary>
    public string Code { get; init; } = "";
    public BankWords Words { get; init; } = null!;
    public List<BankMark> Marks { get; init; } = [];

    public bool IsIncoming => Amount > Cents.Zero;
}

/// <summary>Whom a line names and what they wrote: erasable, outside what is final.</summary>
public sealed class BankWords : IOfFund
{
    public required Guid LineId { get; init; }
    public required Guid FundId { get; init; }
    public required string Name { get; set; }
    public required string Iban { get; set; }
    public required string Text { get; set; }
    public required string EndToEnd { get; set; }
    public required string Batch { get; set; }
    public required string ReturnReason { get; init; }
    /// <summary>The payments within a line that holds several (JSON of StatementPart); empty for one.</summary>
    public string Parts { get; set; } = "";
    /// <summary>Why it is right, where nothing in the book belongs to it: by a member, in words.</summary>
    public string Explanation { get; set; } = "";
    public DateTimeOffset? ErasedAt { get; set; }
}

internal sealed class BankLineMapping : IEntityTypeConfiguration<BankLine>, IEntityTypeConfiguration<BankWords>
{
    public void Configure(EntityTypeBuilder<BankLine> line)
    {
        line.HasIndex(l => new { l.FundId, l.Number }).IsUnique();
        // The same line twice is one line, in whatever file it comes.
        line.HasIndex(l => new { l.FundId, l.Key }).IsUnique();
        line.HasIndex(l => new { l.FundId, l.BookedOn, l.Number });
        line.Property(l => l.Key).HasMaxLength(120);
        line.Property(l => l.Code).HasMaxLength(35);
        line.Ignore(l => l.IsIncoming);
        line.HasOne(l => l.Words).WithOne().HasForeignKey<BankWords>(w => w.LineId).OnDelete(DeleteBehavior.Restrict);
        line.HasMany(l => l.Marks).WithOne().HasForeignKey(m => m.LineId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BankWords> words)
    {
        words.HasKey(w => w.LineId);
        words.Property(w => w.Name).HasMaxLength(140);
        words.Property(w => w.Iban).HasMaxLength(34);
        words.Property(w => w.Text).HasMaxLength(1000);
        words.Property(w => w.EndToEnd).HasMaxLength(70);
        words.Property(w => w.Batch).HasMaxLength(70);
        words.Property(w => w.ReturnReason).HasMaxLength(70);
        words.Property(w => w.Explanation).HasMaxLength(500);
        words.HasIndex(w => new { w.FundId, w.EndToEnd });
    }
}
