namespace Wijkfonds.Web.Shared;

/// <summary>The one instant of a request: the clock is read once, in whole milliseconds, so that it equals what is stored.</summary>
public sealed class Now(TimeProvider clock)
{
    public DateTimeOffset Instant { get; } = Read(clock);

    public static DateTimeOffset Read(TimeProvider clock) =>
        DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
}
