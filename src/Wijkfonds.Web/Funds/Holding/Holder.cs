using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Holding;

public enum HolderKind { Foundation, Association, Municipality, Other }

/// <summary>
/// Who legally holds the fund's bank account, as two members decided it. Each change is a new row; the newest holds, the
/// earlier ones say how it was.
/// </summary>
public sealed class Holder : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    /// <summary>From 1; the highest holds now.</summary>
    public required int Version { get; init; }
    public required HolderKind Kind { get; init; }
    public required string Name { get; init; }
    /// <summary>Eight digits; empty where there is none.</summary>
    public string Kvk { get; init; } = "";
    /// <summary>Nine digits that pass the eleven test; empty where there is none.</summary>
    public string Rsin { get; init; } = "";
    /// <summary>One a line: function and the name that its holder chose for the public.</summary>
    public string Board { get; set; } = "";
    public string PayPolicy { get; init; } = "";
    public string Complaints { get; init; } = "";
    public required DateTimeOffset From { get; init; }
}

internal sealed class HolderMapping : IEntityTypeConfiguration<Holder>
{
    public void Configure(EntityTypeBuilder<Holder> holder)
    {
        holder.HasIndex(h => new { h.FundId, h.Version }).IsUnique();
        holder.Property(h => h.Name).HasMaxLength(HolderForm.LongestName);
        holder.Property(h => h.Kvk).HasMaxLength(8);
        holder.Property(h => h.Rsin).HasMaxLength(9);
        holder.Property(h => h.Board).HasMaxLength(HolderForm.LongestText);
        holder.Property(h => h.PayPolicy).HasMaxLength(HolderForm.LongestText);
        holder.Property(h => h.Complaints).HasMaxLength(HolderForm.LongestText);
    }
}
