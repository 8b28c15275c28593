using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>What the bank does besides receiving deposits and making payments, and what the fund itself costs.</summary>
public sealed partial class Book
{
    /// <summary>
    /// What the bank took. Who bears the costs of the fund itself: its own money first, then free money that no giver
    /// bound, in proportion. Earmarked euros never pay them.
    /// </summary>
    /// <param name="line">The line of the bank's list: the same one is booked once.</param>
    public async Task<Outcome<JournalEntry>> BankCosts(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid line, Cents amount, DateOnly valueDate) =>
        await Booked(db, fund, EntryKind.BankCosts, line) is { } before
            ? new AlreadyBooked(before)
            : await Bear(db, now, fund, EntryKind.BankCosts, line, amount, valueDate, (LedgerAccount.Bank, null));

    /// <summary>What the bank gave: the fund's own money.</summary>
    public async Task<Outcome<JournalEntry>> Interest(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid line, Cents amount, DateOnly valueDate)
    {
        if (Bounds(amount) is { } refusal) return refusal;
        if (await Booked(db, fund, EntryKind.Interest, line) is { } before) return new AlreadyBooked(before);
        var own = Layers.Own(fund);
        return await Journal.Write(db, now, fund, EntryKind.Interest, valueDate, line,
            [new(LedgerAccount.Bank, own, null, amount), new(LedgerAccount.Free, own, null, -amount)]);
    }

    /// <summary>A payment that the bank gave back: every euro returns to where it was, so that it can be paid again.</summary>
    public async Task<Outcome<JournalEntry>> Returned(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid payment, DateOnly valueDate)
    {
        var entries = db.Set<JournalEntry>().Where(e => e.FundId == fund && e.Subject == payment);
        var paid = await entries.AsNoTracking().Include(e => e.Lines)
            .Where(e => e.Kind == EntryKind.Payment || e.Kind == EntryKind.AllianceCosts || e.Kind == EntryKind.CashDraw || e.Kind == EntryKind.GivenBack)
            .OrderByDescending(e => e.Sequence).FirstOrDefaultAsync();
        if (paid is null) return new NotFoundHere();
        if (await entries.Where(e => e.Reverses == paid.Sequence).Select(e => (long?)e.Sequence).SingleOrDefaultAsync() is { } by) return new AlreadyReversed(by);
        return await Journal.Write(db, now, fund, EntryKind.ReturnedPayment, valueDate, payment, Opposite(paid), paid.Sequence);
    }

    /// <summary>What the alliance itself costs, by a payment. Whether the fund's own rule allows as much is asked before.</summary>
    public async Task<Outcome<JournalEntry>> AllianceCosts(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid payment, Cents amount) =>
        await Booked(db, fund, EntryKind.AllianceCosts, payment) is { } before
            ? new AlreadyBooked(before)
            : await Bear(db, now, fund, EntryKind.AllianceCosts, payment, amount, await Today(db, now, fund), (LedgerAccount.Bank, null));

    /// <summary>Takes free unbound money, the fund's own first, and puts it on another account.</summary>
    private static async Task<Outcome<JournalEntry>> Bear(WijkfondsContext db, DateTimeOffset now, Guid fund, EntryKind kind, Guid subject, Cents amount,
        DateOnly valueDate, (LedgerAccount Account, Guid? Subject) to)
    {
        if (Bounds(amount) is { } refusal) return refusal;
        var free = await Layers.Unbound(db, fund);
        if (amount > free.Sum()) return new ExceedsPot(amount, free.Sum());
        return await Journal.Write(db, now, fund, kind, valueDate, subject, [.. Share(amount, free).SelectMany(p => new Movement[]
        {
            new(LedgerAccount.Free, p.Layer, null, p.Part), new(to.Account, p.Layer, to.Subject, -p.Part),
        })]);
    }

    /// <summary>The fund's own money first, then the others in proportion, largest remainder, ties to the lower contributor number.</summary>
    private static IEnumerable<(Guid Layer, Cents Part)> Share(Cents amount, IReadOnlyList<LayerAmount> free)
    {
        var own = free.Where(l => l.Layer.Contributor == 0).ToList();
        var others = free.Where(l => l.Layer.Contributor != 0).ToList();
        var first = Cents.Min(amount, own.Sum());
        return Parts(first, own).Concat(Parts(amount - first, others));
    }

    private static IEnumerable<(Guid Layer, Cents Part)> Parts(Cents amount, IReadOnlyList<LayerAmount> layers) =>
        layers.Zip(Division.InProportion(amount, [.. layers.Select(l => l.Amount.Value)]), (l, part) => (l.Layer.Reference, part)).Where(p => p.part > Cents.Zero);
}
