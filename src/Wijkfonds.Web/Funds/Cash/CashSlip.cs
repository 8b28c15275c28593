using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Cash;

/// <summary>What happens with the petty cash.</summary>
public enum CashSlipKind
{
    /// <summary>From the bank into the tin, by two members.</summary>
    Draw,
    /// <summary>Something small was bought, with its receipt.</summary>
    Spend,
    /// <summary>Two members counted the tin.</summary>
    Count,
    /// <summary>From the tin back to the bank, by two members.</summary>
    Return,
}

/// <summary>One slip of the petty cash, numbered. It is in the book from <see cref="EntrySequence"/> on; a count that agreed books nothing.</summary>
public sealed class CashSlip : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Number { get; init; }
    public required CashSlipKind Kind { get; init; }
    /// <summary>Drawn, spent, brought back, or counted in the tin.</summary>
    public required Cents Amount { get; init; }
    public string What { get; set; } = "";
    /// <summary>A draw: who fetches it, with the account it goes to; without an account it is fetched with the bank card.</summary>
    public Guid? PayeeId { get; init; }
    public Party? Payee { get; init; }
    public required DateOnly Day { get; init; }
    public required Guid EnteredBy { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }
    /// <summary>A count: what the book said at that moment.</summary>
    public Cents Expected { get; set; }
    /// <summary>From when it holds: at once for a purchase, by the second member for the others.</summary>
    public DateTimeOffset? DoneAt { get; set; }
    public long? EntrySequence { get; set; }
}

internal sealed class CashSlipMapping : IEntityTypeConfiguration<CashSlip>
{
    public void Configure(EntityTypeBuilder<CashSlip> slip)
    {
        slip.HasIndex(s => new { s.FundId, s.Number }).IsUnique();
        slip.Property(s => s.What).HasMaxLength(200);
        slip.HasOne(s => s.Payee).WithMany().HasForeignKey(s => s.PayeeId).OnDelete(DeleteBehavior.Restrict);
    }
}
