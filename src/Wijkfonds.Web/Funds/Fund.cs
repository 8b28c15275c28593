using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Wijkfonds.Web.Funds;

/// <summary>One neighbourhood's pot, at /w/{Slug}.</summary>
public sealed class Fund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Slug { get; init; }
    public required string Name { get; set; }
    public required string Neighbourhood { get; set; }
    public int Residents { get; set; }
    public string Zone { get; set; } = "Europe/Amsterdam";
    public string Language { get; set; } = "nl";
    /// <summary>Where the help desk is and when it is open, in the fund's own words.</summary>
    public string Desk { get; set; } = "";
    public string DeskPhone { get; set; } = "";
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class FundMapping : IEntityTypeConfiguration<Fund>
{
    public void Configure(EntityTypeBuilder<Fund> fund)
    {
        fund.HasIndex(f => f.Slug).IsUnique();
        fund.Property(f => f.Slug).HasMaxLength(40);
        fund.Property(f => f.Name).HasMaxLength(120);
        fund.Property(f => f.Neighbourhood).HasMaxLength(120);
        fund.Property(f => f.Zone).HasMaxLength(60);
        fund.Property(f => f.Language).HasMaxLength(20);
        fund.Property(f => f.Desk).HasMaxLength(300);
        fund.Property(f => f.DeskPhone).HasMaxLength(30);
    }
}
