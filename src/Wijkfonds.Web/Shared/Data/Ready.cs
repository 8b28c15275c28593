using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Wijkfonds.Web.Shared.Data;

/// <summary>/health/ready: the database answers in the model's shape, and the data folder can be written.</summary>
public sealed class Ready(Database database, DataFolder folder) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var db = database.Open();
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return HealthCheckResult.Unhealthy("The database waits for a migration.");
            var probe = folder.File(".probe-" + Guid.NewGuid().ToString("N"));
            await File.WriteAllTextAsync(probe, "", cancellationToken);
            File.Delete(probe);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or IOException or UnauthorizedAccessException or InvalidOperationException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy(exception.GetType().Name);
        }
    }
}
