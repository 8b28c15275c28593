using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements;

/// <summary>Which days a statement is about, and up to which day the book is believed.</summary>
/// <param name="First">Null from the very start.</param>
/// <param name="Last">Up to and including.</param>
/// <param name="Known">What was recorded after this day is left out: a statement of a known day in the past never changes. Null is everything recorded now.</param>
public sealed record Period(DateOnly? First, DateOnly Last, DateOnly? Known)
{
    /// <summary>The year, where it is precisely one.</summary>
    public int? Year => First is { Month: 1, Day: 1 } first && Last == new DateOnly(first.Year, 12, 31) ? first.Year : null;

    public static Period OfYear(int year, DateOnly? known = null) => new(new(year, 1, 1), new(year, 12, 31), known);

    public static Period Everything(DateOnly today) => new(null, today, null);

    /// <summary>Reads ?jaar=2027, or ?van=2027-03-01&amp;tot=2027-06-30, each with &amp;bekend=2027-07-15. Empty is everything up to today.</summary>
    public static Outcome<Period> Read(IQueryCollection query, DateOnly today)
    {
        var known = Day("bekend");
        if (known.Refused) return known.Refusal;
        // What is known today still grows: only a day that is over is fixed.
        DateOnly? fixedAt = known.Value is { } day && day < today ? day : null;
        if (query["jaar"].ToString() is { Length: > 0 } typed)
            return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 9998
                ? OfYear(year, fixedAt) : new NotFoundHere();
        var (first, last) = (Day("van"), Day("tot"));
        if (first.Refused) return first.Refusal;
        if (last.Refused) return last.Refusal;
        var until = last.Value ?? fixedAt ?? today;
        return first.Value > until ? new PeriodBackwards() : new Period(first.Value, until, fixedAt);

        Outcome<DateOnly?> Day(string key)
        {
            if (query[key].ToString() is not { Length: > 0 } text) return (DateOnly?)null;
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Year is >= 1000 and <= 9998
                ? read : new Missing(key, "Period.Day");
        }
    }

    /// <summary>The path with this period: the same on every machine and every day, where a known day is named.</summary>
    public string At(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["jaar"] = Year?.ToString(CultureInfo.InvariantCulture),
        ["van"] = Year is null && First is { } first ? Text(first) : null,
        ["tot"] = Year is null && (First is not null || Known is not null) ? Text(Last) : null,
        ["bekend"] = Known is { } known ? Text(known) : null,
    }.Where(pair => pair.Value is not null));

    /// <summary>The entries of these days.</summary>
    public EntryFilter During(EntryFilter whose) => Year is { } year
        ? whose with { From = year, Until = year, Known = Known }
        : whose with { FirstDay = First, LastDay = Last, Known = Known };

    /// <summary>The entries of all days up to the last.</summary>
    public EntryFilter UpToEnd(EntryFilter whose) => Year is { } year ? whose with { Until = year, Known = Known } : whose with { LastDay = Last, Known = Known };

    /// <summary>The entries of all days before the first.</summary>
    public EntryFilter Before(EntryFilter whose) => Year is { } year
        ? whose with { Until = year - 1, Known = Known }
        : whose with { LastDay = First?.AddDays(-1), Known = Known };

    /// <summary>The first instant after a day, in the fund's own zone.</summary>
    public static DateTimeOffset EndOf(DateOnly day, string zone) =>
        DateTimeZoneProviders.Tzdb[zone].AtStartOfDay(new LocalDate(day.Year, day.Month, day.Day).PlusDays(1)).ToDateTimeOffset().ToUniversalTime();

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The first day comes after the last.</summary>
public sealed record PeriodBackwards : Refusal
{
    public override string? Field => "van";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
