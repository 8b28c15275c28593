using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing;

public enum RelationKind { Board, Employee, Owner, Family, SameGroup }

/// <summary>
/// A member says that two are related: organisations that give, who is paid, members of the alliance. Kept with who said so and
/// when; it ends, and stays as a row. One and Other are references to a party or an account; what they are called stands there.
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

    public bool Joins(Guid a, Guid b) => EndedAt is null && ((One == a && Other == b) || (One == b && Other == a));
}

public enum AuditActKind
{
    /// <summary>The committee drew entries to look at; its words are the seed.</summary>
    SampleDrawn,
    Finding,
    /// <summary>The alliance's public answer to a finding.</summary>
    Answer,
    /// <summary>One member of the committee signs the year; its words are the minutes.</summary>
    Signed,
}

/// <summary>What the audit committee did about a year, and what the alliance answered. Never changed.</summary>
public sealed class AuditAct : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Year { get; init; }
    /// <summary>From 1, within the year.</summary>
    public required int Number { get; init; }
    public required AuditActKind Kind { get; init; }
    public required Guid DoneBy { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Words { get; init; }
    /// <summary>By when a finding wants an answer.</summary>
    public DateOnly? DueOn { get; init; }
    /// <summary>The number of the finding that an answer is about.</summary>
    public int? About { get; init; }
}

internal sealed class AuditMapping : IEntityTypeConfiguration<Relation>, IEntityTypeConfiguration<AuditAct>
{
    public void Configure(EntityTypeBuilder<Relation> relation) => relation.HasIndex(r => new { r.FundId, r.Number }).IsUnique();

    public void Configure(EntityTypeBuilder<AuditAct> act)
    {
        act.HasIndex(a => new { a.FundId, a.Year, a.Number }).IsUnique();
        act.Property(a => a.Words).HasMaxLength(Audit.LongestWords);
    }
}
