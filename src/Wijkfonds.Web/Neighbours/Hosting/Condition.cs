using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Hosting;

public enum Trouble { None, JobFails, MailGivenUp, MailWaits, DiskFull, ProxyUnnamed, NoBackup, BackupOld }

/// <summary>How the installation is doing, for its host: figures, and the one thing to do first.</summary>
public sealed record Condition(IReadOnlyList<(string Name, JobRun Run)> Jobs, int MailWaiting, DateTimeOffset? OldestMail, int MailGivenUp, string MailError,
    long DiskFree, DateTimeOffset? BackupAt, string Database, string Version, bool ProxyUnnamed)
{
    public static readonly TimeSpan BackupsEvery = TimeSpan.FromDays(7);
    public const long DiskNeeded = 500L * 1024 * 1024;

    public static async Task<Condition> Of(WijkfondsContext db, DataFolder folder, Database database, JobTimer timer, UnnamedProxy proxy)
    {
        var waiting = db.Set<OutboxMessage>().Where(m => m.SentAt == null && m.GivenUpAt == null);
        return new Condition(
            [.. timer.Runs.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value))],
            await waiting.CountAsync(), await waiting.MinAsync(m => (DateTimeOffset?)m.WrittenAt),
            await db.Set<OutboxMessage>().CountAsync(m => m.SentAt == null && m.GivenUpAt != null),
            await db.Set<OutboxMessage>().Where(m => m.LastError != "").OrderByDescending(m => m.WrittenAt).Select(m => m.LastError).FirstOrDefaultAsync() ?? "",
            new DriveInfo(folder.Root).AvailableFreeSpace, Backup.LastAt(folder), database.Provider,
            typeof(Condition).Assembly.GetName().Version?.ToString(3) ?? "", proxy.WasSeen);
    }

    /// <summary>The worst first; one sentence is enough to act on.</summary>
    public Trouble TroubleAt(DateTimeOffset now) =>
        DiskFree < DiskNeeded ? Trouble.DiskFull
        : Jobs.Any(j => j.Run.Error is not null) ? Trouble.JobFails
        : MailGivenUp > 0 ? Trouble.MailGivenUp
        : OldestMail is { } oldest && now - oldest > TimeSpan.FromHours(2) ? Trouble.MailWaits
        : ProxyUnnamed ? Trouble.ProxyUnnamed
        : BackupAt is not { } made ? Trouble.NoBackup
        : now - made > BackupsEvery ? Trouble.BackupOld
        : Trouble.None;
}
