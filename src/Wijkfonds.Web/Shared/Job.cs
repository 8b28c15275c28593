namespace Wijkfonds.Web.Shared;

/// <summary>What follows from the clock: mails, sealing, counts, erasure. Safe to run twice, late, and on two servers.</summary>
public interface IJob
{
    /// <summary>Shown to the host; also the name of its lease.</summary>
    string Name { get; }

    TimeSpan Every { get; }

    /// <summary>Talks to another machine, which may keep silent: runs beside the other jobs, so that sealing and counting never wait for it.</summary>
    bool WaitsForOthers => false;

    Task Run(DateTimeOffset now, CancellationToken stop);
}
