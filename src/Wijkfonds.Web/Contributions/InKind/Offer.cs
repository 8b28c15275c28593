using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.InKind;

public enum OfferKind { Hours, Room, Materials }

public enum OfferUnit { Hours, DayParts, Times, Pieces }

/// <summary>
/// Something an organisation gives that is no money: hours, a room, materials. Its giver says what all of it is worth. What
/// became of it stands in its acts, which are final; what nobody took up or brought by its end lapses by the clock alone.
/// </summary>
public sealed class Offer : IOfFund
{
    public const int Most = 100_000, LongestWhat = 120, LongestValuation = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid ContributorId { get; init; }
    public Contributor Contributor { get; init; } = null!;
    /// <summary>From 1, within its contributor.</summary>
    public required int Number { get; init; }
    public required OfferKind Kind { get; init; }
    public required string What { get; set; }
    public required OfferUnit Unit { get; init; }
    /// <summary>Whole units.</summary>
    public required int Quantity { get; init; }
    /// <summary>What all of it is worth, as its giver says.</summary>
    public required Cents Value { get; init; }
    /// <summary>How the giver came to that, in one sentence.</summary>
    public required string Valuation { get; set; }
    public required DateOnly From { get; init; }
    /// <summary>The last day on which it can be taken up and brought.</summary>
    public required DateOnly Until { get; init; }
    /// <summary>The one plan it is meant for; null for whoever can use it.</summary>
    public Guid? ProposalId { get; init; }
    public Proposal? Proposal { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }
    public List<OfferAct> Acts { get; init; } = [];

    /// <summary>A second member read it.</summary>
    public bool Counts => Acts.Any(a => a.Kind == OfferActKind.Offered);

    /// <summary>What so much of it is worth: in proportion, rounded down to the cent; all of it is worth all of the value.</summary>
    public Cents Worth(int quantity) => new((long)((Int128)Value.Value * quantity / Quantity));

    /// <summary>The next thing that happens to it, in order.</summary>
    /// <param name="form">The form's own reference, where one was posted.</param>
    public OfferAct Next(OfferActKind kind, Guid by, DateTimeOffset at, DateOnly day, int quantity, Guid? plan = null, Guid? form = null, string note = "", int? about = null)
    {
        var id = form is { } posted && posted != Guid.Empty ? posted : Guid.CreateVersion7();
        return new OfferAct
        {
            Id = id, FundId = FundId, OfferId = Id, Order = 1 + Acts.Select(a => a.Order).DefaultIfEmpty().Max(), Kind = kind, ProposalId = plan, Quantity = quantity, Day = day,
            About = about, AccountId = by, At = at, Note = note.Length > 0 ? new OfferNote { ActId = id, FundId = FundId, Words = note } : null,
        };
    }

    /// <summary>Which units go with which kind.</summary>
    public static IReadOnlyList<OfferUnit> UnitsOf(OfferKind kind) => kind switch
    {
        OfferKind.Hours => [OfferUnit.Hours],
        OfferKind.Room => [OfferUnit.DayParts, OfferUnit.Hours, OfferUnit.Times],
        _ => [OfferUnit.Pieces, OfferUnit.Times],
    };
}

internal sealed class OfferMapping : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> offer)
    {
        offer.HasIndex(o => new { o.FundId, o.ContributorId, o.Number }).IsUnique();
        offer.Property(o => o.What).HasMaxLength(Offer.LongestWhat);
        offer.Property(o => o.Valuation).HasMaxLength(Offer.LongestValuation);
        offer.Ignore(o => o.Counts);
        offer.HasOne(o => o.Contributor).WithMany().HasForeignKey(o => o.ContributorId).OnDelete(DeleteBehavior.Restrict);
        offer.HasOne(o => o.Proposal).WithMany().HasForeignKey(o => o.ProposalId).OnDelete(DeleteBehavior.Restrict);
        offer.HasMany(o => o.Acts).WithOne(a => a.Offer).HasForeignKey(a => a.OfferId).OnDelete(DeleteBehavior.Restrict);
    }
}
