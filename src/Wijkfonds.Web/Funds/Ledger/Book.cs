using Microsoft.EntityFrameworkCore;
using NodaTime;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>
/// The fund's book: the only way in which money moves. Every act is one balanced entry, added to the chain in the
/// transaction of whoever calls. Amounts are divided over the layers whose euros lie on the account they leave, in
/// proportion, by largest remainder, ties to the earlier layer (contributor number, then earmark number). Only a section
/// takes in turns: bound euros that may enter it go first, then unbound ones. Nothing goes below zero.
/// </summary>
public sealed partial class Book
{
    /// <summary>More than any neighbourhood has, and far from where sums of cents overflow.</summary>
    public static readonly Cents Largest = Cents.Euros(1_000_000_000);

    /// <summary>Money that arrived on the bank, free to use.</summary>
    /// <param name="layer">The reference of the layer whose euros these become.</param>
    public async Task<Outcome<JournalEntry>> Deposit(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid deposit, Guid layer, Cents amount, DateOnly valueDate)
    {
        if (Bounds(amount) is { } refusal) return refusal;
        if (await Booked(db, fund, EntryKind.Deposit, deposit) is { } before) return new AlreadyBooked(before);
        if (!await Layers.Exists(db, fund, layer)) return new NotFoundHere();
        return await Journal.Write(db, now, fund, EntryKind.Deposit, valueDate, deposit,
            [new(LedgerAccount.Bank, layer, null, amount), new(LedgerAccount.Free, layer, null, -amount)]);
    }

    /// <summary>
    /// Sets money apart for a section. Only what the pot really holds, and of bound money only what may enter there: that
    /// goes first, in proportion among the earmarks, so that the money of fewest uses is used where it can be; then the
    /// unbound layers, in proportion.
    /// </summary>
    /// <param name="earmarks">The earmarks that every plan admissible in this section satisfies, each at most for what its giver agreed to.</param>
    public async Task<Outcome<JournalEntry>> Reserve(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid section, Cents amount, IReadOnlyCollection<Admitted> earmarks)
    {
        var free = await Layers.On(db, fund, LedgerAccount.Free, null);
        return await Move(db, now, fund, EntryKind.Reservation, section, amount, (LedgerAccount.Free, null), (LedgerAccount.Reserved, section), Turns.Of(free, earmarks), held => TooLittle(free, amount, held));
    }

    /// <summary>Whose euros <see cref="Reserve"/> would set apart if this money were free; refused where it would refuse.</summary>
    public static Outcome<List<LayerAmount>> Foresee(IReadOnlyList<LayerAmount> free, Cents amount, IReadOnlyCollection<Admitted> earmarks)
    {
        if (Bounds(amount) is { } refusal) return refusal;
        var turns = Turns.Of(free, earmarks);
        var held = turns.SelectMany(t => t).Sum();
        return amount > held ? TooLittle(free, amount, held) : Turns.Take(amount, turns).ToList();
    }

    /// <summary>The pot holds less than is asked, or it holds enough and part of it may not go there.</summary>
    private static Refusal TooLittle(IReadOnlyList<LayerAmount> free, Cents amount, Cents held) =>
        free.Sum() - held is var elsewhere && elsewhere > Cents.Zero ? new PotIsBound(amount, held, elsewhere) : new ExceedsPot(amount, held);

    /// <summary>Gives what was set apart back to the pot.</summary>
    public Task<Outcome<JournalEntry>> Release(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid section, Cents amount) =>
        Move(db, now, fund, EntryKind.Release, section, amount, (LedgerAccount.Reserved, section), (LedgerAccount.Free, null),
            held => new ExceedsReserved(amount, held));

    /// <summary>Promises money of a section to a plan that won.</summary>
    public async Task<Outcome<JournalEntry>> Award(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid section, Guid award, Cents amount) =>
        await Booked(db, fund, EntryKind.Award, award) is { } before
            ? new AlreadyBooked(before)
            : await Move(db, now, fund, EntryKind.Award, award, amount, (LedgerAccount.Reserved, section), (LedgerAccount.Awarded, award),
                held => new ExceedsReserved(amount, held));

    /// <summary>Money out, to the plan it was promised to.</summary>
    public async Task<Outcome<JournalEntry>> Pay(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid award, Guid payment, Cents amount) =>
        await Booked(db, fund, EntryKind.Payment, payment) is { } before
            ? new AlreadyBooked(before)
            : await Move(db, now, fund, EntryKind.Payment, payment, amount, (LedgerAccount.Awarded, award), (LedgerAccount.Bank, null),
                held => new ExceedsAward(amount, held));

    /// <summary>Takes an entry back by its opposite, once. A reversal itself stays; what was right after all is booked anew.</summary>
    public async Task<Outcome<JournalEntry>> Reverse(WijkfondsContext db, DateTimeOffset now, Guid fund, long sequence)
    {
        var entry = await db.Set<JournalEntry>().AsNoTracking().Include(e => e.Lines).SingleOrDefaultAsync(e => e.FundId == fund && e.Sequence == sequence);
        if (entry is null) return new NotFoundHere();
        if (entry.Reverses is not null) return new ReversalStays();
        if (await db.Set<JournalEntry>().Where(e => e.FundId == fund && e.Reverses == sequence).Select(e => (long?)e.Sequence).SingleOrDefaultAsync() is { } by)
            return new AlreadyReversed(by);
        return await Journal.Write(db, now, fund, EntryKind.Reversal, await Today(db, now, fund), entry.Subject,
            Opposite(entry), sequence);
    }

    private static IReadOnlyList<Movement> Opposite(JournalEntry entry) =>
        [.. entry.Lines.OrderBy(l => l.Position).Select(l => new Movement(l.Account, l.Party, l.Subject, -l.Amount))];

    /// <summary>The day in the fund's own zone.</summary>
    public static async Task<DateOnly> Today(WijkfondsContext db, DateTimeOffset now, Guid fund)
    {
        var zone = await db.Set<Fund>().Where(f => f.Id == fund).Select(f => f.Zone).SingleAsync();
        var day = Instant.FromDateTimeOffset(now).InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        return new DateOnly(day.Year, day.Month, day.Day);
    }

    private static async Task<Outcome<JournalEntry>> Move(WijkfondsContext db, DateTimeOffset now, Guid fund, EntryKind kind, Guid subject, Cents amount,
        (LedgerAccount Account, Guid? Subject) from, (LedgerAccount Account, Guid? Subject) to, Func<Cents, Refusal> tooMuch) =>
        await Move(db, now, fund, kind, subject, amount, from, to, [await Layers.On(db, fund, from.Account, from.Subject)], tooMuch);

    /// <param name="turns">Layers that pay together, in proportion; a turn pays only what those before it could not.</param>
    private static async Task<Outcome<JournalEntry>> Move(WijkfondsContext db, DateTimeOffset now, Guid fund, EntryKind kind, Guid subject, Cents amount,
        (LedgerAccount Account, Guid? Subject) from, (LedgerAccount Account, Guid? Subject) to, IReadOnlyList<IReadOnlyList<LayerAmount>> turns, Func<Cents, Refusal> tooMuch)
    {
        if (Bounds(amount) is { } refusal) return refusal;
        var held = turns.SelectMany(t => t).Sum();
        if (amount > held) return tooMuch(held);
        var movements = Turns.Take(amount, turns).SelectMany(paying => new Movement[]
        {
            new(from.Account, paying.Layer.Reference, from.Subject, paying.Amount), new(to.Account, paying.Layer.Reference, to.Subject, -paying.Amount),
        }).ToList();
        return await Journal.Write(db, now, fund, kind, await Today(db, now, fund), subject, movements);
    }

    private static Refusal? Bounds(Cents amount) =>
        amount <= Cents.Zero ? new AmountNotPositive() : amount > Largest ? new AmountTooLarge(Largest) : null;

    /// <summary>The entry that books this subject already and was not taken back.</summary>
    private static async Task<long?> Booked(WijkfondsContext db, Guid fund, EntryKind kind, Guid subject)
    {
        var entries = db.Set<JournalEntry>().Where(e => e.FundId == fund && e.Subject == subject);
        return await entries.Where(e => e.Kind == kind && !entries.Any(r => r.Reverses == e.Sequence))
            .OrderBy(e => e.Sequence).Select(e => (long?)e.Sequence).FirstOrDefaultAsync();
    }
}
