using System.Collections.Concurrent;

namespace Wijkfonds.Web.Shared;

/// <summary>Runs each job when it is due, by the injected clock; a failing job is logged and tried again.</summary>
public sealed class JobTimer(IServiceScopeFactory scopes, TimeProvider clock, JobLeases leases, ILogger<JobTimer> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>When each job last ended well, and its last error: for the host's page.</summary>
    public ConcurrentDictionary<string, JobRun> Runs { get; } = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat);
        while (!stoppingToken.IsCancellationRequested)
        {
            await RunDue(stoppingToken);
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
        await one.WaitAsync(stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            foreach (var job in scope.ServiceProvider.GetServices<IJob>())
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
