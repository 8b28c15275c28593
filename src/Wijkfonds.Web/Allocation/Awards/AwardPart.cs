using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>What a team shows for its money: the more money, the more. Always a photo and three sentences.</summary>
public enum Accounting
{
    /// <summary>Nothing beside them.</summary>
    Story,
    /// <summary>Receipts are kept, and shown when the sample falls on the report.</summary>
    OnRequest,
    /// <summary>Receipts with every step.</summary>
    Milestone,
}

/// <summary>A part of an award: the next is paid once the report on this one was accepted. They add up to what was promised at first; a supplement is one more, and a later year has parts of its own.</summary>
public sealed class AwardPart : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid AwardId { get; init; }
    /// <summary>From 1, within the award.</summary>
    public required int Number { get; init; }
    public required Cents Amount { get; init; }
    public required Accounting Accounting { get; init; }
    /// <summary>Promised later, by decision: it does not wait for the report on the part before it.</summary>
    public bool IsSupplement { get; init; }
    /// <summary>The later year it was promised for, where it is of one.</summary>
    public int? Year { get; init; }
    /// <summary>What the award stood at when this part was promised later: what the parts before it reached by then. Nothing for those promised at first.</summary>
    public Cents Before { get; init; }
    public List<Report> Reports { get; init; } = [];

    /// <summary>
    /// The parts of an award, by the fund's limits as they are now: below A one, below B two halves, from B on three steps of two,
    /// two and one fifth. By largest remainder, ties to the earlier part.
    /// </summary>
    public static IReadOnlyList<AwardPart> For(Guid fund, Guid award, Cents amount, MoneyRules rules)
    {
        var (accounting, weights) = amount < rules.LimitA ? (Accounting.Story, new long[] { 1 })
            : amount < rules.LimitB ? (Accounting.OnRequest, [1, 1])
            : (Accounting.Milestone, new long[] { 2, 2, 1 });
        return [.. Division.InProportion(amount, weights).Where(part => part > Cents.Zero).Select((part, i) => new AwardPart
        {
            FundId = fund, AwardId = award, Number = i + 1, Amount = part, Accounting = accounting,
        })];
    }

    /// <summary>The parts of a later year, after those that are there: by the same limits, and the first does not wait for a report.</summary>
    public static IEnumerable<AwardPart> ForYear(Guid fund, Guid award, int year, Cents amount, MoneyRules rules, int last, Cents before) =>
        For(fund, award, amount, rules).Select((part, i) => new AwardPart
        {
            FundId = fund, AwardId = award, Number = last + part.Number, Amount = part.Amount, Accounting = part.Accounting, IsSupplement = i == 0, Year = year, Before = i == 0 ? before : Cents.Zero,
        });
}

/// <summary>What a team tells about a part: what was done, with a photo and perhaps receipts. A member accepts it or asks for more.</summary>
public sealed class Report : IOfFund
{
    public const int LongestWords = 3000;
    public const int LongestPaper = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid PartId { get; init; }
    /// <summary>From 1, within its part: more were asked for, so there is a next.</summary>
    public required int Number { get; init; }
    public required string Words { get; init; }
    /// <summary>The team agrees that everybody reads it and sees the photo; it may take that back.</summary>
    public bool MayPublish { get; set; }
    /// <summary>Handed in on paper: where the paper with its signature lies. Empty where the team sent it itself.</summary>
    public string Paper { get; set; } = "";
    public required Guid SentBy { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    /// <summary>The newest hash of the book when it was sent: from it follows whether the sample falls on it.</summary>
    public required string SampleHead { get; init; }
    public required bool IsSampled { get; init; }
    public Guid? AnsweredBy { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public bool IsAccepted { get; set; }
    /// <summary>What is still asked for, or a word of thanks.</summary>
    public string Answer { get; set; } = "";
    public DateTimeOffset? PublishedAt { get; set; }

    public bool Waits => AnsweredAt is null;
}

/// <summary>How a team wants its money to be paid, and to whom. Nobody has to advance money.</summary>
public enum PayingWay
{
    /// <summary>The fund pays the shop or craftsman on their invoice.</summary>
    Supplier,
    /// <summary>An organisation in the neighbourhood keeps the money for the team.</summary>
    Holder,
    /// <summary>The team is itself an organisation with an account.</summary>
    OwnOrganisation,
    /// <summary>Paid before anything is bought, to one of the team.</summary>
    Advance,
    /// <summary>The team pays first and is paid back, where it prefers that.</summary>
    Refund,
}

/// <summary>What the team chose last. Held apart from the award: it names people and their accounts.</summary>
public sealed class PayWish : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid AwardId { get; init; }
    public required PayingWay Way { get; set; }
    public string Name { get; set; } = "";
    public string Iban { get; set; } = "";
    public DateTimeOffset ChosenAt { get; set; }
}

internal sealed class AwardPartMapping : IEntityTypeConfiguration<AwardPart>, IEntityTypeConfiguration<Report>, IEntityTypeConfiguration<PayWish>
{
    public void Configure(EntityTypeBuilder<AwardPart> part)
    {
        part.HasIndex(i => new { i.FundId, i.AwardId, i.Number }).IsUnique();
        part.HasOne<Award>().WithMany(a => a.Parts).HasForeignKey(i => i.AwardId).OnDelete(DeleteBehavior.Restrict);
        part.HasMany(i => i.Reports).WithOne().HasForeignKey(r => r.PartId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Report> report)
    {
        report.HasIndex(r => new { r.FundId, r.PartId, r.Number }).IsUnique();
        report.Property(r => r.Words).HasMaxLength(Report.LongestWords);
        report.Property(r => r.Answer).HasMaxLength(1000);
        report.Property(r => r.Paper).HasMaxLength(Report.LongestPaper);
        report.Property(r => r.SampleHead).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<PayWish> wish)
    {
        wish.HasIndex(w => new { w.FundId, w.AwardId }).IsUnique();
        wish.Property(w => w.Name).HasMaxLength(120);
        wish.Property(w => w.Iban).HasMaxLength(34);
        wish.HasOne<Award>().WithMany().HasForeignKey(w => w.AwardId).OnDelete(DeleteBehavior.Restrict);
    }
}
