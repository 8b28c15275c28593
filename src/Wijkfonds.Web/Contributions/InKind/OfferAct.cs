using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.InKind;

public enum OfferActKind
{
    /// <summary>A second member confirmed it: from now on it counts.</summary>
    Offered,
    /// <summary>A plan's team wants so much of it.</summary>
    Accepted,
    /// <summary>The team does not need so much of what it accepted; others can have it.</summary>
    Returned,
    /// <summary>The team confirms that so much came, on a day.</summary>
    Delivered,
    /// <summary>A delivery that was confirmed by mistake is taken back; both stay.</summary>
    Corrected,
    /// <summary>The giver takes it back from a day on.</summary>
    Withdrawn,
    /// <summary>The desk typed it over from signed paper: it waits for the treasurer, who puts it to a second member.</summary>
    OnPaper,
    /// <summary>The treasurer read what the desk typed over, and it is not what the paper says: the desk types it again, as a new offer.</summary>
    SentBack,
}

/// <summary>What happened to an offer, by whom and when. Never changed: the database refuses it.</summary>
public sealed class OfferAct : IOfFund
{
    /// <summary>The form's own reference where one was posted: the same one twice is one act.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid OfferId { get; init; }
    public Offer Offer { get; init; } = null!;
    /// <summary>From 1, within its offer: of two at the same instant the second looks again.</summary>
    public required int Order { get; init; }
    public required OfferActKind Kind { get; init; }
    /// <summary>For which plan; null for what is about the whole offer.</summary>
    public Guid? ProposalId { get; init; }
    public Proposal? Proposal { get; init; }
    /// <summary>In the offer's unit; 0 for a withdrawal.</summary>
    public required int Quantity { get; init; }
    /// <summary>The day it counts for: of a delivery the day it came, of a withdrawal the first day without it.</summary>
    public required DateOnly Day { get; init; }
    /// <summary>The order of the delivery that a correction takes back; of an offer typed over again, the number of the one that was sent back.</summary>
    public int? About { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }
    public OfferNote? Note { get; init; }
}

/// <summary>What somebody said with an act: a reason, a word of thanks. Apart from it, because words can be erased and acts cannot.</summary>
public sealed class OfferNote : IOfFund
{
    public const int Longest = 500;

    public required Guid ActId { get; init; }
    public required Guid FundId { get; init; }
    public required string Words { get; set; }
}

internal sealed class OfferActMapping : IEntityTypeConfiguration<OfferAct>, IEntityTypeConfiguration<OfferNote>
{
    public void Configure(EntityTypeBuilder<OfferAct> act)
    {
        act.HasIndex(a => new { a.FundId, a.OfferId, a.Order }).IsUnique();
        act.HasOne(a => a.Proposal).WithMany().HasForeignKey(a => a.ProposalId).OnDelete(DeleteBehavior.Restrict);
        act.HasOne(a => a.Note).WithOne().HasForeignKey<OfferNote>(n => n.ActId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OfferNote> note)
    {
        note.HasKey(n => n.ActId);
        note.Property(n => n.Words).HasMaxLength(OfferNote.Longest);
    }
}
