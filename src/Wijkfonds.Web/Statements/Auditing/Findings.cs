using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>The committee writes what it found and by when it wants an answer; a member answers in public; the committee closes it or asks again.</summary>
public sealed class Findings(Outbox outbox, PublicAddress address)
{
    public async Task<Outcome<AuditAct>> Find(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int year, string? words, string? due)
    {
        if (await Audit.Bars(db, who, now, year) is { } bar) return bar;
        var read = Audit.Words(words, "words", "Audit.Finding");
        if (read.Refused) return read.Refusal;
        var day = await Due(db, now, fund, due, "due");
        if (day.Refused) return day.Refusal;
        var act = await Audit.Add(db, who, now, fund.Id, year, AuditActKind.Finding, read.Value, day.Value);
        await Tell(db, now, fund, Body.Alliance, "finding-new", act, (await Of(db, year)).Count + 1, act);
        return act;
    }

    /// <summary>A member answers for the alliance: once for each time that it is asked.</summary>
    public async Task<Outcome<AuditAct>> Answer(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int year, int index, string? words)
    {
        who = await who.Again(db, now);
        if (!who.IsMember || await Find(db, year, index) is not { } finding) return new NotFoundHere();
        if (finding.State != FindingState.Open) return new AnsweredAlready();
        var read = Audit.Words(words, $"answer-{index}", "Audit.Answer");
        if (read.Refused) return read.Refusal;
        var act = await Audit.Add(db, who, now, fund.Id, year, AuditActKind.Answer, read.Value, about: finding.First.Number);
        await Tell(db, now, fund, Body.AuditCommittee, "finding-answered", finding.First, index, act);
        return act;
    }

    public async Task<Outcome<AuditAct>> Close(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int year, int index)
    {
        if (await Audit.Bars(db, who, now, year) is { } bar) return bar;
        if (await Find(db, year, index) is not { } finding) return new NotFoundHere();
        if (finding.State == FindingState.Open) return new AnswerFirst();
        return finding.State == FindingState.Closed ? finding.After[^1] : await Audit.Add(db, who, now, fund.Id, year, AuditActKind.Closed, "", about: finding.First.Number);
    }

    /// <summary>Not content, or on second thoughts not: the alliance is asked again, by a new day.</summary>
    public async Task<Outcome<AuditAct>> Reopen(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int year, int index, string? words, string? due)
    {
        if (await Audit.Bars(db, who, now, year) is { } bar) return bar;
        if (await Find(db, year, index) is not { } finding) return new NotFoundHere();
        if (finding.State == FindingState.Open) return new AnswerFirst();
        var read = Audit.Words(words, $"again-{index}", "Audit.Again");
        if (read.Refused) return read.Refusal;
        var day = await Due(db, now, fund, due, $"due-{index}");
        if (day.Refused) return day.Refusal;
        var act = await Audit.Add(db, who, now, fund.Id, year, AuditActKind.Reopened, read.Value, day.Value, finding.First.Number);
        await Tell(db, now, fund, Body.Alliance, "finding-new", finding.First, index, act);
        return act;
    }

    /// <summary>Everyone who holds a seat there now, each once, by the key of what is told.</summary>
    internal async Task Tell(WijkfondsContext db, DateTimeOffset now, Fund fund, Body body, string mail, AuditAct first, int index, AuditAct about)
    {
        foreach (var account in await SeatHolders.Of(db, fund.Id, now, s => s.Body == body))
            await outbox.Write(db, now, fund.Id, $"{mail}/{about.Id:N}/{account.Id:N}", account, mail, fund.Name, $"{Audit.Text(first.Year)}-{Audit.Text(index)}",
                about.DueOn ?? first.DueOn!.Value, address.Of(fund, $"/geld/kascommissie/{Audit.Text(first.Year)}#bevinding-{Audit.Text(index)}"), first.Words);
    }

    private static async Task<IReadOnlyList<Finding>> Of(WijkfondsContext db, int year) => Finding.Of(await db.Set<AuditAct>().AsNoTracking().Where(a => a.Year == year).ToListAsync());

    private static async Task<Finding?> Find(WijkfondsContext db, int year, int index) => (await Of(db, year)).SingleOrDefault(f => f.Index == index);

    private static async Task<Outcome<DateOnly>> Due(WijkfondsContext db, DateTimeOffset now, Fund fund, string? typed, string field)
    {
        if (Audit.Day(typed) is not { } day) return new Missing(field, "Audit.Due");
        var today = await Book.Today(db, now, fund.Id);
        return day <= today || day.Year > 9998 ? new DueInPast(field, today) : day;
    }
}

public sealed record AnsweredAlready : Refusal;

/// <summary>The committee closes, or asks again, after an answer.</summary>
public sealed record AnswerFirst : Refusal;

public sealed record DueInPast(string At, DateOnly Today) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
