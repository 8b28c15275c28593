using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>An agreement's early end, or its final amount: proposed by the treasurer, dated, agreed by a second member.</summary>
public abstract class AfterAgreement(Texts texts) : IEffect
{
    public abstract DecisionKind Kind { get; }
    protected abstract AgreementActKind Act { get; }
    protected abstract PledgeReason Why { get; }

    public async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, int contributor, int number, string? day, string? amount, string? reason)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await Schedules.Whole(db).Include(a => a.Contributor.Party).SingleOrDefaultAsync(a => a.Contributor.Number == contributor && a.Number == number) is not { } agreement) return new NotFoundHere();
        if (AgreementForm.Day(day) is not { } on) return new Missing("day", "Agreement.Day");
        var why = Typed.Needed(reason, "reason", 1000, "Agreement.Reason");
        if (why.Refused) return why.Refusal;
        var read = Amount(amount);
        if (read.Refused) return read.Refusal;
        var terms = new ActTerms(on, read.Value.Value, why.Value);
        if (Check(agreement, terms, await Book.Today(db, now, agreement.FundId)) is { } refusal) return refusal;
        var words = texts.In(await db.Set<Fund>().Where(f => f.Id == agreement.FundId).Select(f => f.Language).SingleAsync());
        return await deciding.Propose(db, who, now, Kind, agreement.Id, words["agreement.about", agreement.Contributor.Party.Name, agreement.Form, agreement.Promised],
            $"/bijdragers/{contributor}/toezeggingen/{number}", JsonSerializer.Serialize(terms));
    }

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await db.Set<Agreement>().Where(a => a.Id == decision.Subject).Select(a => a.ContributorId).ToListAsync();

    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var terms = Read(decision);
        return Task.FromResult<IReadOnlyList<string>>([words[$"agreement.{Act}.means", terms.Day, new Cents(terms.Cents)], words["agreement.because", terms.Reason]]);
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<Agreement>().Include(a => a.Instalments).Include(a => a.Acts).SingleOrDefaultAsync(a => a.Id == decision.Subject) is not { } agreement) return new NotFoundHere();
        var terms = Read(decision);
        if (Check(agreement, terms, await Book.Today(db, now, agreement.FundId)) is { } refusal) return refusal;
        var act = new AgreementAct { FundId = agreement.FundId, AgreementId = agreement.Id, Kind = Act, Day = terms.Day, Amount = new(terms.Cents), Reason = terms.Reason, At = now };
        db.Add(act);
        if (!agreement.Acts.Contains(act)) agreement.Acts.Add(act);
        // The years promise what is left of them.
        var years = Schedule.Of([agreement], _ => [], terms.Day).Terms.GroupBy(t => t.Instalment.Year)
            .ToDictionary(y => y.Key, y => y.Aggregate(Cents.Zero, (sum, t) => sum + t.Amount));
        foreach (var pledge in await db.Set<Pledge>().Where(p => p.AgreementId == agreement.Id).OrderBy(p => p.Year).ToListAsync())
            if (years.GetValueOrDefault(pledge.Year) is var amount && amount != pledge.Amount) db.Add(pledge.Becomes(amount, Why, now));
        return null;
    }

    protected abstract Outcome<Cents> Amount(string? typed);

    protected abstract Refusal? Check(Agreement agreement, ActTerms terms, DateOnly today);

    private static ActTerms Read(Decision decision) => JsonSerializer.Deserialize<ActTerms>(decision.Terms)!;
}

/// <summary>What the second member agrees to.</summary>
public sealed record ActTerms(DateOnly Day, long Cents, string Reason);

/// <summary>The giver stops early: what falls due after the last day lapses. The notice that was agreed is kept.</summary>
public sealed class EndingAgreement(Texts texts) : AfterAgreement(texts)
{
    public override DecisionKind Kind => DecisionKind.EndAgreement;
    protected override AgreementActKind Act => AgreementActKind.Ended;
    protected override PledgeReason Why => PledgeReason.Ended;

    protected override Outcome<Cents> Amount(string? typed) => Cents.Zero;

    protected override Refusal? Check(Agreement agreement, ActTerms terms, DateOnly today) =>
        agreement.ConfirmedAt is null ? new AgreementNotConfirmed()
        : agreement.EndsOn is { } ended ? new AgreementHasEnded(ended)
        : terms.Day < today.AddMonths(agreement.NoticeMonths) ? new NoticeTooShort(agreement.NoticeMonths, today.AddMonths(agreement.NoticeMonths)) : null;
}

/// <summary>The giver fixes the amount afterwards: at most what was promised. What arrived above it is owed back.</summary>
public sealed class FinalisingAgreement(Texts texts) : AfterAgreement(texts)
{
    public override DecisionKind Kind => DecisionKind.FinaliseAgreement;
    protected override AgreementActKind Act => AgreementActKind.Finalised;
    protected override PledgeReason Why => PledgeReason.Finalised;

    protected override Outcome<Cents> Amount(string? typed) => Typed.Amount(typed, "amount");

    protected override Refusal? Check(Agreement agreement, ActTerms terms, DateOnly today) =>
        agreement.ConfirmedAt is null ? new AgreementNotConfirmed()
        : agreement.FinalAmount is { } final ? new AgreementIsFinal(final)
        : terms.Day > today ? new Missing("day", "Agreement.DayAhead")
        : new Cents(terms.Cents) > agreement.Promised ? new FinalAbovePromise(new(terms.Cents), agreement.Promised) : null;
}
