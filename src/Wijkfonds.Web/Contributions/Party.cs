using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions;

/// <summary>
/// Who stands behind a random reference in the book: a contributing organisation or a payee. Erasable:
/// the book names only <see cref="Id"/>, so that its hashes hold after the record is emptied.
/// </summary>
public sealed class Party : IOfFund
{
    /// <summary>What stands in the place of a name that was erased: on pages, in files and in sentences that lead back to this row.</summary>
    public const string ErasedName = "(naam gewist)";

    /// <summary>Random (version 4): tells nothing, not even when it was made.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid FundId { get; init; }
    public required string Name { get; set; }
    public string Iban { get; set; } = "";
    public string Email { get; set; } = "";
    public string Contact { get; set; } = "";
    /// <summary>A private person's name is never shown in public.</summary>
    public bool IsPerson { get; init; }
    /// <summary>The account of a payee who has one: a releaser may not be the receiver.</summary>
    public Guid? AccountId { get; set; }
    public DateTimeOffset? ErasedAt { get; set; }
}

internal sealed class PartyMapping : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> party)
    {
        party.HasIndex(p => new { p.FundId, p.Id }).IsUnique();
        party.Property(p => p.Name).HasMaxLength(120);
        party.Property(p => p.Iban).HasMaxLength(34);
        party.Property(p => p.Email).HasMaxLength(254);
        party.Property(p => p.Contact).HasMaxLength(200);
    }
}
