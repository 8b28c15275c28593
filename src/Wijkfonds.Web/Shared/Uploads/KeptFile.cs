using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Shared.Uploads;

/// <summary>What a file is for. Only a photo of a story and a redacted copy can ever be published.</summary>
public enum FileUse { Photo, Receipt, Redacted }

/// <summary>A file that somebody brought, kept under its SHA-256. Private until <see cref="PublishedAt"/>.</summary>
public sealed class KeptFile : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    /// <summary>Its number in the fund, for its address.</summary>
    public required int Number { get; init; }
    /// <summary>What it belongs to: a team's report, a slip of the petty cash, a cost of the alliance.</summary>
    public required Guid Subject { get; init; }
    public required FileUse Use { get; init; }
    public required FileKind Kind { get; init; }
    /// <summary>64 lower-case hexadecimal digits: its name in the folder of files; empty once it was erased.</summary>
    public required string Sha256 { get; set; }
    public required int Bytes { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required Guid BroughtBy { get; init; }
    public required DateTimeOffset BroughtAt { get; init; }
    /// <summary>From when everybody may see it; null while it is private.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Members and the audit committee, who brought it, and everybody once it was published.</summary>
    public bool MayBeSeenBy(Viewer who) => Sha256.Length > 0 && (PublishedAt is not null || who.SeesMoney || who.AccountId == BroughtBy);
}

internal sealed class KeptFileMapping : IEntityTypeConfiguration<KeptFile>
{
    public void Configure(EntityTypeBuilder<KeptFile> file)
    {
        file.HasIndex(f => new { f.FundId, f.Number }).IsUnique();
        file.HasIndex(f => new { f.FundId, f.Subject });
        file.Property(f => f.Sha256).HasMaxLength(64);
    }
}
