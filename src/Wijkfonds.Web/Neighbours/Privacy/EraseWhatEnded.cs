using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Cash;
using Wijkfonds.Web.Funds.Holding;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Neighbours.Hosting;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Panels;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Neighbours.Privacy;

/// <summary>Really erases what has reached its end. The book stays whole: it names parties by a random reference.</summary>
public sealed class EraseWhatEnded(Work work, DataFolder folder, Database database, FileStore files) : IJob
{
    public const string JobName = "erasure";
    public static readonly TimeSpan Unconfirmed = TimeSpan.FromDays(7);
    public static readonly TimeSpan Mails = TimeSpan.FromDays(30);
    /// <summary>The tax office may ask about money for this long.</summary>
    public const int MoneyYears = 7;

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        foreach (var erase in new Func<WijkfondsContext, DateTimeOffset, Task>[] { Accounts, Outbox, Invitations, Reminders, Candidates, EraseParties.Run, BankLines, Holders, Evidence })
        {
            stop.ThrowIfCancellationRequested();
            await work.Run<Done>(null, async db =>
            {
                await erase(db, now);
                return Done.It;
            });
        }
        foreach (var file in new DirectoryInfo(folder.Folder("mail")).GetFiles())
            if (MadeAt(file) < now - Mails) file.Delete();
        await Files(now, stop);
    }

    /// <summary>Nobody proved to own the address: nothing can hang on the row.</summary>
    private static async Task Accounts(WijkfondsContext db, DateTimeOffset now)
    {
        var before = now - Unconfirmed;
        await db.Set<Account>().Where(a => !a.EmailConfirmed && a.ErasedAt == null && a.CreatedAt < before).ExecuteDeleteAsync();
    }

    private static async Task Outbox(WijkfondsContext db, DateTimeOffset now)
    {
        var before = now - Mails;
        await db.Set<OutboxMessage>().Where(m => m.SentAt < before || m.GivenUpAt < before).ExecuteDeleteAsync();
    }

    private static async Task Invitations(WijkfondsContext db, DateTimeOffset now)
    {
        var before = now - Mails;
        await db.Set<Invitation>().Where(i => i.Until < now || i.AcceptedAt < before).ExecuteDeleteAsync();
    }

    private static async Task Reminders(WijkfondsContext db, DateTimeOffset now)
    {
        var before = now - Mails;
        await db.Set<Reminder>().Where(r => db.Set<RoundAct>().Any(a => a.RoundId == r.RoundId && a.At < before
            && (a.Kind == RoundActKind.Counted || a.Kind == RoundActKind.Cancelled))).ExecuteDeleteAsync();
    }

    /// <summary>A year after its list closed, a draw is numbers only.</summary>
    private static async Task Candidates(WijkfondsContext db, DateTimeOffset now)
    {
        var before = now.AddYears(-1);
        await db.Set<Candidate>().Where(c => (c.AccountId != null || c.PublicName != "") && db.Set<Panel>().Any(p => p.Id == c.PanelId && p.Closes.Instant < before))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.AccountId, (Guid?)null).SetProperty(c => c.PublicName, ""));
    }

    /// <summary>Seven years after the bank's last line in a file: who stood there and what they wrote. The amounts stay; the original goes with the words.</summary>
    private async Task BankLines(WijkfondsContext db, DateTimeOffset now)
    {
        var before = DateOnly.FromDateTime(now.UtcDateTime).AddYears(-MoneyYears);
        var ended = await db.Set<BankWords>().Where(w => w.ErasedAt == null && db.Set<BankLine>().Any(l => l.Id == w.LineId && l.BookedOn < before)).ToListAsync();
        await DecidedWords.Forget(db, [.. ended.Select(w => new SaidInTitle(w.LineId))]);
        foreach (var words in ended)
        {
            (words.Name, words.Iban, words.Text, words.EndToEnd, words.Batch, words.Parts, words.Explanation) = ("", "", "", "", "", "", "");
            words.ErasedAt = now;
        }
        foreach (var file in await db.Set<BankFile>().Where(f => f.Statements.All(s => s.Until < before)).Select(f => f.Sha256).ToListAsync()) files.Erase(file);
    }

    /// <summary>A year after another list of the holder's board was decided, the earlier one names nobody.</summary>
    private static async Task Holders(WijkfondsContext db, DateTimeOffset now)
    {
        var before = now.AddYears(-1);
        await db.Set<Holder>().Where(h => (h.Board != "" || h.Complaints != "") && db.Set<Holder>().Any(next => next.FundId == h.FundId && next.Version > h.Version && next.From < before))
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Board, "").SetProperty(h => h.Complaints, ""));
        foreach (var decision in await db.Set<Decision>().Where(d => d.Kind == DecisionKind.SetHolder && (d.DroppedAt < before
            || (d.CarriedAt != null && db.Set<Decision>().Any(next => next.Kind == d.Kind && next.FundId == d.FundId && next.Number > d.Number && next.CarriedAt < before)))).ToListAsync()) DecidedWords.Forget(decision);
    }

    /// <summary>What teams told and showed, and what slips said: seven years, as all books.</summary>
    private static async Task Evidence(WijkfondsContext db, DateTimeOffset now)
    {
        var before = now.AddYears(-MoneyYears);
        await db.Set<KeptFile>().Where(f => f.BroughtAt < before && f.Sha256 != "").ExecuteUpdateAsync(set => set.SetProperty(f => f.Sha256, "").SetProperty(f => f.PublishedAt, (DateTimeOffset?)null));
        await db.Set<Report>().Where(r => r.SentAt < before && r.Words != "")
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Words, "").SetProperty(r => r.Answer, "").SetProperty(r => r.PublishedAt, (DateTimeOffset?)null));
        await db.Set<PayWish>().Where(w => w.ChosenAt < before && (w.Name != "" || w.Iban != "")).ExecuteUpdateAsync(set => set.SetProperty(w => w.Name, "").SetProperty(w => w.Iban, ""));
        await db.Set<CashSlip>().Where(c => c.EnteredAt < before && c.What != "").ExecuteUpdateAsync(set => set.SetProperty(c => c.What, ""));
        var costs = await db.Set<AllianceCost>().Where(c => c.PreparedAt < before && c.What != "").Select(c => new { c.Id, c.What }).ToListAsync();
        await DecidedWords.Forget(db, [.. costs.Select(c => new SaidInTitle(c.Id, $", {c.What}"))]);
        await db.Set<AllianceCost>().Where(c => c.PreparedAt < before && c.What != "").ExecuteUpdateAsync(set => set.SetProperty(c => c.What, ""));
    }

    /// <summary>Files that no row names any more. A day of grace: a form that is being sent puts its files before its rows.</summary>
    private async Task Files(DateTimeOffset now, CancellationToken stop)
    {
        await using var db = database.Open();
        var named = await db.Set<KeptFile>().Select(f => f.Sha256).Union(db.Set<BankFile>().Select(f => f.Sha256)).ToHashSetAsync(stop);
        foreach (var file in new DirectoryInfo(folder.Folder("files")).GetFiles().Where(f => !named.Contains(f.Name) && new DateTimeOffset(f.LastWriteTimeUtc, TimeSpan.Zero) < now.AddDays(-1)))
            files.Erase(file.Name);
    }

    /// <summary>The mail's own date, which its name begins with; a file of another name counts from when it was written.</summary>
    private static DateTimeOffset MadeAt(FileInfo file) =>
        file.Name.Length > 18 && DateTimeOffset.TryParseExact(file.Name[..18], "yyyyMMdd-HHmmssfff", System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal, out var made)
            ? made
            : new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero);
}
