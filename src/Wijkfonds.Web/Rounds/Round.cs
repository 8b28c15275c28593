using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Rounds;

public enum BallotType
{
    /// <summary>At most <see cref="Round.MaximumChoices"/> plans per section.</summary>
    Approval,
    /// <summary>Plans that together fit the section's budget.</summary>
    Knapsack,
}

/// <summary>One cycle from call to completion.</summary>
public sealed class Round : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Number { get; init; }
    public required string Name { get; set; }
    public required BallotType BallotType { get; set; }
    public int MaximumChoices { get; set; }
    public required CountingRule Rule { get; set; }
    /// <summary>By how many whole euros per voter the rule's completion goes up at a time; says nothing where the rule has none.</summary>
    public int RuleStep { get; set; } = 1;
    public required Cents PlanMinimum { get; set; }
    public required Cents PlanMaximum { get; set; }
    public int AgeToPropose { get; set; } = 12;
    public int AgeToVote { get; set; } = 12;
    public required Deadline SubmissionOpens { get; set; }
    public required Deadline SubmissionCloses { get; set; }
    public required Deadline VotingOpens { get; set; }
    public required Deadline VotingCloses { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public List<Section> Sections { get; init; } = [];
    public List<Theme> Themes { get; init; } = [];
    public List<RoundAct> Acts { get; init; } = [];

    /// <summary>What all its sections may spend together.</summary>
    public Cents Budget => Sections.Aggregate(Cents.Zero, (sum, section) => sum + section.Budget);
    /// <summary>A draft is the alliance's own; from its approval on a round is everybody's.</summary>
    public bool IsPublic => Has(RoundActKind.Approved);

    public bool Has(RoundActKind kind) => Acts.Any(a => a.Kind == kind);
    public RoundAct? Act(RoundActKind kind) => Acts.Where(a => a.Kind == kind).MinBy(a => a.At);
    public Phase PhaseAt(DateTimeOffset now) => Phases.Of(this, now);

    public void Move(DeadlineKind kind, Deadline to)
    {
        switch (kind)
        {
            case DeadlineKind.SubmissionOpens: SubmissionOpens = to; break;
            case DeadlineKind.SubmissionCloses: SubmissionCloses = to; break;
            case DeadlineKind.VotingOpens: VotingOpens = to; break;
            case DeadlineKind.VotingCloses: VotingCloses = to; break;
            default: throw new ArgumentOutOfRangeException(nameof(kind), kind, "A round has four deadlines.");
        }
    }
}

/// <summary>A part of a round with its own budget, plans, count and recount file.</summary>
public sealed class Section : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid RoundId { get; init; }
    public required int Number { get; init; }
    public required string Name { get; set; }
    public required Cents Budget { get; set; }
    /// <summary>The only themes of the round that are admitted here, one a line; empty is all.</summary>
    public string OnlyThemes { get; set; } = "";
    public SectionArea Area { get; set; }
    /// <summary>The complexes, one a line, where the area is that of complexes.</summary>
    public string Complexes { get; set; } = "";
    /// <summary>For whom plans here are; empty is everybody.</summary>
    public string TargetGroup { get; set; } = "";
}

public sealed class Theme : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid RoundId { get; init; }
    public required int Number { get; init; }
    public required string Name { get; set; }
}

public enum RoundActKind { Approved, BallotFrozen, TieLotDrawn, CodesConfirmed, Sealed, Counted, Confirmed, Cancelled, Closed }

/// <summary>Something that was done to a round, with who and when. The phase follows from these, the timetable and now.</summary>
public sealed class RoundAct : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid RoundId { get; init; }
    public required RoundActKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>Null where the clock did it (sealing, counting).</summary>
    public Guid? AccountId { get; init; }
    public string Note { get; init; } = "";
}

internal sealed class RoundMapping : IEntityTypeConfiguration<Round>, IEntityTypeConfiguration<Section>,
    IEntityTypeConfiguration<Theme>, IEntityTypeConfiguration<RoundAct>
{
    public void Configure(EntityTypeBuilder<Round> round)
    {
        round.HasIndex(r => new { r.FundId, r.Number }).IsUnique();
        round.Ignore(r => r.Budget);
        round.Property(r => r.Name).HasMaxLength(120);
        round.Property(r => r.RuleStep).HasDefaultValue(1);
        round.HasMany(r => r.Sections).WithOne().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
        round.HasMany(r => r.Themes).WithOne().HasForeignKey(t => t.RoundId).OnDelete(DeleteBehavior.Restrict);
        round.HasMany(r => r.Acts).WithOne().HasForeignKey(a => a.RoundId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Section> section)
    {
        section.HasIndex(s => new { s.FundId, s.RoundId, s.Number }).IsUnique();
        section.Property(s => s.Name).HasMaxLength(80);
        section.Property(s => s.OnlyThemes).HasMaxLength(2000);
        section.Property(s => s.Complexes).HasMaxLength(2000);
        section.Property(s => s.TargetGroup).HasMaxLength(200);
        section.Property(s => s.Area).HasDefaultValue(SectionArea.Anywhere);
    }

    public void Configure(EntityTypeBuilder<Theme> theme)
    {
        theme.HasIndex(t => new { t.FundId, t.RoundId, t.Number }).IsUnique();
        theme.Property(t => t.Name).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<RoundAct> act)
    {
        // Every act happens once: the second of two at the same moment is refused by the database.
        act.HasIndex(a => new { a.FundId, a.RoundId, a.Kind }).IsUnique();
        act.Property(a => a.Note).HasMaxLength(1000);
    }
}
