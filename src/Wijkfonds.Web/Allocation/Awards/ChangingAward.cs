using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>What exactly is decided about an award: how many cents, on which day they arrived (giving back only), and why.</summary>
public sealed record AwardTerms(long Cents, string Reason, DateOnly? Day = null)
{
    public static AwardTerms Of(Decision decision) => JsonSerializer.Deserialize<AwardTerms>(decision.Terms)!;
}

/// <summary>
/// Two members change what was promised: less is needed and flows back to the givers it came from, more is needed and comes
/// from free unbound money, a team gives back, or the award is closed. One of these for each kind.
/// </summary>
public sealed class ChangingAward(DecisionKind kind, Book book, TellingYears years) : IEffect
{
    /// <summary>The kinds, with their words in forms.</summary>
    public static readonly IReadOnlyList<(DecisionKind Kind, string Word)> Kinds =
        [(DecisionKind.CloseAward, "afsluiten"), (DecisionKind.LapseAward, "vrijval"), (DecisionKind.SupplementAward, "aanvulling"), (DecisionKind.RepayAward, "terugbetaling")];

    public DecisionKind Kind => kind;

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => MayDecide(db, decision.Subject, who);

    public async Task<bool> IsOwn(WijkfondsContext db, Decision decision, Guid account) => await Find(db, decision.Subject) is { } award && await AwardTeam.Has(db, award, account);

    public Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) => Plan(db, decision.Subject);

    /// <summary>Whatever is decided about an award: never by its own team, and with a second factor.</summary>
    internal static async Task<Refusal?> MayDecide(WijkfondsContext db, Guid award, Viewer who) =>
        Treasury.BarConfirming(who) ?? (await Find(db, award) is not { } found ? new NotFoundHere() : await AwardTeam.Has(db, found, who.AccountId) ? new ReceiverCannotRelease() : null);

    /// <summary>Who has an interest in the plan stands aside.</summary>
    internal static async Task<IReadOnlyList<Guid>> Plan(WijkfondsContext db, Guid award) => await Find(db, award) is { } found ? [found.ProposalId] : [];

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        if (await Find(db, decision.Subject) is not { } award) return [];
        var (terms, standing) = (AwardTerms.Of(decision), (await Standing.Of(db, award.Number))!);
        var sentences = new List<string> { words[$"award.explain.{kind}", new Cents(terms.Cents), terms.Day ?? default], words["award.explain.reason", terms.Reason] };
        if (kind == DecisionKind.CloseAward && standing.HasParts && !standing.IsDone) sentences.Insert(1, words["award.explain.unreported"]);
        return sentences;
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await Find(db, decision.Subject) is not { } award) return new NotFoundHere();
        var (terms, fund) = (AwardTerms.Of(decision), decision.FundId);
        if (await Bars(db, fund, kind, award, new Cents(terms.Cents)) is { } bar) return bar;
        if (kind == DecisionKind.CloseAward) return await Close(db, now, fund, award);
        var amount = new Cents(terms.Cents);
        var before = (await Standing.Of(db, award.Number))!;
        var entry = kind switch
        {
            DecisionKind.LapseAward => await book.Lapse(db, now, fund, award.Id, amount),
            DecisionKind.SupplementAward => await book.Supplement(db, now, fund, award.Id, amount),
            _ => await book.Repay(db, now, fund, award.Id, amount, terms.Day!.Value),
        };
        if (entry.Refused) return entry.Refusal;
        if (kind != DecisionKind.SupplementAward)
        {
            if (await PromisingYears.IsHandedBack(db, award)) await years.Lapse(db, now, award);
        }
        else if (award.Parts.MaxBy(i => i.Number) is { } last)
            db.Add(new AwardPart { FundId = fund, AwardId = award.Id, Number = last.Number + 1, Amount = amount, Accounting = last.Accounting, IsSupplement = true, Before = before.Paid + before.Left });
        return null;
    }

    /// <summary>What is left goes back to the givers; other open decisions about the award have nothing left to decide.</summary>
    private async Task<Refusal?> Close(WijkfondsContext db, DateTimeOffset now, Guid fund, Award award)
    {
        var left = await Funds.Pot.LeftOf(db, award.Id);
        if (left > Cents.Zero && await book.Lapse(db, now, fund, award.Id, left) is { Refusal: { } no }) return no;
        award.ClosedAt = now;
        await years.Lapse(db, now, award);
        foreach (var other in new[] { DecisionKind.LapseAward, DecisionKind.SupplementAward, DecisionKind.PromiseYears, DecisionKind.WithdrawYears }) await Deciding.Drop(db, now, other, award.Id);
        return null;
    }

    /// <summary>Why this cannot be done with this award now; null when it can.</summary>
    internal static async Task<Refusal?> Bars(WijkfondsContext db, Guid fund, DecisionKind kind, Award award, Cents amount)
    {
        if (kind == DecisionKind.RepayAward)
            return (await Book.PaidOf(db, fund, award.Id)).Aggregate(Cents.Zero, (sum, l) => sum + l.Amount) is var paid && amount > paid ? new ExceedsPaid(amount, paid) : null;
        // What came back to a closed award still flows to its givers; nothing else is decided about it.
        if (award.ClosedAt is not null && kind != DecisionKind.LapseAward) return new AwardIsClosed();
        var (left, waiting) = (await Funds.Pot.LeftOf(db, award.Id), await PreparePayment.Waiting(db, award.Id));
        if (kind == DecisionKind.CloseAward) return waiting > Cents.Zero ? new PaymentStillWaits(waiting) : null;
        if (kind != DecisionKind.LapseAward) return null;
        return amount > left ? new ExceedsAward(amount, left) : amount > left - waiting ? new AwardWaits(amount, left - waiting, waiting) : null;
    }

    internal static Task<Award?> Find(WijkfondsContext db, Guid id) => db.Set<Award>().Include(a => a.Proposal).Include(a => a.Parts).SingleOrDefaultAsync(a => a.Id == id);
}

/// <summary>A payment that waits for release is released or stopped before the award is closed.</summary>
public sealed record PaymentStillWaits(Cents Waiting) : Refusal;
