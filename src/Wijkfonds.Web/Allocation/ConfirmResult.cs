using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation;

/// <summary>Either the procedure was followed, or the whole result is annulled for a public reason. There is no third: nobody changes an outcome.</summary>
public sealed record ResultTerms(bool Annul, string Reason)
{
    public const int LongestReason = 1000;

    public static ResultTerms Of(Decision decision) => JsonSerializer.Deserialize<ResultTerms>(decision.Terms)!;
}

/// <summary>Two members confirm: only then are the awards booked, and what the section did not need flows back.</summary>
public sealed class ConfirmResult(Book book) : IEffect
{
    public DecisionKind Kind => DecisionKind.ConfirmResult;

    public async Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) =>
        Treasury.BarConfirming(who) ?? (await Find(db, decision.Subject) is { } round ? Bars(round) : new NotFoundHere());

    /// <summary>Every plan that was on the ballot: who has an interest in one of them decides neither for nor against the whole.</summary>
    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await db.Set<BallotPlan>().Where(p => p.RoundId == decision.Subject).OrderBy(p => p.Number).Select(p => p.ProposalId).ToListAsync();

    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words) => Task.FromResult<IReadOnlyList<string>>(
        ResultTerms.Of(decision) is { Annul: true, Reason: var reason }
            ? [words["result.explain.annul"], words["result.explain.because", reason]] : [words["result.explain.confirm"]]);

    /// <summary>Why this round's result cannot be confirmed or annulled now; null when it can.</summary>
    public static Refusal? Bars(Round round) =>
        round.Has(RoundActKind.Cancelled) ? new ResultIsAnnulled()
        : !round.Has(RoundActKind.Counted) ? new NotCountedYet()
        : round.Has(RoundActKind.Confirmed) ? new ResultIsConfirmed() : null;

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await Find(db, decision.Subject) is not { } round) return new NotFoundHere();
        if (Bars(round) is { } refusal) return refusal;
        var terms = ResultTerms.Of(decision);
        if (!terms.Annul && await BookAwards(db, round, now) is { } no) return no;
        foreach (var section in round.Sections.OrderBy(s => s.Number))
            if (await Pot.ReservedFor(db, section.Id) is var rest && rest > Cents.Zero
                && await book.Release(db, now, round.FundId, section.Id, rest) is { Refusal: { } unreleased }) return unreleased;
        db.Add(new RoundAct
        {
            FundId = round.FundId, RoundId = round.Id, Kind = terms.Annul ? RoundActKind.Cancelled : RoundActKind.Confirmed,
            At = now, AccountId = who.AccountId, Note = terms.Reason,
        });
        return null;
    }

    private async Task<Refusal?> BookAwards(WijkfondsContext db, Round round, DateTimeOffset now)
    {
        var rules = await MoneyRules.Of(db, round.FundId);
        var number = await db.Set<Award>().MaxAsync(a => (int?)a.Number) ?? 0;
        foreach (var result in await db.Results(round.Id))
            foreach (var won in result.Elected)
            {
                var id = Guid.CreateVersion7();
                var entry = await book.Award(db, now, round.FundId, result.SectionId, id, won.Plan.Cost);
                if (entry.Refused) return entry.Refusal;
                db.Add(new Award
                {
                    Id = id, FundId = round.FundId, Number = ++number, ProposalId = won.Plan.ProposalId, Amount = won.Plan.Cost,
                    BookedAt = now, EntrySequence = entry.Value.Sequence,
                });
                db.AddRange(AwardPart.For(round.FundId, id, won.Plan.Cost, rules));
            }
        return null;
    }

    private static Task<Round?> Find(WijkfondsContext db, Guid id) =>
        db.Set<Round>().Include(r => r.Sections).Include(r => r.Acts).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id);
}

public sealed record NotCountedYet : Refusal;

public sealed record ResultIsConfirmed : Refusal;

public sealed record ResultIsAnnulled : Refusal;
