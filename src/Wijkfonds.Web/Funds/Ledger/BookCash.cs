using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>
/// The petty cash. What lies in it is set aside under the fund itself (Reserved, subject = the fund), euro for euro and
/// giver for giver, so that coins are never promised to a plan. It holds at most what the fund's rule says.
/// </summary>
public sealed partial class Book
{
    /// <summary>From the bank into the petty cash, from free unbound money, the fund's own first.</summary>
    /// <param name="payment">The payment that was released for it.</param>
    public async Task<Outcome<JournalEntry>> DrawCash(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid payment, Cents amount, Cents maximum)
    {
        if (await Booked(db, fund, EntryKind.CashDraw, payment) is { } before) return new AlreadyBooked(before);
        var held = await Held(db, fund);
        if (amount > Cents.Zero && amount <= Largest && held + amount > maximum) return new ExceedsCashMaximum(amount, held, maximum);
        if (Bounds(amount) is { } refusal) return refusal;
        var free = await Layers.Unbound(db, fund);
        if (amount > free.Sum()) return new ExceedsPot(amount, free.Sum());
        return await Journal.Write(db, now, fund, EntryKind.CashDraw, await Today(db, now, fund), payment, [.. Share(amount, free).SelectMany(p => new Movement[]
        {
            new(LedgerAccount.Cash, p.Layer, null, p.Part), new(LedgerAccount.Bank, p.Layer, null, -p.Part),
            new(LedgerAccount.Free, p.Layer, null, p.Part), new(LedgerAccount.Reserved, p.Layer, fund, -p.Part),
        })]);
    }

    /// <summary>From the petty cash back to the bank, in proportion to whose euros lie in it.</summary>
    public Task<Outcome<JournalEntry>> ReturnCash(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid slip, Cents amount, DateOnly valueDate) =>
        FromCash(db, now, fund, EntryKind.CashBack, slip, amount, valueDate, (party, part) =>
        [
            new(LedgerAccount.Bank, party, null, part), new(LedgerAccount.Cash, party, null, -part),
            new(LedgerAccount.Reserved, party, fund, part), new(LedgerAccount.Free, party, null, -part),
        ]);

    /// <summary>A small cost of the alliance, paid in coins.</summary>
    public Task<Outcome<JournalEntry>> SpendCash(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid slip, Cents amount, DateOnly valueDate) =>
        FromCash(db, now, fund, EntryKind.CashSpend, slip, amount, valueDate, (party, part) =>
            [new(LedgerAccount.Reserved, party, fund, part), new(LedgerAccount.Cash, party, null, -part)]);

    /// <summary>What two people counted. Less than the book says is a cost of whose euros lie in the cash, more is the fund's own.</summary>
    /// <returns>Null where the count agrees with the book: nothing to book.</returns>
    public async Task<Outcome<CashCounted>> CountCash(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid slip, Cents counted, DateOnly valueDate)
    {
        if (counted < Cents.Zero) return new AmountNotPositive();
        if (counted > Largest) return new AmountTooLarge(Largest);
        var held = await Held(db, fund);
        if (counted == held) return new CashCounted(held, null);
        var own = Layers.Own(fund);
        var more = counted - held;
        var entry = more > Cents.Zero
            ? await Journal.Write(db, now, fund, EntryKind.CashDifference, valueDate, slip,
                [new(LedgerAccount.Cash, own, null, more), new(LedgerAccount.Reserved, own, fund, -more)])
            : await FromCash(db, now, fund, EntryKind.CashDifference, slip, -more, valueDate, (party, part) =>
                [new(LedgerAccount.Reserved, party, fund, part), new(LedgerAccount.Cash, party, null, -part)]);
        return entry.Refused ? entry.Refusal : new CashCounted(held, entry.Value);
    }

    /// <summary>What lies in the petty cash by the book.</summary>
    public static async Task<Cents> Held(WijkfondsContext db, Guid fund) =>
        (await Layers.On(db, fund, LedgerAccount.Reserved, fund)).Sum();

    private static async Task<Outcome<JournalEntry>> FromCash(WijkfondsContext db, DateTimeOffset now, Guid fund, EntryKind kind, Guid slip, Cents amount,
        DateOnly valueDate, Func<Guid, Cents, IReadOnlyList<Movement>> move)
    {
        if (Bounds(amount) is { } refusal) return refusal;
        if (await Booked(db, fund, kind, slip) is { } before) return new AlreadyBooked(before);
        var layers = await Layers.On(db, fund, LedgerAccount.Reserved, fund);
        if (amount > layers.Sum()) return new ExceedsCash(amount, layers.Sum());
        if (valueDate < await Today(db, now, fund)) layers = await Layers.Since(db, fund, LedgerAccount.Reserved, fund, valueDate);
        if (amount > layers.Sum()) return new ExceedsCashThen(amount, layers.Sum(), valueDate);
        return await Journal.Write(db, now, fund, kind, valueDate, slip, [.. Parts(amount, layers).SelectMany(p => move(p.Layer, p.Part))]);
    }
}

/// <summary>A count of the petty cash: what the book said, and the entry that made good the difference.</summary>
public sealed record CashCounted(Cents Expected, JournalEntry? Entry);
