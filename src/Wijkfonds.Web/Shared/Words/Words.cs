using System.Globalization;
using NodaTime;

namespace Wijkfonds.Web.Shared.Words;

/// <summary>
/// The texts in one language. Amounts, dates and times among the values are written out as people read them:
/// always € and Dutch separators, Gregorian dates with weekday in the fund's own zone, Latin digits.
/// </summary>
public sealed class Words(Texts texts, string language, string zone)
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public string Language => language;

    public string this[string key, params object[] values] =>
        values.Length == 0 ? texts.Find(key, language) : string.Format(Dutch, texts.Find(key, language), [.. values.Select(Show)]);

    /// <summary>"{key}.one" for exactly one, else "{key}.many"; the number is {0}.</summary>
    public string Count(string key, long number, params object[] more) => this[number == 1 ? $"{key}.one" : $"{key}.many", [number, .. more]];

    public bool Has(string key) => texts.Has(key);

    /// <summary>€ 4.000, or € 43,69 where there are cents.</summary>
    public string Money(Cents amount)
    {
        var sign = amount.Value < 0 ? "-" : "";
        var whole = Math.Abs(amount.Value / 100).ToString("#,0", Dutch);
        var cents = Math.Abs(amount.Value % 100);
        return cents == 0 ? $"{sign}€\u00a0{whole}" : string.Create(CultureInfo.InvariantCulture, $"{sign}€\u00a0{whole},{cents:00}");
    }

    /// <summary>€ 4.000,00: in a column of amounts to the cent.</summary>
    public string Exact(Cents amount) => string.Create(CultureInfo.InvariantCulture,
        $"{(amount.Value < 0 ? "-" : "")}€\u00a0{Math.Abs(amount.Value / 100).ToString("#,0", Dutch)},{Math.Abs(amount.Value % 100):00}");

    /// <summary>zondag 14 maart 2027, 20.00 uur.</summary>
    public string When(DateTimeOffset instant) => When(instant, zone);

    /// <summary>The same, in the zone of a deadline.</summary>
    public string When(DateTimeOffset instant, string zone)
    {
        var local = Instant.FromDateTimeOffset(instant).InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
        return string.Format(CultureInfo.InvariantCulture, texts.Find("time.at", language), Day(new DateOnly(local.Year, local.Month, local.Day)),
            string.Create(CultureInfo.InvariantCulture, $"{local.Hour:00}.{local.Minute:00}"));
    }

    /// <summary>zondag 14 maart 2027.</summary>
    public string Day(DateTimeOffset instant) => Day(instant, zone);

    /// <summary>The same, in the zone of a deadline.</summary>
    public string Day(DateTimeOffset instant, string zone)
    {
        var local = Instant.FromDateTimeOffset(instant).InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        return Day(new DateOnly(local.Year, local.Month, local.Day));
    }

    public string Day(DateOnly day) => string.Format(CultureInfo.InvariantCulture, texts.Find("time.day", language),
        texts.Find($"time.weekday.{(int)day.DayOfWeek}", language), day.Day, texts.Find($"time.month.{day.Month}", language), day.Year);

    /// <summary>How long until then, in words: "nog 5 dagen", "nog 3 uur"; "voorbij" when it has passed.</summary>
    public string Until(DateTimeOffset instant, DateTimeOffset now)
    {
        var left = instant - now;
        if (left <= TimeSpan.Zero) return texts.Find("time.past", language);
        if (left.TotalDays >= 2) return Count("time.days", (long)Math.Round(left.TotalDays));
        if (left.TotalHours >= 2) return Count("time.hours", (long)left.TotalHours);
        return Count("time.minutes", Math.Max(1, (long)left.TotalMinutes));
    }

    private object Show(object value) => value switch
    {
        Cents amount => Money(amount),
        DateTimeOffset instant => When(instant),
        Deadline deadline => When(deadline.Instant, deadline.Zone),
        DateOnly day => Day(day),
        decimal number => number.ToString("#,0.##", Dutch),
        long or int => ((IFormattable)value).ToString("#,0", Dutch),
        Enum named => Has($"{named.GetType().Name}.{named}") ? texts.Find($"{named.GetType().Name}.{named}", language) : named.ToString(),
        _ => value,
    };
}
