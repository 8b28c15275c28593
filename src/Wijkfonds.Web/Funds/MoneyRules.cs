using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds;

/// <summary>A fund's own rules about money, decided by two members: its bank account and its limits.</summary>
public sealed class MoneyRules : IOfFund
{
    public required Guid FundId { get; init; }
    /// <summary>The fund's own bank account, of its legal holder; empty until it is decided.</summary>
    public string Iban { get; set; } = "";
    /// <summary>In whose name it stands.</summary>
    public string Holder { get; set; } = "";
    /// <summary>Awards below it account with a photo and three sentences.</summary>
    public Cents LimitA { get; set; } = Cents.Euros(500);
    /// <summary>Awards below it keep their receipts and show them when asked; from it on with milestones and receipts.</summary>
    public Cents LimitB { get; set; } = Cents.Euros(2_500);
    /// <summary>What the alliance itself may cost in a year, in whole per cents of what was received in that year.</summary>
    public int AllianceShare { get; set; } = 10;
    public Cents CashMaximum { get; set; } = Cents.Euros(250);
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The fund's rules, or those that hold until it decides its own.</summary>
    public static async Task<MoneyRules> Of(WijkfondsContext db, Guid fund) =>
        await db.Set<MoneyRules>().SingleOrDefaultAsync(r => r.FundId == fund) ?? new MoneyRules { FundId = fund };
}

internal sealed class MoneyRulesMapping : IEntityTypeConfiguration<MoneyRules>
{
    public void Configure(EntityTypeBuilder<MoneyRules> rules)
    {
        rules.HasKey(r => r.FundId);
        rules.Property(r => r.Iban).HasMaxLength(34);
        rules.Property(r => r.Holder).HasMaxLength(120);
    }
}
