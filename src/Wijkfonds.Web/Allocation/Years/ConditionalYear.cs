using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>Why a year came to nothing.</summary>
public enum YearEnd { Withdrawn, PlanEnded }

/// <summary>
/// A later year of a plan, promised by the alliance on pledges that have not been received. It stands outside the book and
/// outside the commitments until the money arrives: then it turns into a commitment, once. What became of it never changes again.
/// </summary>
public sealed class ConditionalYear : IOfFund
{
    /// <summary>How many years ahead the alliance may promise: with this year the eight of the picture of continuity.</summary>
    public const int MostAhead = 7;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid AwardId { get; init; }
    public Award Award { get; init; } = null!;
    /// <summary>From 1, within its award.</summary>
    public required int Number { get; init; }
    public required int Year { get; init; }
    public required Cents Amount { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    /// <summary>The number of the decision: who agreed, and why.</summary>
    public required int Decision { get; init; }
    public DateTimeOffset? TurnedAt { get; set; }
    /// <summary>The journal entry that made it a commitment.</summary>
    public long? EntrySequence { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public YearEnd? End { get; set; }

    public bool Waits => TurnedAt is null && EndedAt is null;
}

internal sealed class ConditionalYearMapping : IEntityTypeConfiguration<ConditionalYear>
{
    public void Configure(EntityTypeBuilder<ConditionalYear> year)
    {
        year.HasIndex(y => new { y.FundId, y.AwardId, y.Number }).IsUnique();
        // One entry makes one year a commitment, whatever two deposits do at once.
        year.HasIndex(y => new { y.FundId, y.EntrySequence }).IsUnique();
        year.Ignore(y => y.Waits);
        year.HasOne(y => y.Award).WithMany().HasForeignKey(y => y.AwardId).OnDelete(DeleteBehavior.Restrict);
    }
}
