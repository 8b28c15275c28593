using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>
/// A ballot out of the sealed box, in shuffled order. It carries no key of its own, no time and nothing of the right
/// it was cast with. Final: the database refuses change and removal.
/// </summary>
public sealed class SealedBallot : IOfFund
{
    public required Guid FundId { get; init; }
    public required Guid RoundId { get; init; }
    /// <summary>Place in the shuffled order, from 1.</summary>
    public required int Row { get; init; }
    /// <summary>Plan numbers, ascending, joined by commas; empty for a blank ballot.</summary>
    public required string Choices { get; init; }

    public IReadOnlyList<int> Plans =>
        [.. Choices.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture))];

    public static string Write(IEnumerable<int> plans) =>
        string.Join(',', plans.Distinct().Order().Select(n => n.ToString(CultureInfo.InvariantCulture)));
}

internal sealed class SealedBallotMapping : IEntityTypeConfiguration<SealedBallot>
{
    public void Configure(EntityTypeBuilder<SealedBallot> ballot)
    {
        ballot.HasKey(b => new { b.FundId, b.RoundId, b.Row });
        ballot.Property(b => b.Row).ValueGeneratedNever();
        ballot.HasOne<Round>().WithMany().HasForeignKey(b => b.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
