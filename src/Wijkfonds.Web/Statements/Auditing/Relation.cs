using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing;

public enum RelationKind { Board, Employee, Owner, Family, SameGroup }

/// <summary>
/// Somebody says that two are related: organisations that give, who is paid, members of the alliance, who checks the books. Kept
/// with who said so and when; it ends, and stays as a row. One and Other are references to a party or an account; what they
/// are called stands there.
/// </summary>
public sealed class Relation : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Number { get; init; }
    public required Guid One { get; init; }
    public required Guid Other { get; init; }
    public required RelationKind Kind { get; init; }
    public required Guid MadeBy { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public Guid? EndedBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>It holds for what happened before it was recorded too; not for what came after it ended.</summary>
    public bool JoinedAt(DateTimeOffset at, Guid a, Guid b) => (EndedAt is null || EndedAt > at) && ((One == a && Other == b) || (One == b && Other == a));

    public bool IsOf(Guid end) => One == end || Other == end;

    public Guid OtherThan(Guid end) => One == end ? Other : One;
}

/// <summary>Who checks the books says which relations they have, or that they have none. A later one takes its place.</summary>
public sealed class RelationsDeclared : IOfFund
{
    public const int LongestWords = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid SeatId { get; init; }
    public required Guid AccountId { get; init; }
    public required bool HasNone { get; init; }
    /// <summary>What does not stand in the list of relations.</summary>
    public required string Words { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class RelationMapping : IEntityTypeConfiguration<Relation>, IEntityTypeConfiguration<RelationsDeclared>
{
    public void Configure(EntityTypeBuilder<Relation> relation) => relation.HasIndex(r => new { r.FundId, r.Number }).IsUnique();

    public void Configure(EntityTypeBuilder<RelationsDeclared> declared)
    {
        declared.HasIndex(d => new { d.FundId, d.SeatId, d.At }).IsUnique();
        declared.Property(d => d.Words).HasMaxLength(RelationsDeclared.LongestWords);
        declared.HasOne<Alliance.Seat>().WithMany().HasForeignKey(d => d.SeatId).OnDelete(DeleteBehavior.Restrict);
    }
}
