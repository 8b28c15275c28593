using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

/// <summary>What a purse should hold and refuse, kept in plain numbers beside the real book.</summary>
internal sealed class PurseModel
{
    private static readonly Cents CashMaximum = new(400_000);
    private readonly Guid[] sections = Four(), awards = Four();
    private readonly long[] reserved = new long[4], promised = new long[4], paid = new long[4];
    private readonly bool[] awarded = new bool[4];
    private readonly List<(Guid Payment, int Which, long Cents)> payments = [];
    private long free, received, other, cash;

    public Pot Pot => new(new(received), new(free), new(reserved.Sum() + cash), new(promised.Sum()), new(paid.Sum()), new(other), new(cash));

    /// <summary>Does one act on the book, and checks that it was refused exactly where it should be.</summary>
    public async Task Step(Purse purse, int act, int which, int party, long cents)
    {
        var (outcome, possible) = await Do(purse, act, which, party, cents);
        Assert.True(possible == !outcome.Refused, $"act {act} of {cents}: {outcome.Refusal?.ToString() ?? "was allowed"}");
        if (!outcome.Refused) Keep(act, which, cents);
    }

    private async Task<(Outcome<JournalEntry> Outcome, bool Possible)> Do(Purse purse, int act, int which, int party, long cents)
    {
        var (some, amount, id, fund) = (cents > 0, new Cents(cents), Guid.NewGuid(), purse.Fund);
        switch (act)
        {
            case 0 or 1: return (await purse.Deposit(party, cents), some);
            case 2: return (await purse.Reserve(sections[which], cents), some && cents <= free);
            case 3: return (await purse.Release(sections[which], cents), some && cents <= reserved[which]);
            case 4: return (await purse.Award(sections[which], awards[which], cents), some && cents <= reserved[which] && !awarded[which]);
            case 5:
                var payment = await purse.Pay(awards[which], id, cents);
                if (!payment.Refused) payments.Add((id, which, cents));
                return (payment, some && cents <= promised[which]);
            case 6: return (await purse.Do((book, db, now) => book.BankCosts(db, now, fund, id, amount, Purse.Day)), some && cents <= free);
            case 7: return (await purse.Do((book, db, now) => book.Interest(db, now, fund, id, amount, Purse.Day)), some);
            case 8:
                var back = payments.Count == 0 ? id : payments[^1].Payment;
                return (await purse.Do((book, db, now) => book.Returned(db, now, fund, back, Purse.Day)), payments.Count > 0 && payments[^1].Cents > 0);
            case 9: return (await purse.Do((book, db, now) => book.Lapse(db, now, fund, awards[which], amount)), some && cents <= promised[which]);
            case 10: return (await purse.Do((book, db, now) => book.Supplement(db, now, fund, awards[which], amount)), some && cents <= free);
            case 11: return (await purse.Do((book, db, now) => book.Repay(db, now, fund, awards[which], amount, Purse.Day)), some && cents <= Kept(which));
            case 12: return (await purse.Do((book, db, now) => book.DrawCash(db, now, fund, id, amount, CashMaximum)), some && cents <= free && cash + cents <= CashMaximum.Value);
            case 13: return (await purse.Do((book, db, now) => book.SpendCash(db, now, fund, id, amount, Purse.Day)), some && cents <= cash);
            case 14: return (await purse.Do((book, db, now) => book.AllianceCosts(db, now, fund, id, amount)), some && cents <= free);
            default: return (await purse.Do((book, db, now) => book.ReturnCash(db, now, fund, id, amount, Purse.Day)), some && cents <= cash);
        }
    }

    /// <summary>What a plan was paid and did not give back.</summary>
    private long Kept(int which) => paid[which] - repaid[which];

    private readonly long[] repaid = new long[4];

    private void Keep(int act, int which, long cents)
    {
        switch (act)
        {
            case 0 or 1: free += cents; received += cents; break;
            case 2: free -= cents; reserved[which] += cents; break;
            case 3: free += cents; reserved[which] -= cents; break;
            case 4: reserved[which] -= cents; promised[which] += cents; awarded[which] = true; break;
            case 5: promised[which] -= cents; paid[which] += cents; break;
            case 6 or 14: free -= cents; other -= cents; break;
            case 7: free += cents; other += cents; break;
            case 8:
                var (_, from, amount) = payments[^1];
                payments.RemoveAt(payments.Count - 1);
                promised[from] += amount;
                paid[from] -= amount;
                break;
            case 9: promised[which] -= cents; free += cents; break;
            case 10: promised[which] += cents; free -= cents; awarded[which] |= false; break;
            case 11: repaid[which] += cents; free += cents; other += cents; break;
            case 12: free -= cents; cash += cents; break;
            case 13: cash -= cents; other -= cents; break;
            default: cash -= cents; free += cents; break;
        }
    }

    private static Guid[] Four() => [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];
}
