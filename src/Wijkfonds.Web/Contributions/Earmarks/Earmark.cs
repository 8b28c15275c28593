using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>
/// A binding limit that a giver sets on part of its euros. The book knows those euros by <see cref="Id"/>; what the limit
/// is stands here, outside the hash.
/// </summary>
public sealed class Earmark : IOfFund
{
    /// <summary>Random (version 4): the reference of the bound euros in the book tells nothing by itself.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid FundId { get; init; }
    public required Guid ContributorId { get; init; }
    public Contributor Contributor { get; init; } = null!;
    /// <summary>From 1, within its contributor: the order of layers after the contributor's number.</summary>
    public required int Number { get; init; }
    public required string Name { get; set; }
    /// <summary>One a line, as rounds name them; empty is any theme.</summary>
    public string Themes { get; init; } = "";
    /// <summary>The first and last year of voting in which it may be used; null is open.</summary>
    public int? FirstYear { get; init; }
    public int? LastYear { get; init; }
    /// <summary>For whom, in the giver's words; empty is for everybody. Only people can judge it.</summary>
    public string TargetGroup { get; init; } = "";
    /// <summary>What part of a section for the whole neighbourhood may come from it, in percent; 0 is nothing. Only beside <see cref="Places"/>.</summary>
    public int WholePercent { get; init; }
    /// <summary>Where, in every list there was; none is anywhere. Which of them count, <see cref="PlaceLists.PlacesAt"/> says.</summary>
    public List<EarmarkPlace> Places { get; init; } = [];
    /// <summary>The lists that came after the first one.</summary>
    public List<EarmarkList> Lists { get; init; } = [];
    public required DateTimeOffset EnteredAt { get; init; }
    /// <summary>Null until a second member confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }
}

/// <summary>An address, or a complex by its name, that euros may be spent at: from and until whole days.</summary>
public sealed class EarmarkPlace : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid EarmarkId { get; set; }
    /// <summary>1 came with the earmark itself; later ones are an <see cref="EarmarkList"/>.</summary>
    public int List { get; init; } = 1;
    public required int Line { get; init; }
    /// <summary>"7415AB"; empty where only the complex is named.</summary>
    public string Postcode { get; init; } = "";
    public int? Number { get; init; }
    public string Addition { get; init; } = "";
    public string Complex { get; init; } = "";
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>Its giver's data were erased: an address stood here.</summary>
    public bool IsErased => Number is not null && Postcode.Length == 0;

    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);
}

public enum EarmarkWordKind
{
    /// <summary>What one member said before it took two; it stands as it was said.</summary>
    Fits,
    /// <summary>One member is enough: it keeps the giver's money safe.</summary>
    DoesNotFit, Objected, ObjectionWithdrawn,
    /// <summary>What the alliance says to an objection; only the giver takes it back.</summary>
    Answered,
    /// <summary>One member's proposal that it fits: it counts for nothing until a second agrees.</summary>
    ProposedFits,
    /// <summary>Two members say that it fits, with the reason that was proposed.</summary>
    AgreedFits,
}

/// <summary>What somebody said about a plan and an earmark: what members judged, or the giver's objection.</summary>
public sealed class EarmarkWord : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid EarmarkId { get; init; }
    public required Guid ProposalId { get; init; }
    /// <summary>From 1 for this plan and this earmark: of the members' and of the giver's words the last ones count.</summary>
    public required int Order { get; init; }
    public required EarmarkWordKind Kind { get; init; }
    public required string Reason { get; init; }
    /// <summary>The giver's letter, where the treasurer entered its word; empty where it spoke itself.</summary>
    public string Letter { get; init; } = "";
    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class EarmarkMapping : IEntityTypeConfiguration<Earmark>, IEntityTypeConfiguration<EarmarkList>, IEntityTypeConfiguration<EarmarkPlace>, IEntityTypeConfiguration<EarmarkWord>
{
    public void Configure(EntityTypeBuilder<EarmarkList> list)
    {
        list.HasIndex(l => new { l.FundId, l.EarmarkId, l.Number }).IsUnique();
        list.Property(l => l.Name).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<EarmarkPlace> place)
    {
        place.HasIndex(p => new { p.FundId, p.EarmarkId, p.List, p.Line }).IsUnique();
        place.Property(p => p.List).HasDefaultValue(1);
        place.Property(p => p.Postcode).HasMaxLength(6);
        place.Property(p => p.Addition).HasMaxLength(10);
        place.Property(p => p.Complex).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<EarmarkWord> word)
    {
        // Two words at once: the second is refused by the database and tries again.
        word.HasIndex(w => new { w.FundId, w.EarmarkId, w.ProposalId, w.Order }).IsUnique();
        word.Property(w => w.Reason).HasMaxLength(500);
        word.Property(w => w.Letter).HasMaxLength(200).HasDefaultValue("");
        word.HasOne<Earmark>().WithMany().HasForeignKey(w => w.EarmarkId).OnDelete(DeleteBehavior.Restrict);
        word.HasOne<Proposals.Proposal>().WithMany().HasForeignKey(w => w.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Earmark> earmark)
    {
        earmark.HasIndex(e => new { e.FundId, e.ContributorId, e.Number }).IsUnique();
        earmark.Property(e => e.Name).HasMaxLength(120);
        earmark.Property(e => e.Themes).HasMaxLength(2000);
        earmark.Property(e => e.TargetGroup).HasMaxLength(200);
        earmark.HasMany(e => e.Lists).WithOne().HasForeignKey(l => l.EarmarkId).OnDelete(DeleteBehavior.Restrict);
        earmark.HasMany(e => e.Places).WithOne().HasForeignKey(p => p.EarmarkId).OnDelete(DeleteBehavior.Restrict);
        earmark.HasOne(e => e.Contributor).WithMany().HasForeignKey(e => e.ContributorId).OnDelete(DeleteBehavior.Restrict);
    }
}
