using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing;

public enum AuditActKind
{
    /// <summary>The committee drew entries to look at; its words are the seed.</summary>
    SampleDrawn,
    Finding,
    /// <summary>The alliance's public answer to a finding.</summary>
    Answer,
    /// <summary>One member of the committee signs the year.</summary>
    Signed,
    /// <summary>The committee is content with the answer.</summary>
    Closed,
    /// <summary>The committee is not: its words say why, and there is a new day.</summary>
    Reopened,
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
    /// <summary>The number of the finding's own act, for what happens with a finding.</summary>
    public int? About { get; init; }
}

/// <summary>A member of the committee looked at an entry. The newest of an entry holds.</summary>
public sealed class AuditCheck : IOfFund
{
    public const int LongestRemark = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Year { get; init; }
    public required long Entry { get; init; }
    /// <summary>From 1, within the entry and year.</summary>
    public required int Number { get; init; }
    /// <summary>It was found in order; else the remark says what is asked.</summary>
    public required bool IsRight { get; init; }
    public required string Remark { get; init; }
    public required Guid DoneBy { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>The committee counted the petty cash. It books nothing: a difference is for the alliance to book, with two members.</summary>
public sealed class AuditCount : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Year { get; init; }
    /// <summary>From 1, within the year.</summary>
    public required int Number { get; init; }
    public required DateOnly Day { get; init; }
    public required Cents Counted { get; init; }
    /// <summary>What the book said for that day when the count was written down.</summary>
    public required Cents Expected { get; init; }
    /// <summary>What explains a difference.</summary>
    public required string Words { get; init; }
    public required Guid DoneBy { get; init; }
    /// <summary>The other member of the committee who counted along.</summary>
    public required Guid? AlongBy { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>What the committee wrote down of a meeting.</summary>
public sealed class AuditMinutes : IOfFund
{
    public const int LongestPresent = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Year { get; init; }
    /// <summary>From 1, within the year.</summary>
    public required int Number { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required string Present { get; init; }
    public required string Words { get; init; }
    public required Guid DoneBy { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditAct>, IEntityTypeConfiguration<AuditCheck>, IEntityTypeConfiguration<AuditCount>, IEntityTypeConfiguration<AuditMinutes>
{
    public void Configure(EntityTypeBuilder<AuditAct> act)
    {
        act.HasIndex(a => new { a.FundId, a.Year, a.Number }).IsUnique();
        act.Property(a => a.Words).HasMaxLength(Audit.LongestWords);
    }

    public void Configure(EntityTypeBuilder<AuditCheck> check)
    {
        check.HasIndex(c => new { c.FundId, c.Year, c.Entry, c.Number }).IsUnique();
        check.Property(c => c.Remark).HasMaxLength(AuditCheck.LongestRemark);
    }

    public void Configure(EntityTypeBuilder<AuditCount> count)
    {
        count.HasIndex(c => new { c.FundId, c.Year, c.Number }).IsUnique();
        count.Property(c => c.Words).HasMaxLength(Audit.LongestWords);
    }

    public void Configure(EntityTypeBuilder<AuditMinutes> minutes)
    {
        minutes.HasIndex(m => new { m.FundId, m.Year, m.Number }).IsUnique();
        minutes.Property(m => m.Present).HasMaxLength(AuditMinutes.LongestPresent);
        minutes.Property(m => m.Words).HasMaxLength(Audit.LongestWords);
    }
}
