namespace Wijkfonds.Web.Tests.Shared;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FakeClock : TimeProvider
{
    private DateTimeOffset now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now => now;

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateTimeOffset instant) => now = instant;

    public void Advance(TimeSpan by) => now += by;
}
