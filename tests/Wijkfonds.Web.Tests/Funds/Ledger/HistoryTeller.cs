using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

/// <summary>One step of a history: which act, on what, and what part of what is there (above 100: more than that).</summary>
internal sealed record HistoryStep(int Act, int Which, int Other, int Share);

/// <summary>Does every kind of act that the book knows, and checks each against <see cref="HistoryModel"/>: refused where it should be, else these lines to the cent.</summary>
internal sealed class HistoryTeller(Purse purse, HistoryModel model, IReadOnlyList<Layer> layers)
{
    public const int Acts = 24;
    private static readonly Cents CashMaximum = new(90_000);
    private readonly Guid fund = purse.Fund;
    private readonly Guid[] sections = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];
    private readonly List<Guid> awards = [Guid.NewGuid()], payments = [Guid.NewGuid()];

    public Dictionary<EntryKind, int> Booked { get; } = [];
    public int Refused { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(purse.Site.Clock.Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).DateTime);

    public async Task Tell(HistoryStep step)
    {
        var (layer, section, award, id) = (layers[step.Which % layers.Count].Reference, sections[step.Which % sections.Length], awards[step.Which % awards.Count], Guid.NewGuid());
        // Now and then in a year that may be closed.
        var day = step.Other % 5 == 0 ? Today.AddDays(-300) : Today;
        var fresh = step.Share < 30 ? step.Share - 2 : step.Share * 379L;
        var unbound = HistoryModel.Sum(model.On(LedgerAccount.Free).Where(l => !l.Layer.IsBound));
        var cash = HistoryModel.Sum(model.On(LedgerAccount.Reserved, fund));
        long Of(long there) => step.Share < 10 ? step.Share - 2 : step.Share > 100 ? there + step.Share - 100 : there * step.Share / 100;
        long In(LedgerAccount account, Guid subject) => HistoryModel.Sum(model.On(account, subject));
        switch (step.Act)
        {
            case 0 or 1: await Book(EntryKind.Deposit, id, model.Deposit(day, (layer, fresh)), (b, db, now) => b.Deposit(db, now, fund, id, layer, new(fresh), day)); break;
            case 2:
                // For two instalments of one giver with different earmarks.
                var giver = layers[step.Which % layers.Count].Contributor;
                (Guid, long)[] parts = [.. layers.Where(l => l.Contributor == giver).Select((l, i) => (l.Reference, fresh + 7 * i))];
                if (parts.Length > 1)
                    await Book(EntryKind.Deposit, id, model.Deposit(day, parts), (b, db, now) => b.Deposit(db, now, fund, id, [.. parts.Select(p => (p.Item1, new Cents(p.Item2)))], day));
                break;
            case 3 or 4:
                var may = Admits(step.Which % sections.Length);
                var wanted = Of(HistoryModel.Sum(model.On(LedgerAccount.Free)) / 2);
                await Book(EntryKind.Reservation, section, model.Reserve(section, wanted, may), (b, db, now) => b.Reserve(db, now, fund, section, new(wanted), may));
                break;
            case 5: await Move(EntryKind.Release, section, Of(In(LedgerAccount.Reserved, section)), (LedgerAccount.Reserved, section), (LedgerAccount.Free, null), (b, db, now, cents) => b.Release(db, now, fund, section, cents)); break;
            case 6 or 7:
                if (step.Other % 6 != 0) awards.Add(award = id);
                var live = model.Entries.Where((e, i) => e.Kind == EntryKind.Award && e.Subject == award && !model.IsReversed(i + 1)).Any();
                await Move(EntryKind.Award, award, Of(In(LedgerAccount.Reserved, section) / 2), (LedgerAccount.Reserved, section), (LedgerAccount.Awarded, award), (b, db, now, cents) => b.Award(db, now, fund, section, award, cents), barred: live);
                break;
            case 8 or 9:
                var again = step.Other % 6 == 0;
                var payment = again ? payments[step.Which % payments.Count] : id;
                if (!again) payments.Add(id);
                var paid = model.Entries.Where((e, i) => e.Kind == EntryKind.Payment && e.Subject == payment && !model.IsReversed(i + 1)).Any();
                await Move(EntryKind.Payment, payment, Of(In(LedgerAccount.Awarded, award)), (LedgerAccount.Awarded, award), (LedgerAccount.Bank, null), (b, db, now, cents) => b.Pay(db, now, fund, award, payment, cents), barred: paid);
                break;
            case 10:
                var back = payments[^(1 + step.Which % payments.Count)];
                var left = 1 + model.Entries.ToList().FindLastIndex(e => e.Subject == back && e.Kind is EntryKind.Payment or EntryKind.AllianceCosts or EntryKind.CashDraw);
                await Book(EntryKind.ReturnedPayment, back, model.Reverse(day, left), (b, db, now) => b.Returned(db, now, fund, back, day), left);
                break;
            case 11:
                long sequence = model.Entries.Count - step.Which % 40;
                await Book(EntryKind.Reversal, sequence > 0 ? model.Entries[(int)sequence - 1].Subject : id, model.Reverse(Today, sequence), (b, db, now) => b.Reverse(db, now, fund, sequence), sequence);
                break;
            case 12: await Book(EntryKind.BankCosts, id, model.Bear(day, Of(unbound / 9), (LedgerAccount.Bank, null)), (b, db, now) => b.BankCosts(db, now, fund, id, new(Of(unbound / 9)), day)); break;
            case 13: await Book(EntryKind.Interest, id, model.Deposit(day, (fund, fresh)), (b, db, now) => b.Interest(db, now, fund, id, new(fresh), day)); break;
            case 14: await Move(EntryKind.Lapse, award, Of(In(LedgerAccount.Awarded, award)), (LedgerAccount.Awarded, award), (LedgerAccount.Free, null), (b, db, now, cents) => b.Lapse(db, now, fund, award, cents)); break;
            case 15: await Book(EntryKind.Supplement, award, model.Bear(Today, Of(unbound / 3), (LedgerAccount.Awarded, award)), (b, db, now) => b.Supplement(db, now, fund, award, new(Of(unbound / 3)))); break;
            case 16:
                var kept = Of(HistoryModel.Sum(model.Paid(award)));
                await Book(EntryKind.Repayment, award, model.Repay(day, award, kept), (b, db, now) => b.Repay(db, now, fund, award, new(kept), day));
                break;
            case 17:
                var drawn = Of(Math.Min(unbound, CashMaximum.Value - cash));
                payments.Add(id);
                await Book(EntryKind.CashDraw, id, cash + drawn > CashMaximum.Value ? null : model.Bear(Today, drawn, (LedgerAccount.Cash, null), (LedgerAccount.Bank, null), (LedgerAccount.Free, null), (LedgerAccount.Reserved, fund)),
                    (b, db, now) => b.DrawCash(db, now, fund, id, new(drawn), CashMaximum));
                break;
            case 18: await Book(EntryKind.CashBack, id, model.FromCash(day, Of(cash), (LedgerAccount.Bank, null), (LedgerAccount.Cash, null), (LedgerAccount.Reserved, fund), (LedgerAccount.Free, null)), (b, db, now) => b.ReturnCash(db, now, fund, id, new(Of(cash)), day)); break;
            case 19: await Book(EntryKind.CashSpend, id, model.FromCash(day, Of(cash), (LedgerAccount.Reserved, fund), (LedgerAccount.Cash, null)), (b, db, now) => b.SpendCash(db, now, fund, id, new(Of(cash)), day)); break;
            case 20: await Count(id, day, cash, Of(cash)); break;
            case 21: payments.Add(id); await Book(EntryKind.AllianceCosts, id, model.Bear(Today, Of(unbound / 5), (LedgerAccount.Bank, null)), (b, db, now) => b.AllianceCosts(db, now, fund, id, new(Of(unbound / 5)))); break;
            case 22:
                var free = Of(HistoryModel.Sum(model.On(LedgerAccount.Free).Where(l => l.Layer.Reference == layer)));
                await Book(EntryKind.GivenBack, id, model.GiveBack(day, layer, free), (b, db, now) => b.GiveBack(db, now, fund, id, layer, new(free), day));
                break;
            default: await TakeOut(section, layers.Where(l => l.IsBound).ElementAt(step.Other % layers.Count(l => l.IsBound)).Reference); break;
        }
    }

    /// <summary>What a section admits, once and for all: of the first earmark all, of the second at most EUR 300, and so on around.</summary>
    private IReadOnlyList<Admitted> Admits(int section) =>
        [.. layers.Where(l => l.IsBound).Where((_, i) => (section + i) % 2 == 0).Select((l, i) => new Admitted(l.Reference, i % 2 == 1 ? new Cents(30_000) : null))];

    private async Task Move(EntryKind kind, Guid subject, long cents, (LedgerAccount, Guid?) from, (LedgerAccount, Guid?) to, Func<Book, Web.Shared.Data.WijkfondsContext, DateTimeOffset, Cents, Task<Outcome<JournalEntry>>> act, bool barred = false) =>
        await Book(kind, subject, barred ? null : model.Move(cents, from, to), (b, db, now) => act(b, db, now, new(cents)));

    private async Task TakeOut(Guid section, Guid earmark)
    {
        var inside = model.On(LedgerAccount.Reserved, section).Where(l => l.Layer.Reference == earmark).ToList();
        IReadOnlyList<Movement> released = [.. inside.SelectMany(l => new Movement[] { new(LedgerAccount.Reserved, earmark, section, new(l.Cents)), new(LedgerAccount.Free, earmark, null, new(-l.Cents)) })];
        var instead = model.Reserve(section, HistoryModel.Sum(inside), []);
        if (instead is not null) model.Keep(EntryKind.Release, section, Today, released);
        await Book(EntryKind.Reservation, section, instead, async (b, db, now) => await b.TakeOut(db, now, fund, section, earmark) is { } no ? no
            : await db.Set<JournalEntry>().Include(e => e.Lines).OrderByDescending(e => e.Sequence).FirstAsync());
    }

    private async Task Count(Guid id, DateOnly day, long cash, long counted)
    {
        var own = model.Deposit(day, (fund, counted - cash)) is { } ? (IReadOnlyList<Movement>?)[new(LedgerAccount.Cash, fund, null, new(counted - cash)), new(LedgerAccount.Reserved, fund, fund, new(cash - counted))] : null;
        var expected = counted < 0 ? null : counted > cash ? own : model.FromCash(day, cash - counted, (LedgerAccount.Reserved, fund), (LedgerAccount.Cash, null));
        if (counted == cash) return;
        await Book(EntryKind.CashDifference, id, expected, async (b, db, now) =>
            await b.CountCash(db, now, fund, id, new(counted), day) is var done && done.Refused ? done.Refusal : done.Value.Entry!);
    }

    private async Task Book(EntryKind kind, Guid subject, IReadOnlyList<Movement>? expected, Func<Book, Web.Shared.Data.WijkfondsContext, DateTimeOffset, Task<Outcome<JournalEntry>>> act, long? reverses = null)
    {
        var outcome = await purse.Do(act);
        Assert.True(expected is null == outcome.Refused, $"entry {model.Entries.Count + 1}, {kind}: {outcome.Refusal?.ToString() ?? "was allowed"}");
        if (expected is null)
        {
            // Each rule knows its own limit; only what takes an entry back finds out below it that the money is gone.
            Assert.True(outcome.Refusal is not BalanceBelowZero || reverses is not null, $"{kind}: {outcome.Refusal}");
            Refused++;
            return;
        }
        var entry = outcome.Value!;
        model.Keep(kind, subject, entry.ValueDate, expected, reverses);
        Assert.Equal((model.Entries.Count, kind, subject, reverses), (entry.Sequence, entry.Kind, entry.Subject, entry.Reverses));
        Assert.Equal(expected.Select(Text).Order(), entry.Lines.Select(l => Text(new(l.Account, l.Party, l.Subject, l.Amount))).Order());
        Booked[kind] = Booked.GetValueOrDefault(kind) + 1;
    }

    private static string Text(Movement line) => $"{line.Account} {line.Party} {line.Subject} {line.Amount.Value}";
}
