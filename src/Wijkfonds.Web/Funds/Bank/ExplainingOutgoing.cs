using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>Money left the bank without a released payment, or came in and belongs to nothing: what it was is said by two members, with words; what left can be booked as costs of the bank.</summary>
public sealed class ExplainingOutgoing(Book book) : IEffect
{
    private sealed record Terms(bool Costs, string Words);

    public DecisionKind Kind => DecisionKind.ExplainBankLine;

    public async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, Fund fund, Texts texts, int number, string? typed, bool costs)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await Explaining.Find(db, number) is not { } line) return new NotFoundHere();
        var left = await LiveMarks.LeftOf(db, line);
        if (left == Cents.Zero) return new LineIsExplained(number);
        var words = Typed.Needed(typed, "words", 500, "BankLine.Words");
        if (words.Refused) return words.Refusal;
        return await deciding.Propose(db, who, now, Kind, line.Id, texts.In(fund.Language)["bank.line.about", line.IsIncoming ? left : -left, line.BookedOn], $"/geld/bank/regels/{number}",
            JsonSerializer.Serialize(new Terms(costs && !line.IsIncoming, words.Value)));
    }

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var terms = Read(decision);
        var line = await db.Set<BankLine>().Include(l => l.Words).SingleAsync(l => l.Id == decision.Subject);
        return [words[line.IsIncoming ? "bank.explain.in" : "bank.explain.line", line.IsIncoming ? line.Amount : -line.Amount, line.BookedOn, line.Words.Name.Length > 0 ? line.Words.Name : words["bank.nobody"]],
            words[terms.Costs ? "bank.explain.costs" : "bank.explain.words", terms.Words]];
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<BankLine>().Include(l => l.Words).SingleOrDefaultAsync(l => l.Id == decision.Subject) is not { } line) return new NotFoundHere();
        var terms = Read(decision);
        var left = await LiveMarks.LeftOf(db, line);
        if (left == Cents.Zero) return new LineIsExplained(line.Number);
        long? booked = null;
        if (terms.Costs)
        {
            var entry = await book.BankCosts(db, now, line.FundId, line.Id, -left, await BookYear.FirstOpen(db, line.FundId, line.ValueDate));
            if (entry.Refused) return entry.Refusal;
            booked = entry.Value.Sequence;
        }
        line.Words.Explanation = terms.Words;
        Explaining.Mark(db, who, now, line, terms.Costs ? BankMarkKind.Costs : BankMarkKind.Words, line.Id, left, booked);
        return null;
    }

    private static Terms Read(Decision decision) => JsonSerializer.Deserialize<Terms>(decision.Terms)!;
}
