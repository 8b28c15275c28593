using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Panels;

public enum Answer { None, Accepted, Declined }

/// <summary>Someone who put themselves forward for a panel. In public a number; a name only where its owner wants that.</summary>
public sealed class Candidate : IOfFund
{
    public const int LongestName = 80;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required Guid PanelId { get; init; }
    /// <summary>Given in order of coming forward, never given twice.</summary>
    public required int Number { get; init; }
    /// <summary>Null once the person is erased; the number stays.</summary>
    public Guid? AccountId { get; set; }
    public string PublicName { get; set; } = "";
    public required DateTimeOffset JoinedAt { get; init; }
    /// <summary>Taken back while the list was open; afterwards one stays on it, and can only decline.</summary>
    public DateTimeOffset? LeftAt { get; set; }
    public Answer Answer { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>How the number stands in the published files.</summary>
    public string Label => Number.ToString(CultureInfo.InvariantCulture);
}

internal sealed class CandidateMapping : IEntityTypeConfiguration<Candidate>
{
    public void Configure(EntityTypeBuilder<Candidate> candidate)
    {
        // We make the key: a candidate found on a panel's list for the first time is a new row.
        candidate.Property(c => c.Id).ValueGeneratedNever();
        candidate.HasIndex(c => new { c.FundId, c.PanelId, c.Number }).IsUnique();
        candidate.HasIndex(c => new { c.FundId, c.PanelId, c.AccountId }).IsUnique();
        candidate.Property(c => c.PublicName).HasMaxLength(Candidate.LongestName);
    }
}
