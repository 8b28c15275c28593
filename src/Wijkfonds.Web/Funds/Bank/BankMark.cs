using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>What a line, or part of it, turned out to be. Payment: any released money that left. Words: nothing in the book belongs to it, and a member says why.</summary>
public enum BankMarkKind { Deposit, Payment, Returned, Costs, Interest, Repayment, Words, Undo, Refund, CashBack }

/// <summary>Somebody said by a click what a line is. Rows are final: a wrong one is taken back by a row of its own.</summary>
public sealed class BankMark : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid LineId { get; init; }
    public required BankMarkKind Kind { get; init; }
    /// <summary>The released money, deposit, award or cash slip; the line itself for costs, interest and words; the mark that an Undo takes back.</summary>
    public required Guid Subject { get; init; }
    /// <summary>The part of the line's amount that it explains, signed like the line.</summary>
    public required Cents Amount { get; init; }
    public required DateTimeOffset MarkedAt { get; init; }
    public required Guid MarkedBy { get; init; }
    /// <summary>The entry that it booked; null where the entry was there before, or comes with a second member.</summary>
    public long? EntrySequence { get; init; }
}

internal sealed class BankMarkMapping : IEntityTypeConfiguration<BankMark>
{
    public void Configure(EntityTypeBuilder<BankMark> mark)
    {
        mark.HasIndex(m => new { m.FundId, m.LineId, m.Subject, m.MarkedAt }).IsUnique();
        mark.HasIndex(m => new { m.FundId, m.Subject });
    }
}
