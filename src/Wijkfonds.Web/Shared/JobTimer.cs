using System.Collections.Concurrent;

namespace Wijkfonds.Web.Shared;

/// <summary>Runs each job when it is due, by the injected clock; a failing job is logged and tried again.</summary>
public sealed class JobTimer(IServiceScopeFactory scopes, TimeProvider clock, JobLeases leases, ILogger<JobTimer> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    // One at a time, but for the jobs that wait for other machines: those have a line of their own.
    private readonly SemaphoreSlim own = new(1, 1);
    private readonly SemaphoreSlim waiting = new(1, 1);

    /// <summary>When each job last ended well, and its last error: for the host's page.</summary>
    public ConcurrentDictionary<string, JobRun> Runs { get; } = new(StringComparer.Ordinal);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Keep(waitsForOthers: false, stoppingToken), Keep(waitsForOthers: true, stoppingToken));

    private async Task Keep(bool waitsForOthers, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat);
        while (!stoppingToken.IsCancellationRequested)
        {
            await RunLine(waitsForOthers, all: false, stoppingToken);
            try
            {
                if (!await timer.WaitForNextTickAsync(stoppingToken)) return;
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Runs what is due now; <paramref name="all"/> runs every job, as tests and the demonstration's clock do.</summary>
    public async Task RunDue(CancellationToken stop, bool all = false)
    {
        // What the first line writes is sent by the second.
        await RunLine(waitsForOthers: false, all, stop);
        await RunLine(waitsForOthers: true, all, stop);
    }

    public async Task RunLine(bool waitsForOthers, bool all, CancellationToken stop)
    {
        var one = waitsForOthers ? waiting : own;
        await one.WaitAsync(stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            foreach (var job in scope.ServiceProvider.GetServices<IJob>().Where(job => job.WaitsForOthers == waitsForOthers))
            {
                var now = Now.Read(clock);
                if (!all && Runs.TryGetValue(job.Name, out var last) && now - last.At < job.Every) continue;
                await RunOne(job, now, stop);
            }
        }
        finally
        {
            one.Release();
        }
    }

    private async Task RunOne(IJob job, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            if (!await leases.Take(job.Name, now)) return;
            await job.Run(now, stop);
            Runs[job.Name] = new JobRun(now, null);
            await leases.GiveBack(job.Name, now);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            Runs[job.Name] = new JobRun(now, exception.GetType().Name);
            log.LogError(exception, "Job {Job} failed; it is tried again", job.Name);
        }
    }
}

public sealed record JobRun(DateTimeOffset At, string? Error);
