using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>Money between the fund and who gives it.</summary>
public sealed partial class Book
{
    /// <summary>One deposit over several layers: what a giver put in for two instalments with different earmarks arrives in one amount.</summary>
    public async Task<Outcome<JournalEntry>> Deposit(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid deposit, IReadOnlyList<(Guid Layer, Cents Amount)> parts, DateOnly valueDate)
    {
        foreach (var (layer, amount) in parts)
        {
            if (Bounds(amount) is { } refusal) return refusal;
            if (!await Layers.Exists(db, fund, layer)) return new NotFoundHere();
        }
        if (await Booked(db, fund, EntryKind.Deposit, deposit) is { } before) return new AlreadyBooked(before);
        return await Journal.Write(db, now, fund, EntryKind.Deposit, valueDate, deposit, [.. parts.SelectMany(p => new Movement[]
        {
            new(LedgerAccount.Bank, p.Layer, null, p.Amount), new(LedgerAccount.Free, p.Layer, null, -p.Amount),
        })]);
    }

    /// <summary>Money back to who gave it: only what of its layer is free, never what is set apart or promised.</summary>
    public async Task<Outcome<JournalEntry>> GiveBack(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid refund, Guid layer, Cents amount, DateOnly valueDate)
    {
        if (Bounds(amount) is { } refusal) return refusal;
        if (await Booked(db, fund, EntryKind.GivenBack, refund) is { } before) return new AlreadyBooked(before);
        var free = (await Layers.On(db, fund, LedgerAccount.Free, null)).Where(l => l.Layer.Reference == layer).Sum();
        if (amount > free) return new ExceedsGiversFree(amount, free);
        return await Journal.Write(db, now, fund, EntryKind.GivenBack, valueDate, refund,
            [new(LedgerAccount.Free, layer, null, amount), new(LedgerAccount.Bank, layer, null, -amount)]);
    }

    /// <summary>
    /// Takes the euros of one earmark out of a section, where unbound ones take their place: back to the pot they came
    /// from, and as much unbound money set apart, in proportion. The section holds as much as before.
    /// </summary>
    public async Task<Refusal?> TakeOut(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid section, Guid earmark)
    {
        var inside = (await Layers.On(db, fund, LedgerAccount.Reserved, section)).Where(l => l.Layer.Reference == earmark).ToList();
        var amount = inside.Sum();
        var released = await Move(db, now, fund, EntryKind.Release, section, amount, (LedgerAccount.Reserved, section), (LedgerAccount.Free, null), [inside], held => new ExceedsReserved(amount, held));
        return released.Refused ? released.Refusal : (await Reserve(db, now, fund, section, amount, [])).Refusal;
    }
}

/// <summary>An earmark whose euros may enter a section.</summary>
/// <param name="AtMost">What of them, where its giver agreed to a part only; null is all.</param>
public sealed record Admitted(Guid Earmark, Cents? AtMost = null);
