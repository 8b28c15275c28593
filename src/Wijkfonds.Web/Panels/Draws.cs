using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Democracy;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Panels;

/// <summary>The list and the named source, fixed and hashed before the source speaks. Final: the database refuses change.</summary>
public sealed class AnnouncedDraw : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid PanelId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Deadline Speaks { get; init; }
    /// <summary>The canonical text whose hash is published.</summary>
    public required string Text { get; init; }
    public required string Hash { get; init; }

    public DrawAnnouncement Announcement => DrawAnnouncement.Read(Text);
}

/// <summary>What the source said and what followed, as the file with which anyone redoes the draw. Final.</summary>
public sealed class HeldDraw : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid PanelId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }

    public DrawBundle Bundle => DrawBundle.Read(Text);
}

/// <summary>What people type about a source, in its one spelling; null where nothing usable is left.</summary>
public static class SourceWords
{
    public const int Longest = 160;

    public static string? Read(string? typed)
    {
        try
        {
            return SourceText.Canonical(typed ?? "") is { Length: <= Longest } words ? words : null;
        }
        catch (TextError)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair cannot be normalised.
            return null;
        }
    }
}

internal sealed class DrawsMapping : IEntityTypeConfiguration<AnnouncedDraw>, IEntityTypeConfiguration<HeldDraw>
{
    public void Configure(EntityTypeBuilder<AnnouncedDraw> draw)
    {
        draw.HasIndex(d => new { d.FundId, d.PanelId }).IsUnique();
        draw.Property(d => d.Hash).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<HeldDraw> draw) => draw.HasIndex(d => new { d.FundId, d.PanelId }).IsUnique();
}
