using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Wijkfonds.Web.Shared;

/// <summary>
/// A moment that people agreed in local time, with its zone and the instant that follows.
/// Local times that the zone skips or repeats (the nights the clock changes) are refused by name.
/// </summary>
public sealed record Deadline
{
    private static readonly LocalDateTimePattern Typed = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm");

    /// <summary>Local date and time as the browser's own field writes it: 2027-03-14T20:00.</summary>
    public string Local { get; private set; } = "";
    public string Zone { get; private set; } = "";
    public DateTimeOffset Instant { get; private set; }

    private Deadline() { }

    /// <param name="field">The form field that gets the refusal.</param>
    public static Outcome<Deadline> Read(string? typed, string zone, string field)
    {
        var local = Typed.Parse(typed ?? "");
        if (!local.Success || local.Value.Year is < 2000 or > 2999) return new Missing(field, "Deadline.Unreadable");
        var mapping = DateTimeZoneProviders.Tzdb[zone].MapLocal(local.Value);
        return mapping.Count switch
        {
            0 => new LocalTimeSkipped(typed!, field),
            1 => new Deadline { Local = Typed.Format(local.Value), Zone = zone, Instant = mapping.Single().ToDateTimeOffset().ToUniversalTime() },
            _ => new LocalTimeAmbiguous(typed!, field),
        };
    }

    /// <summary>The deadline at or just after an instant, for demonstrations and for moving a deadline by days.</summary>
    public static Deadline At(DateTimeOffset instant, string zone)
    {
        var local = NodaTime.Instant.FromDateTimeOffset(instant).InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
        var zoned = DateTimeZoneProviders.Tzdb[zone].ResolveLocal(
            new LocalDateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute),
            Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted));
        return new Deadline { Local = Typed.Format(zoned.LocalDateTime), Zone = zone, Instant = zoned.ToDateTimeOffset().ToUniversalTime() };
    }
}

/// <summary>The clock jumps over this local time; it never happens.</summary>
public sealed record LocalTimeSkipped(string Time, string At) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>The clock shows this local time twice.</summary>
public sealed record LocalTimeAmbiguous(string Time, string At) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
