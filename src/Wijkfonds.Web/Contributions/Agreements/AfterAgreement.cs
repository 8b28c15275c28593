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

/// <summary>What the treasurer typed. Undo: what was decided before does not hold. Against: the giver does not keep the notice.</summary>
public sealed record ActForm(string? Day, string? Amount, string? Reason, string? Notice = null, bool Against = false, bool Undo = false);

/// <summary>
/// An agreement's early end, or its final amount: proposed by the treasurer, dated, agreed by a second member. What was decided
/// wrongly is corrected in the same way, by another one that holds from then on; both stay.
/// </summary>
public abstract class AfterAgreement(Texts texts) : IEffect
{
    public abstract DecisionKind Kind { get; }
    protected abstract AgreementActKind Act { get; }
    protected abstract AgreementActKind TakenBack { get; }
    protected abstract PledgeReason Why { get; }

    public async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, int contributor, int number, ActForm typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await Schedules.Whole(db).Include(a => a.Contributor.Party).SingleOrDefaultAsync(a => a.Contributor.Number == contributor && a.Number == number) is not { } agreement) return new NotFoundHere();
        if (agreement.ConfirmedAt is null) return new AgreementNotConfirmed();
        var why = Typed.Needed(typed.Reason, "reason", 1000, "Agreement.Reason");
        if (why.Refused) return why.Refusal;
        var today = await Book.Today(db, now, agreement.FundId);
        var read = typed.Undo && agreement.Last(Act) is { } held ? new ActTerms(held.Day, held.Amount.Value, "") { Undoes = true } : Read(agreement, typed, today);
        if (read.Refused) return read.Refusal;
        var terms = read.Value with { Reason = why.Value, Corrects = agreement.Last(Act) is { } before ? new(before.Day, before.Amount.Value) : null };
        if (Check(agreement, terms) is { } refusal) return refusal;
        var words = texts.In(await db.Set<Fund>().Where(f => f.Id == agreement.FundId).Select(f => f.Language).SingleAsync());
        return await deciding.Propose(db, who, now, Kind, agreement.Id, words["agreement.about", agreement.Contributor.Party.Name, agreement.Form, agreement.Promised],
            $"/bijdragers/{contributor}/toezeggingen/{number}", JsonSerializer.Serialize(terms));
    }

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await db.Set<Agreement>().Where(a => a.Id == decision.Subject).Select(a => a.ContributorId).ToListAsync();

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var terms = Read(decision);
        List<string> sentences = [terms.Undoes ? words[$"agreement.{TakenBack}.means"] : words[$"agreement.{Act}.means", terms.Day, new Cents(terms.Cents)]];
        if (terms.NoticeOn is { } notice) sentences.Add(words["agreement.notice-on", notice]);
        if (terms.Against) sentences.Add(words["agreement.against"]);
        if (terms.Corrects is { } was) sentences.Add(words[$"agreement.{Act}.corrects", was.Day, new Cents(was.Cents)]);
        if (decision.IsOpen) sentences.AddRange(await ActOutcome.Of(db, decision.Subject, NewAct(decision, terms, DateTimeOffset.MaxValue), words));
        return [.. sentences, words["agreement.because", terms.Reason]];
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<Agreement>().Include(a => a.Instalments).Include(a => a.Acts).SingleOrDefaultAsync(a => a.Id == decision.Subject) is not { } agreement) return new NotFoundHere();
        var terms = Read(decision);
        // What an earlier version proposed says no day of notice: it counts from the proposal, as it was read then.
        if (Act is AgreementActKind.Ended && terms is { NoticeOn: null, Undoes: false }) terms = terms with { NoticeOn = await Book.Today(db, decision.ProposedAt, decision.FundId) };
        if (Check(agreement, terms) is { } refusal) return refusal;
        // The last one holds: it is later than those before it, also where two were agreed to in one millisecond.
        var act = NewAct(decision, terms, agreement.Acts.Select(a => a.At.AddMilliseconds(1)).Append(now).Max());
        db.Add(act);
        if (!agreement.Acts.Contains(act)) agreement.Acts.Add(act);
        // The years promise what is left of them.
        var years = Schedule.Of([agreement], _ => [], terms.Day).Terms.GroupBy(t => t.Instalment.Year)
            .ToDictionary(y => y.Key, y => y.Aggregate(Cents.Zero, (sum, t) => sum + t.Amount));
        foreach (var pledge in await db.Set<Pledge>().Where(p => p.AgreementId == agreement.Id).OrderBy(p => p.Year).ToListAsync())
            if (years.GetValueOrDefault(pledge.Year) is var amount && amount != pledge.Amount) db.Add(pledge.Becomes(amount, terms.Corrects is null ? Why : PledgeReason.Corrected, now));
        return null;
    }

    /// <summary>What is new in it; the reason and what it corrects are added to every act.</summary>
    protected abstract Outcome<ActTerms> Read(Agreement agreement, ActForm typed, DateOnly today);

    /// <summary>Asked of the same terms when it is proposed and when it is agreed to: a day that passes in between changes nothing.</summary>
    protected abstract Refusal? Check(Agreement agreement, ActTerms terms);

    private AgreementAct NewAct(Decision decision, ActTerms terms, DateTimeOffset at) => new()
    {
        FundId = decision.FundId, AgreementId = decision.Subject, Kind = terms.Undoes ? TakenBack : Act, Day = terms.Day, Amount = new(terms.Cents), Reason = terms.Reason, At = at,
        NoticeOn = terms.NoticeOn, Against = terms.Against,
    };

    private static ActTerms Read(Decision decision) => JsonSerializer.Deserialize<ActTerms>(decision.Terms)!;
}

/// <summary>What the second member agrees to.</summary>
public sealed record ActTerms(DateOnly Day, long Cents, string Reason)
{
    /// <summary>The day of the giver's letter, from which the notice counts.</summary>
    public DateOnly? NoticeOn { get; init; }
    /// <summary>The notice that was agreed is not kept.</summary>
    public bool Against { get; init; }
    /// <summary>What was decided before does not hold, and nothing comes in its place.</summary>
    public bool Undoes { get; init; }
    /// <summary>What was decided before.</summary>
    public CorrectedAct? Corrects { get; init; }
}

public sealed record CorrectedAct(DateOnly Day, long Cents);
