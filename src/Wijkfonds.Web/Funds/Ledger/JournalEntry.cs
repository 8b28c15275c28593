using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>What happened with the money. Order and names are part of the canonical text; only add at the end.</summary>
public enum EntryKind
{
    Deposit, Reservation, Release, Award, Payment, Reversal,
    /// <summary>What the bank took for its own work.</summary>
    BankCosts,
    Interest,
    /// <summary>A payment that came back from the bank: takes the payment's entry back, on the day the bank says.</summary>
    ReturnedPayment,
    /// <summary>Promised money that a plan did not need.</summary>
    Lapse,
    /// <summary>More promised to a plan, by decision; also a later year of it whose money arrived.</summary>
    Supplement,
    /// <summary>A team gives back what was paid and not needed.</summary>
    Repayment,
    /// <summary>From the bank into the petty cash, and back.</summary>
    CashDraw, CashBack,
    CashSpend,
    /// <summary>What a count by two found more or less than the book says.</summary>
    CashDifference,
    /// <summary>What the alliance itself costs, paid by bank.</summary>
    AllianceCosts,
    /// <summary>Money back to who gave it.</summary>
    GivenBack,
}

/// <summary>The accounts of the fund's book. Debit is positive, credit negative.</summary>
public enum LedgerAccount
{
    /// <summary>Money on the bank (asset).</summary>
    Bank,
    /// <summary>Money of the fund that nothing is promised of.</summary>
    Free,
    /// <summary>Money set apart for a section of a round; its lines name the section.</summary>
    Reserved,
    /// <summary>Money promised to a plan; its lines name the award.</summary>
    Awarded,
    /// <summary>Coins and notes in the petty cash (asset). The same euros stand as Reserved under the fund itself, so that nobody promises them.</summary>
    Cash,
}

/// <summary>One balanced, final line in the fund's history. Never changed, never deleted; the database refuses it too.</summary>
public sealed class JournalEntry : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required long Sequence { get; init; }
    public required EntryKind Kind { get; init; }
    public required DateOnly ValueDate { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    /// <summary>The sequence of the entry that this one takes back.</summary>
    public long? Reverses { get; init; }
    /// <summary>What it is about, as a reference: a deposit, a section, an award, a payment.</summary>
    public required Guid Subject { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
    public List<JournalLine> Lines { get; init; } = [];

    /// <summary>The lines that say how much it moved and whose: the debits. Where money goes between bank and cash, what is set aside for it moves along and does not count again.</summary>
    public IEnumerable<JournalLine> Moves
    {
        get
        {
            var between = Lines.Any(l => l.Account == LedgerAccount.Cash) && Lines.Any(l => l.Account == LedgerAccount.Bank);
            return Lines.Where(l => l.Amount > Cents.Zero && (!between || l.Account is LedgerAccount.Cash or LedgerAccount.Bank));
        }
    }

    public Cents Amount => Moves.Aggregate(Cents.Zero, (sum, l) => sum + l.Amount);
}

/// <summary>
/// One amount on one account. Party is the random reference of the <see cref="Layer"/> whose euros these are: a contributor's
/// party for unbound euros, an earmark for bound ones. <see cref="Layers"/> knows which is whose, outside the hash.
/// </summary>
public sealed class JournalLine : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid EntryId { get; init; }
    public required int Position { get; init; }
    public required LedgerAccount Account { get; init; }
    public required Guid Party { get; init; }
    /// <summary>The section (Reserved) or award (Awarded) that the amount belongs to; the fund itself where it is set aside for the petty cash; on the bank the award that a repayment belongs to.</summary>
    public Guid? Subject { get; init; }
    public required Cents Amount { get; init; }
}

/// <summary>The newest entry of a fund: advanced by a guarded update in the transaction that books.</summary>
public sealed class LedgerHead : IOfFund
{
    public required Guid FundId { get; init; }
    public long Sequence { get; set; }
    public required string Hash { get; set; }
}

internal sealed class JournalMapping : IEntityTypeConfiguration<JournalEntry>, IEntityTypeConfiguration<JournalLine>, IEntityTypeConfiguration<LedgerHead>
{
    public void Configure(EntityTypeBuilder<JournalEntry> entry)
    {
        entry.HasIndex(e => new { e.FundId, e.Sequence }).IsUnique();
        entry.HasIndex(e => new { e.FundId, e.Subject });
        entry.Property(e => e.Hash).HasMaxLength(64);
        entry.Property(e => e.PreviousHash).HasMaxLength(64);
        entry.Ignore(e => e.Moves);
        entry.Ignore(e => e.Amount);
        entry.HasMany(e => e.Lines).WithOne().HasForeignKey(l => l.EntryId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<JournalLine> line)
    {
        line.HasIndex(l => new { l.FundId, l.EntryId, l.Position }).IsUnique();
        line.HasIndex(l => new { l.FundId, l.Account, l.Party });
        // What is left of a section or an award is asked on every page with a pot.
        line.HasIndex(l => new { l.FundId, l.Subject });
    }

    public void Configure(EntityTypeBuilder<LedgerHead> head)
    {
        head.HasKey(h => h.FundId);
        head.Property(h => h.Hash).HasMaxLength(64);
    }
}
