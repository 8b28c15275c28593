using System.Numerics;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

/// <summary>
/// The whole book by hand, layer by layer, in plain numbers beside the real one: of each act it says beforehand which lines it
/// books, or that it is refused (null). Written from the rules in DESIGN.md, not from the code.
/// </summary>
internal sealed class HistoryModel(IReadOnlyList<Layer> layers, Guid fund)
{
    public sealed record Told(EntryKind Kind, Guid Subject, long? Reverses, DateOnly Day, IReadOnlyList<Movement> Lines);

    private readonly Dictionary<(LedgerAccount, Guid, Guid?), long> balances = [];
    private readonly List<Told> entries = [];

    public IReadOnlyList<Told> Entries => entries;
    /// <summary>What stands anywhere, debit positive.</summary>
    public IReadOnlyDictionary<(LedgerAccount Account, Guid Layer, Guid? Subject), long> Balances => balances.Where(b => b.Value != 0).ToDictionary(b => b.Key, b => b.Value);
    /// <summary>The last year that is closed.</summary>
    public int Closed { get; set; }

    public void Keep(EntryKind kind, Guid subject, DateOnly day, IReadOnlyList<Movement> lines, long? reverses = null)
    {
        foreach (var line in lines) balances[(line.Account, line.Party, line.Subject)] = Balance(line.Account, line.Party, line.Subject) + line.Amount.Value;
        entries.Add(new(kind, subject, reverses, day, lines));
    }

    /// <summary>What lies on an account for a section, an award, the petty cash; in the order of layers.</summary>
    public IReadOnlyList<(Layer Layer, long Cents)> On(LedgerAccount account, Guid? subject = null) =>
        [.. layers.Select(l => (l, account is LedgerAccount.Bank or LedgerAccount.Cash ? Balance(account, l.Reference, subject) : -Balance(account, l.Reference, subject))).Where(l => l.Item2 != 0)];

    /// <summary>The least that lay there for each layer on that day and on every day since.</summary>
    private IReadOnlyList<(Layer Layer, long Cents)> Since(DateOnly day, LedgerAccount account, Guid? subject) =>
        [.. layers.Select(l => (l, Least(day, account, l.Reference, subject))).Where(l => l.Item2 > 0)];

    private long Least(DateOnly day, LedgerAccount account, Guid layer, Guid? subject)
    {
        var moves = entries.SelectMany(e => e.Lines.Where(l => l.Account == account && l.Party == layer && l.Subject == subject).Select(l => (e.Day, Cents: account == LedgerAccount.Cash ? l.Amount.Value : -l.Amount.Value))).ToList();
        return moves.Select(m => m.Day).Where(d => d > day).Append(day).Distinct().Min(d => moves.Where(m => m.Day <= d).Sum(m => m.Cents));
    }

    /// <summary>These lines where they take nothing from anywhere that was not there on that day and since; the bank aside.</summary>
    private IReadOnlyList<Movement>? WhereItLay(DateOnly day, IReadOnlyList<Movement> lines) =>
        lines.GroupBy(l => (l.Account, l.Party, l.Subject)).Where(p => p.Key.Account != LedgerAccount.Bank)
            .Select(p => (p.Key, Change: p.Sum(l => l.Amount.Value) * (p.Key.Account == LedgerAccount.Cash ? 1 : -1))).Where(p => p.Change < 0)
            .All(p => Least(day, p.Key.Account, p.Key.Party, p.Key.Subject) + p.Change >= 0) ? lines : null;

    public static long Sum(IEnumerable<(Layer Layer, long Cents)> held) => held.Sum(h => h.Cents);

    public IReadOnlyList<Movement>? Deposit(DateOnly day, params (Guid Layer, long Cents)[] parts) => day.Year <= Closed || parts.Any(p => p.Cents <= 0) ? null
        : [.. parts.SelectMany(p => Pair(p.Layer, p.Cents, (LedgerAccount.Bank, null), (LedgerAccount.Free, null)))];

    public IReadOnlyList<Movement>? Reserve(Guid section, long cents, IReadOnlyCollection<Admitted> admitted)
    {
        var free = On(LedgerAccount.Free);
        var bound = free.Where(l => l.Layer.IsBound).Select(l => (l.Layer, Math.Min(l.Cents, admitted.SingleOrDefault(a => a.Earmark == l.Layer.Reference) is { } may ? may.AtMost?.Value ?? long.MaxValue : 0))).Where(l => l.Item2 > 0).ToList();
        var unbound = free.Where(l => !l.Layer.IsBound).ToList();
        if (cents <= 0 || cents > Sum(bound) + Sum(unbound)) return null;
        var first = Math.Min(cents, Sum(bound));
        return [.. Moves(first, bound, (LedgerAccount.Free, null), (LedgerAccount.Reserved, section)), .. Moves(cents - first, unbound, (LedgerAccount.Free, null), (LedgerAccount.Reserved, section))];
    }

    /// <summary>Everything that moves in proportion to whose euros lie where they leave.</summary>
    public IReadOnlyList<Movement>? Move(long cents, (LedgerAccount, Guid?) from, (LedgerAccount, Guid?) to)
    {
        var held = On(from.Item1, from.Item2);
        return cents <= 0 || cents > Sum(held) ? null : Moves(cents, held, from, to);
    }

    /// <summary>The fund's own money first, then what nobody bound.</summary>
    public IReadOnlyList<Movement>? Bear(DateOnly day, long cents, params (LedgerAccount, Guid?)[] to)
    {
        var free = On(LedgerAccount.Free).Where(l => !l.Layer.IsBound).ToList();
        if (day.Year <= Closed || cents <= 0 || cents > Sum(free)) return null;
        var own = free.Where(l => l.Layer.Contributor == 0).ToList();
        var first = Math.Min(cents, Sum(own));
        return [.. new[] { (first, own), (cents - first, free.Except(own).ToList()) }.SelectMany(turn => to.Chunk(2).SelectMany(pair =>
            Moves(turn.Item1, turn.Item2, pair.Length == 2 ? pair[0] : (LedgerAccount.Free, null), pair[^1])))];
    }

    public IReadOnlyList<Movement>? GiveBack(DateOnly day, Guid layer, long cents) => day.Year <= Closed || cents <= 0 || cents > -Balance(LedgerAccount.Free, layer, null) ? null
        : WhereItLay(day, [.. Pair(layer, cents, (LedgerAccount.Free, null), (LedgerAccount.Bank, null))]);

    public IReadOnlyList<Movement>? FromCash(DateOnly day, long cents, params (LedgerAccount, Guid?)[] to)
    {
        var held = Since(day, LedgerAccount.Reserved, fund);
        return day.Year <= Closed || cents <= 0 || cents > Sum(held) ? null : [.. to.Chunk(2).SelectMany(pair => Moves(cents, held, pair[0], pair[1]))];
    }

    /// <summary>Back to the givers whose euros a plan was paid, less what came back before.</summary>
    public IReadOnlyList<Movement>? Repay(DateOnly day, Guid award, long cents)
    {
        var paid = Paid(award);
        return day.Year <= Closed || cents <= 0 || cents > Sum(paid) ? null : Moves(cents, paid, (LedgerAccount.Bank, award), (LedgerAccount.Free, null));
    }

    public IReadOnlyList<(Layer Layer, long Cents)> Paid(Guid award)
    {
        var payments = entries.Where(e => (e.Reverses is { } s ? entries[(int)s - 1].Kind : e.Kind) == EntryKind.Payment).SelectMany(e => e.Lines).Where(l => l.Account == LedgerAccount.Awarded && l.Subject == award);
        var back = entries.SelectMany(e => e.Lines).Where(l => l.Account == LedgerAccount.Bank && l.Subject == award).ToLookup(l => l.Party, l => l.Amount.Value);
        var sums = payments.GroupBy(l => l.Party).ToDictionary(g => g.Key, g => g.Sum(l => l.Amount.Value));
        return [.. layers.Select(l => (l, sums.GetValueOrDefault(l.Reference) - back[l.Reference].Sum())).Where(l => l.Item2 > 0)];
    }

    /// <summary>The opposite of an entry that is there, was not taken back, is no reversal itself, and whose money lies there, on that day and since.</summary>
    public IReadOnlyList<Movement>? Reverse(DateOnly day, long sequence)
    {
        if (day.Year <= Closed || sequence < 1 || sequence > entries.Count || entries[(int)sequence - 1] is not { Reverses: null } entry || IsReversed(sequence)) return null;
        IReadOnlyList<Movement> opposite = [.. entry.Lines.Select(l => l with { Amount = -l.Amount })];
        return WhereItLay(day, opposite);
    }

    public bool IsReversed(long sequence) => entries.Exists(e => e.Reverses == sequence);

    private long Balance(LedgerAccount account, Guid layer, Guid? subject) => balances.GetValueOrDefault((account, layer, subject));

    private static IReadOnlyList<Movement> Moves(long cents, IReadOnlyList<(Layer Layer, long Cents)> among, (LedgerAccount, Guid?) from, (LedgerAccount, Guid?) to) =>
        [.. among.Zip(Divide(cents, [.. among.Select(a => a.Cents)])).Where(p => p.Second > 0).SelectMany(p => Pair(p.First.Layer.Reference, p.Second, from, to))];

    private static Movement[] Pair(Guid layer, long cents, (LedgerAccount Account, Guid? Subject) from, (LedgerAccount Account, Guid? Subject) to) =>
        [new(from.Account, layer, from.Subject, new(cents)), new(to.Account, layer, to.Subject, new(-cents))];

    /// <summary>Largest remainder, ties to the earlier: each cent that is left goes to whoever is furthest below their exact part.</summary>
    private static long[] Divide(long cents, long[] weights)
    {
        var total = weights.Aggregate(BigInteger.Zero, (sum, w) => sum + w);
        var parts = weights.Select(w => total.IsZero ? 0 : (long)(cents * (BigInteger)w / total)).ToArray();
        while (parts.Sum() < cents)
            parts[Enumerable.Range(0, parts.Length).MaxBy(i => (parts[i] * total > cents * (BigInteger)weights[i] ? BigInteger.MinusOne : cents * (BigInteger)weights[i] - parts[i] * total, -i))]++;
        return parts;
    }
}
