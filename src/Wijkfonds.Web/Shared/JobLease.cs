using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Shared;

/// <summary>Which server runs a job now. One row per job; only with PostgreSQL, where there may be two servers.</summary>
public sealed class JobLease
{
    public required string Job { get; init; }
    public required Guid Holder { get; set; }
    public required DateTimeOffset Until { get; set; }
}

internal sealed class JobLeaseMapping : IEntityTypeConfiguration<JobLease>
{
    public void Configure(EntityTypeBuilder<JobLease> lease)
    {
        lease.HasKey(l => l.Job);
        lease.Property(l => l.Job).HasMaxLength(60);
    }
}

/// <summary>
/// Takes and gives back leases. A server that dies keeps its lease until it ends; jobs are safe to run twice, the lease
/// only spares the work. With SQLite there is one process (<see cref="DataLock"/>) and nothing to lease.
/// </summary>
public sealed class JobLeases(Database database)
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);
    private readonly Guid me = Guid.NewGuid();

    public async Task<bool> Take(string job, DateTimeOffset now)
    {
        if (database.IsSqlite) return true;
        await using var db = database.Open();
        var until = now + Length;
        var taken = await db.Set<JobLease>().Where(l => l.Job == job && (l.Until <= now || l.Holder == me))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Holder, me).SetProperty(l => l.Until, until));
        if (taken == 1) return true;
        if (await db.Set<JobLease>().AnyAsync(l => l.Job == job)) return false;
        try
        {
            db.Add(new JobLease { Job = job, Holder = me, Until = until });
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException exception) when (Database.IsDuplicate(exception))
        {
            return false;
        }
    }

    public async Task GiveBack(string job, DateTimeOffset now)
    {
        if (database.IsSqlite) return;
        await using var db = database.Open();
        await db.Set<JobLease>().Where(l => l.Job == job && l.Holder == me).ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, now));
    }
}
