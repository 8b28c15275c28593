using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions;

public enum ContributorKind { Municipality, HousingCorporation, Welfare, Care, School, Company, Foundation, Residents }

/// <summary>An organisation that puts something in. Its name stands in its <see cref="Party"/>.</summary>
public sealed class Contributor : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    /// <summary>Short public number; the order in which ties of a cent are decided.</summary>
    public required int Number { get; init; }
    public required Guid PartyId { get; init; }
    public Party Party { get; init; } = null!;
    public required ContributorKind Kind { get; set; }
    public required DateTimeOffset EnteredAt { get; init; }
    /// <summary>Null until a second member confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }
    public List<Pledge> Pledges { get; init; } = [];

    public Cents PledgedIn(int year) => Pledges.Where(p => p.Year == year && p.ConfirmedAt is not null).Aggregate(Cents.Zero, (sum, p) => sum + p.Amount);
}

/// <summary>Money that arrived on the bank; in the book once a second member confirmed it.</summary>
public sealed class Deposit : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid ContributorId { get; init; }
    public Contributor Contributor { get; init; } = null!;
    public required DateOnly ValueDate { get; init; }
    public required Cents Amount { get; init; }
    public string BankReference { get; init; } = "";
    /// <summary>The giver's earmark it is for, by number (0: unbound); null: for its open instalments, oldest first.</summary>
    public int? Earmark { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    /// <summary>The journal entry that booked it.</summary>
    public long? EntrySequence { get; set; }
}

/// <summary>A person who may see an organisation's own statement, for a term.</summary>
public sealed class Representative : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid ContributorId { get; init; }
    public Contributor Contributor { get; init; } = null!;
    public required Guid AccountId { get; init; }
    public required DateTimeOffset From { get; init; }
    public DateTimeOffset? Until { get; set; }
}

internal sealed class ContributorMapping : IEntityTypeConfiguration<Contributor>, IEntityTypeConfiguration<Deposit>, IEntityTypeConfiguration<Representative>
{
    public void Configure(EntityTypeBuilder<Contributor> contributor)
    {
        contributor.HasIndex(c => new { c.FundId, c.Number }).IsUnique();
        contributor.HasOne(c => c.Party).WithMany().HasForeignKey(c => c.PartyId).OnDelete(DeleteBehavior.Restrict);
        contributor.HasMany(c => c.Pledges).WithOne().HasForeignKey(p => p.ContributorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Deposit> deposit)
    {
        deposit.HasIndex(d => new { d.FundId, d.ContributorId, d.ValueDate });
        deposit.Property(d => d.BankReference).HasMaxLength(140);
        deposit.HasOne(d => d.Contributor).WithMany().HasForeignKey(d => d.ContributorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Representative> representative)
    {
        representative.HasIndex(r => new { r.FundId, r.AccountId, r.ContributorId, r.From }).IsUnique();
        representative.HasOne(r => r.Contributor).WithMany().HasForeignKey(r => r.ContributorId).OnDelete(DeleteBehavior.Restrict);
    }
}
