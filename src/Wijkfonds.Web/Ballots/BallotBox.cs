using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>How far a box is. Each step is one transaction; whoever finds a box half-way goes on from there.</summary>
public enum BoxState
{
    /// <summary>Its keys are being made; nothing is in the database yet.</summary>
    Preparing,
    /// <summary>Rights and slots stand ready; ballots go in while voting is open.</summary>
    Ready,
    /// <summary>Other codes were made in its place before any were confirmed, or the round was cancelled.</summary>
    Discarded,
    /// <summary>Shut: nothing goes in any more.</summary>
    Shut,
    /// <summary>Roll and box copied in tag order, the old tables dropped.</summary>
    Copied,
    /// <summary>The shuffled ballots are published; box and keys are being destroyed.</summary>
    Published,
    /// <summary>Keys destroyed.</summary>
    Empty,
}

/// <summary>
/// One making of codes for a round, and the seal that casting reads and sealing writes. Its roll and slots stand in two
/// tables of its own, its keys in the key folder.
/// </summary>
public sealed class BallotBox : IOfFund
{
    /// <summary>Random: names the tables and the key folder.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid FundId { get; init; }
    public required Guid RoundId { get; init; }
    /// <summary>How many codes, and so how many rows in the roll and slots in the box.</summary>
    public required int Rights { get; init; }
    /// <summary>Plans on the frozen ballot: with it goes the fixed length of every slot.</summary>
    public required int Plans { get; init; }
    public BoxState State { get; set; }
    /// <summary>Counted at sealing; while voting is open it is counted from the marks.</summary>
    public int? Used { get; set; }
}

internal sealed class BallotBoxMapping : IEntityTypeConfiguration<BallotBox>
{
    public void Configure(EntityTypeBuilder<BallotBox> box)
    {
        box.HasIndex(b => new { b.FundId, b.RoundId, b.State });
        box.Property(b => b.State).IsConcurrencyToken();
        box.HasOne<Round>().WithMany().HasForeignKey(b => b.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
