using System.Globalization;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>The demonstration's clock: the machine's own, moved ahead. It goes forward only, and survives a restart.</summary>
public sealed class DemoClock(DataFolder folder) : TimeProvider
{
    private readonly string file = folder.File("demonstratie-klok");
    private long ahead = -1;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddMilliseconds(Ahead);

    private long Ahead
    {
        get
        {
            if (ahead < 0) ahead = File.Exists(file) ? long.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) : 0;
            return ahead;
        }
    }

    /// <summary>Moves to an instant; one that has passed changes nothing.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        var wanted = (long)(instant - System.GetUtcNow()).TotalMilliseconds;
        if (wanted > Ahead) Keep(wanted);
    }

    /// <summary>Back to the machine's own time, when the demonstration starts again.</summary>
    public void Reset() => Keep(0);

    private void Keep(long milliseconds)
    {
        ahead = milliseconds;
        File.WriteAllText(file, milliseconds.ToString(CultureInfo.InvariantCulture));
    }
}
