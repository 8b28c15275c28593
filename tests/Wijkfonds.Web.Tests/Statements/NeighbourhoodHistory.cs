using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Uploads;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>One act of a history that nobody thought of; what is not allowed just then does not happen.</summary>
internal sealed record HistoryStep(int Act, int Which, int Amount);

/// <summary>
/// A fund to which anything happens that a statement tells about: promises made, changed, ended and fixed, deposits, awards,
/// supplements, payments, money back, reversals, reports with files, stories, relations, closings.
/// </summary>
internal sealed class NeighbourhoodHistory(Neighbourhood n, Round round, Guid payee)
{
    private readonly List<Award> awards = [];
    private int reports, files, payments, relations, promises;

    public const int Acts = 16;
    public Neighbourhood N => n;
    /// <summary>How many acts really happened, by kind.</summary>
    public Dictionary<int, int> Happened { get; } = [];

    public static async Task<NeighbourhoodHistory> On(TestSite site, string slug)
    {
        var n = await (await Neighbourhood.On(site, slug)).WithMoney(100_000);
        var round = await n.WithRound(Phase.CarryingOut);
        var payee = new Party { FundId = n.FundId, Name = "Bouwmarkt" };
        await site.Given(payee);
        return new(n, round, payee.Id);
    }

    public async Task Tell(HistoryStep step)
    {
        n.Site.Clock.Advance(TimeSpan.FromHours(5));
        if (await Act(step)) Happened[step.Act] = Happened.GetValueOrDefault(step.Act) + 1;
    }

    private async Task<bool> Act(HistoryStep step)
    {
        var (contributor, euros, year) = (1 + step.Which % 2, 1 + step.Amount % 900, Year + step.Amount % 3);
        var cents = new Cents(1 + step.Amount);
        return step.Act switch
        {
            0 => await n.WithPledge(contributor, year, euros) is null,
            1 => promises++ < 3 && await n.WithAgreement(contributor, Year, 1 + step.Amount % 3, euros, "2,5", 2) is null,
            2 => await n.WithEnd(contributor, 1 + step.Amount % 2, Today.AddDays(step.Amount % 700)) is null,
            3 => await n.WithFinal(contributor, 1 + step.Amount % 2, 1 + euros / 2) is null,
            4 => await Booked((book, db) => book.Deposit(db, Now, n.FundId, Guid.NewGuid(), n.Contributors[contributor - 1].PartyId, cents, Today.AddDays(-step.Amount % 9))),
            5 => await Award(euros),
            6 => await Pay(step.Which, cents),
            7 => await OnAward(step.Which, (book, db, award) => book.Lapse(db, Now, n.FundId, award.Id, cents)),
            8 => await OnAward(step.Which, (book, db, award) => book.Supplement(db, Now, n.FundId, award.Id, cents)),
            9 => await OnAward(step.Which, (book, db, award) => book.Repay(db, Now, n.FundId, award.Id, cents, Today)),
            10 => await Booked(async (book, db) => await book.Reverse(db, Now, n.FundId, step.Which > 0 ? 1 + step.Amount % 40 : await db.Set<JournalEntry>().MaxAsync(e => e.Sequence))),
            11 => await Report(step.Which),
            12 => await Change<Report>(r => r.PublishedAt == null, r => (r.IsAccepted, r.AnsweredAt, r.PublishedAt) = (true, Now, Now)),
            13 => await Relate(step.Which),
            14 => await Change<Relation>(r => r.EndedAt == null, r => r.EndedAt = Now),
            _ => await Change<Award>(a => a.ClosedAt == null, a => a.ClosedAt = Now),
        };
    }

    private DateTimeOffset Now => n.Site.Clock.Now;

    private DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    private int Year => Today.Year;

    private async Task<bool> Award(long euros)
    {
        if (awards.Count == 4) return false;
        awards.Add(await n.WithAward(await n.WithPlan(round, $"Plan {awards.Count + 1}", euros), euros));
        await n.Site.Given(new AwardPart { FundId = n.FundId, AwardId = awards[^1].Id, Number = 1, Amount = Cents.Euros(euros), Accounting = Accounting.Story });
        return true;
    }

    private Task<bool> OnAward(int which, Func<Book, WijkfondsContext, Award, Task<Outcome<JournalEntry>>> act) =>
        awards.Count == 0 ? Task.FromResult(false) : Booked((book, db) => act(book, db, awards[which % awards.Count]));

    private async Task<bool> Pay(int which, Cents amount)
    {
        if (awards.Count == 0) return false;
        var payment = new Payment
        {
            FundId = n.FundId, Number = ++payments, AwardId = awards[which % awards.Count].Id, Amount = amount, PayeeId = payee, PreparedBy = n.Treasurer.Id, PreparedAt = Now, ReleasedBy = n.Member.Id, ReleasedAt = Now,
        };
        await n.Site.Given(payment);
        return await Booked((book, db) => book.Pay(db, Now, n.FundId, payment.AwardId, payment.Id, amount));
    }

    private async Task<bool> Report(int which)
    {
        if (awards.Count == 0) return false;
        await using var db = n.Open();
        var award = awards[which % awards.Count].Id;
        var part = await db.Set<AwardPart>().SingleAsync(p => p.AwardId == award);
        var report = new Report
        {
            FundId = n.FundId, PartId = part.Id, Number = ++reports, Words = $"Verslag {reports}. Het is mooi geworden! Kom kijken? Dit is te veel.", MayPublish = true, SentBy = n.Resident.Id, SentAt = Now,
            SampleHead = "", IsSampled = false,
        };
        await n.Site.Given([report, .. new[] { FileUse.Photo, FileUse.Receipt }.Select(use => new KeptFile
        {
            FundId = n.FundId, Number = ++files, Subject = report.Id, Use = use, Kind = FileKind.Jpeg, Sha256 = new string('a', 64), Bytes = 1, Width = 1, Height = 1, BroughtBy = n.Resident.Id, BroughtAt = Now,
        })]);
        return true;
    }

    private async Task<bool> Relate(int which)
    {
        await n.Site.Given(new Relation
        {
            FundId = n.FundId, Number = ++relations, One = n.Contributors[which % 2].PartyId, Other = which % 3 == 0 ? n.Member.Id : payee, Kind = RelationKind.Owner, MadeBy = n.Member.Id, MadeAt = Now,
        });
        return true;
    }

    /// <summary>The oldest row of which something may still be said.</summary>
    private async Task<bool> Change<T>(System.Linq.Expressions.Expression<Func<T, bool>> open, Action<T> change) where T : class
    {
        await using var db = n.Open();
        if (await db.Set<T>().Where(open).OrderBy(r => EF.Property<Guid>(r, "Id")).FirstOrDefaultAsync() is not { } row) return false;
        change(row);
        await db.SaveChangesAsync();
        return true;
    }

    private async Task<bool> Booked(Func<Book, WijkfondsContext, Task<Outcome<JournalEntry>>> act) =>
        !(await n.InOneWork(db => act(n.Site.Services.GetRequiredService<Book>(), db))).Refused;
}
