using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>Two members decided whether, from a year on, the annual accounts count what came in kind. An earlier year keeps what was decided for it.</summary>
public sealed class InKindChoice : IOfFund
{
    public required Guid FundId { get; init; }
    /// <summary>From 1: of two about the same year the later one holds.</summary>
    public required int Number { get; init; }
    public required int FromYear { get; init; }
    public required bool Counts { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }

    public static async Task<IReadOnlyList<InKindChoice>> All(WijkfondsContext db) => await db.Set<InKindChoice>().AsNoTracking().OrderBy(c => c.Number).ToListAsync();

    /// <summary>Not, until the fund decides otherwise.</summary>
    public static bool CountsIn(IEnumerable<InKindChoice> choices, int year) => choices.LastOrDefault(c => c.FromYear <= year)?.Counts ?? false;
}

internal sealed class InKindChoiceMapping : IEntityTypeConfiguration<InKindChoice>
{
    public void Configure(EntityTypeBuilder<InKindChoice> choice) => choice.HasKey(c => new { c.FundId, c.Number });
}
