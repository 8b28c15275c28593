using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>A year of the book that is proposed for closing, or closed. What happens to it later is booked in a later year.</summary>
public sealed class BookYear : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public required int Year { get; init; }
    /// <summary>Null until a second member agreed. From then on no entry takes a value date in this year or before it.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Why no entry can have this value date; null when it can.</summary>
    public static async Task<YearIsClosed?> Bars(WijkfondsContext db, Guid fund, DateOnly valueDate)
    {
        var year = valueDate.Year;
        var closed = await db.Set<BookYear>().Where(y => y.FundId == fund && y.ClosedAt != null && y.Year >= year).MaxAsync(y => (int?)y.Year);
        return closed is { } last ? new YearIsClosed(valueDate, last.ToString(CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>The day itself, or the first day after all that is closed: what is learnt late is booked as early as it still can be.</summary>
    public static async Task<DateOnly> FirstOpen(WijkfondsContext db, Guid fund, DateOnly day) =>
        await db.Set<BookYear>().Where(y => y.FundId == fund && y.ClosedAt != null).MaxAsync(y => (int?)y.Year) is { } last && day.Year <= last ? new DateOnly(last + 1, 1, 1) : day;
}

internal sealed class BookYearMapping : IEntityTypeConfiguration<BookYear>
{
    public void Configure(EntityTypeBuilder<BookYear> year) => year.HasIndex(y => new { y.FundId, y.Year }).IsUnique();
}

/// <summary>The year of this value date, and all before it up to <paramref name="Closed"/>, was closed.</summary>
public sealed record YearIsClosed(DateOnly Day, string Closed) : Refusal
{
    public override string? Field => "date";
}
