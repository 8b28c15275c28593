using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Rounds;

/// <summary>The second member's word makes a draft public and sets its budgets apart in the book, all in one transaction.</summary>
public sealed class ApprovingRound(Book book) : IEffect
{
    public DecisionKind Kind => DecisionKind.ApproveRound;

    /// <summary>Puts the draft before the alliance, bound to the rules and timetable as they stand.</summary>
    public static async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, int number)
    {
        if (!who.IsMember || await db.Round(number) is not { } round) return new NotFoundHere();
        if (round.PhaseAt(now) != Phase.Draft) return new RulesStand();
        if (await RoundFormPage.Check(db, round, now) is { } refusal) return refusal;
        return await deciding.Propose(db, who, now, DecisionKind.ApproveRound, round.Id, round.Name, $"/rondes/{number}/regels",
            JsonSerializer.Serialize(new Approval(RoundRules.TermsHash(round))));
    }

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        if (await db.Round(decision.Subject) is not { } round) return [];
        var sentences = new List<string>([.. RoundSentences.Of(round, words), words["round.approve.reserves", round.Budget]]);
        foreach (var budget in await BudgetLayers.Of(db, round))
        {
            sentences.AddRange(budget.Bound.Select(b => words["round.approve.earmark", budget.Section.Name, b.Amount, b.Earmark.Name, b.Giver, budget.Unbound]));
            if (budget.Short is { } why) sentences.Add($"{budget.Section.Name}: {words.Say(why)}");
        }
        return sentences;
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Round(decision.Subject) is not { } round) return new NotFoundHere();
        if (round.PhaseAt(now) != Phase.Draft) return new RulesStand();
        if (JsonSerializer.Deserialize<Approval>(decision.Terms)?.Rules != RoundRules.TermsHash(round)) return new RulesChanged();
        if (await RoundFormPage.Check(db, round, now) is { } refusal) return refusal;
        foreach (var section in round.Sections.OrderBy(s => s.Number))
            if (await book.Reserve(db, now, round.FundId, section.Id, section.Budget, await Admissible.Of(db, round, section)) is { Refusal: { } no }) return no;
        db.Add(new RoundAct { FundId = round.FundId, RoundId = round.Id, Kind = RoundActKind.Approved, At = now, AccountId = who.AccountId });
        return null;
    }

    private sealed record Approval(string Rules);
}
