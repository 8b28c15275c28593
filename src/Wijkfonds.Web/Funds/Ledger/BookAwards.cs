using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>What happens to a promise after it was made: less is needed, more is needed, or a team gives back.</summary>
public sealed partial class Book
{
    /// <summary>What a plan did not need goes back to where it came from: each giver's euros to that giver's free money.</summary>
    public Task<Outcome<JournalEntry>> Lapse(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid award, Cents amount) =>
        Move(db, now, fund, EntryKind.Lapse, award, amount, (LedgerAccount.Awarded, award), (LedgerAccount.Free, null), held => new ExceedsAward(amount, held));

    /// <summary>More for a plan, by decision, from free money that no giver bound.</summary>
    public async Task<Outcome<JournalEntry>> Supplement(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid award, Cents amount) =>
        await Bear(db, now, fund, EntryKind.Supplement, award, amount, await Today(db, now, fund), (LedgerAccount.Awarded, award));

    /// <summary>A later year of a plan whose money has arrived: from free money of these layers, which the plan may use.</summary>
    /// <param name="parts">Whose euros pay, in the order of layers.</param>
    public async Task<Outcome<JournalEntry>> PromiseYear(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid award, IReadOnlyList<LayerAmount> parts) =>
        Bounds(parts.Sum()) is { } refusal ? refusal
        : await Journal.Write(db, now, fund, EntryKind.Supplement, await Today(db, now, fund), award, [.. parts.SelectMany(p => new Movement[]
        {
            new(LedgerAccount.Free, p.Layer.Reference, null, p.Amount), new(LedgerAccount.Awarded, p.Layer.Reference, award, -p.Amount),
        })]);

    /// <summary>A team gives back what was paid and not needed, at most that: it returns to the givers whose euros were paid, in proportion.</summary>
    public async Task<Outcome<JournalEntry>> Repay(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid award, Cents amount, DateOnly valueDate)
    {
        if (Bounds(amount) is { } refusal) return refusal;
        var paid = await PaidOf(db, fund, award);
        if (amount > paid.Sum()) return new ExceedsPaid(amount, paid.Sum());
        return await Journal.Write(db, now, fund, EntryKind.Repayment, valueDate, award,
            [.. Parts(amount, paid).SelectMany(p => new Movement[]
            {
                new(LedgerAccount.Bank, p.Layer, award, p.Part), new(LedgerAccount.Free, p.Layer, null, -p.Part),
            })]);
    }

    /// <summary>Whose euros were paid to a plan and not given back, in the order of layers.</summary>
    public static async Task<IReadOnlyList<LayerAmount>> PaidOf(WijkfondsContext db, Guid fund, Guid award)
    {
        var entries = db.Set<JournalEntry>().Where(e => e.FundId == fund);
        var lines = db.Set<JournalLine>().Where(l => l.FundId == fund && l.Subject == award);
        var paid = lines.Where(l => l.Account == LedgerAccount.Awarded && entries.Any(e => e.Id == l.EntryId
            && (e.Kind == EntryKind.Payment || entries.Any(o => o.Sequence == e.Reverses && o.Kind == EntryKind.Payment))));
        // A repayment is the only entry that names an award on the bank.
        var back = lines.Where(l => l.Account == LedgerAccount.Bank);
        var sums = new Dictionary<Guid, long>();
        foreach (var sum in await paid.GroupBy(l => l.Party).Select(g => new { g.Key, Sum = g.Sum(l => l.Amount.Value) }).ToListAsync()) sums[sum.Key] = sum.Sum;
        foreach (var sum in await back.GroupBy(l => l.Party).Select(g => new { g.Key, Sum = g.Sum(l => l.Amount.Value) }).ToListAsync())
            sums[sum.Key] = checked(sums.GetValueOrDefault(sum.Key) - sum.Sum);
        var layers = await Layers.Of(db, fund);
        return [.. sums.Where(s => s.Value > 0).Select(s => new LayerAmount(layers[s.Key], new Cents(s.Value))).OrderBy(l => l.Layer)];
    }
}
