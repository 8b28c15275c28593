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
        var free = Sum((await Layers.On(db, fund, LedgerAccount.Free, null)).Where(l => l.Layer.Reference == layer));
        if (amount > free) return new ExceedsGiversFree(amount, free);
        return await Journal.Write(db, now, fund, EntryKind.GivenBack, valueDate, refund,
            [new(LedgerAccount.Free, layer, null, amount), new(LedgerAccount.Bank, layer, null, -amount)]);
    }
}
