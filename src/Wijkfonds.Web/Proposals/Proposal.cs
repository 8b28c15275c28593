using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Proposals;

/// <summary>A plan: what a resident wants to do, with its costs. A draft until it has a number.</summary>
public sealed class Proposal : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid RoundId { get; init; }
    public Round Round { get; init; } = null!;
    /// <summary>Its one public number within the round, given when it is submitted; null for a draft.</summary>
    public int? Number { get; set; }
    public required Guid AccountId { get; init; }
    public string Title { get; set; } = "";
    /// <summary>One sentence for lists and the ballot.</summary>
    public string Summary { get; set; } = "";
    public string Story { get; set; } = "";
    public Guid? SectionId { get; set; }
    public Section? Section { get; init; }
    public Guid? ThemeId { get; set; }
    public Theme? Theme { get; init; }
    /// <summary>A place of the plan, never a home; empty when it is for the whole neighbourhood.</summary>
    public string Place { get; set; } = "";
    public bool WholeNeighbourhood { get; set; }
    /// <summary>What neighbours and companies bring themselves.</summary>
    public string OwnPart { get; set; } = "";
    /// <summary>Who carries it out, in the public words of its makers.</summary>
    public string Team { get; set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset SavedAt { get; set; }
    /// <summary>Raised at each save: a stale form is refused instead of overwriting newer words.</summary>
    public int Revision { get; set; }
    public List<CostLine> Costs { get; init; } = [];
    public List<ProposalAct> Acts { get; init; } = [];

    /// <summary>What is asked: the sum of the cost lines.</summary>
    public Cents Asked => Costs.Aggregate(Cents.Zero, (sum, line) => sum + line.Amount);

    public ProposalAct? LastAct => Acts.OrderBy(a => a.At).ThenBy(a => a.Order).LastOrDefault();
    public bool IsSubmitted => Number is not null;
    public bool IsAdmitted => LastAct?.Kind is ProposalActKind.Admitted;
}

public sealed class CostLine : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid ProposalId { get; init; }
    public required int Position { get; init; }
    public required string What { get; set; }
    public required Cents Amount { get; set; }
}

public enum ProposalActKind { Submitted, ChangesAsked, Resubmitted, Admitted, Refused, Withdrawn }

/// <summary>The public reasons for which a plan can be refused.</summary>
public enum ReviewReason { None, NotInNeighbourhood, NotAllowedByLaw, OwnerSaysNo, CostsNotRealistic, ForProfitOfOne, AlreadyDone, NotThisRound }

/// <summary>What happened to a plan, when, and the public reason.</summary>
public sealed class ProposalAct : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid ProposalId { get; init; }
    public required ProposalActKind Kind { get; init; }
    public required int Order { get; init; }
    public required DateTimeOffset At { get; init; }
    public ReviewReason Reason { get; init; }
    public string Words { get; init; } = "";
}

/// <summary>The plan as it was at a submission, kept so that versions can be compared.</summary>
public sealed class ProposalVersion : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid ProposalId { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>JSON of what others could read.</summary>
    public required string Text { get; init; }
}

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>, IEntityTypeConfiguration<CostLine>,
    IEntityTypeConfiguration<ProposalAct>, IEntityTypeConfiguration<ProposalVersion>
{
    public void Configure(EntityTypeBuilder<Proposal> proposal)
    {
        proposal.HasIndex(p => new { p.FundId, p.RoundId, p.Number }).IsUnique();
        proposal.HasIndex(p => new { p.FundId, p.AccountId });
        proposal.Property(p => p.Title).HasMaxLength(100);
        proposal.Property(p => p.Summary).HasMaxLength(200);
        proposal.Property(p => p.Story).HasMaxLength(4000);
        proposal.Property(p => p.Place).HasMaxLength(120);
        proposal.Property(p => p.OwnPart).HasMaxLength(1000);
        proposal.Property(p => p.Team).HasMaxLength(200);
        proposal.Property(p => p.Revision).IsConcurrencyToken();
        proposal.HasOne(p => p.Round).WithMany().HasForeignKey(p => p.RoundId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne(p => p.Section).WithMany().HasForeignKey(p => p.SectionId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne(p => p.Theme).WithMany().HasForeignKey(p => p.ThemeId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasMany(p => p.Costs).WithOne().HasForeignKey(c => c.ProposalId);
        proposal.HasMany(p => p.Acts).WithOne().HasForeignKey(a => a.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CostLine> line)
    {
        line.HasIndex(c => new { c.FundId, c.ProposalId, c.Position }).IsUnique();
        line.Property(c => c.What).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<ProposalAct> act)
    {
        act.HasIndex(a => new { a.FundId, a.ProposalId, a.Order }).IsUnique();
        act.Property(a => a.Words).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<ProposalVersion> version)
    {
        version.HasIndex(v => new { v.FundId, v.ProposalId, v.Number }).IsUnique();
        version.HasOne<Proposal>().WithMany().HasForeignKey(v => v.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }
}
