using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Funds.Bank.Reading;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>A file of the bank that was read in. The original stands in files/ under its SHA-256.</summary>
public sealed class BankFile : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    /// <summary>From 1, in the order of reading.</summary>
    public required int Number { get; init; }
    public required string Sha256 { get; init; }
    /// <summary>What it was called when it was brought; empty for files of before that was kept.</summary>
    public string Name { get; init; } = "";
    public required BankFormat Format { get; init; }
    public required int Bytes { get; init; }
    public required DateTimeOffset ReadAt { get; init; }
    public required Guid ReadBy { get; init; }
    public List<BankStatement> Statements { get; init; } = [];
}

/// <summary>One list in such a file: the account over some days, with the bank's own balances where it gives them.</summary>
public sealed class BankStatement : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid FileId { get; init; }
    public required int Position { get; init; }
    public required string Number { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public long? Opening { get; init; }
    public long? Closing { get; init; }
    public List<BankLine> Lines { get; init; } = [];

    public Cents? Opens => Opening is { } cents ? new Cents(cents) : null;
    public Cents? Closes => Closing is { } cents ? new Cents(cents) : null;
}

internal sealed class BankFileMapping : IEntityTypeConfiguration<BankFile>, IEntityTypeConfiguration<BankStatement>
{
    public void Configure(EntityTypeBuilder<BankFile> file)
    {
        file.HasIndex(f => new { f.FundId, f.Number }).IsUnique();
        // The same file twice is one file, whatever two requests do at once.
        file.HasIndex(f => new { f.FundId, f.Sha256 }).IsUnique();
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.Property(f => f.Name).HasMaxLength(120);
        file.HasMany(f => f.Statements).WithOne().HasForeignKey(s => s.FileId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BankStatement> statement)
    {
        statement.HasIndex(s => new { s.FundId, s.FileId, s.Position }).IsUnique();
        statement.Property(s => s.Number).HasMaxLength(60);
        statement.Ignore(s => s.Opens);
        statement.Ignore(s => s.Closes);
        statement.HasMany(s => s.Lines).WithOne().HasForeignKey(l => l.StatementId).OnDelete(DeleteBehavior.Restrict);
    }
}
