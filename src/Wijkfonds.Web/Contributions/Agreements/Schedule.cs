using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>Where one instalment stands.</summary>
public enum TermState { Expected, Due, Overdue, Received, Lapsed }

/// <summary>An instalment with what arrived for it.</summary>
/// <param name="Amount">What is still promised: nothing once it lapsed, less where the giver fixed a lower final amount.</param>
public sealed record Term(Agreement Agreement, Instalment Instalment, Cents Amount, Cents Received, TermState State)
{
    public Cents Open => Amount - Received;
}

/// <summary>
/// The instalments of one giver against what the book says it put in. A deposit may pay part of an instalment or several at
/// once: within a layer what arrived counts for the oldest instalment first (due date, then the agreement's number, then
/// the instalment's). What is given back stands apart (<see cref="Filling"/>). Nothing of this is stored: when a deposit is
/// taken back, the instalments are open again.
/// </summary>
/// <param name="Beyond">What arrived on top of all instalments and was not given back.</param>
/// <param name="Spare">What the unbound instalments did not take, day by day; null where none of them is unbound.</param>
public sealed record Schedule(IReadOnlyList<Term> Terms, Cents Beyond, IReadOnlyList<Arrival>? Spare = null)
{
    /// <summary>Days after the due date in which an instalment is due and not yet overdue: banks and offices take their time.</summary>
    public const int DaysOfGrace = 14;

    public static readonly Schedule Empty = new([], Cents.Zero);

    /// <param name="agreements">Confirmed ones, with instalments and acts.</param>
    /// <param name="arrived">What arrived for an earmark (null: unbound), in the order of days.</param>
    public static Schedule Of(IEnumerable<Agreement> agreements, Func<Guid?, IEnumerable<Arrival>> arrived, DateOnly today)
    {
        var (terms, beyond) = (new List<Term>(), Cents.Zero);
        IReadOnlyList<Arrival>? spare = null;
        foreach (var layer in agreements.GroupBy(a => a.EarmarkId))
        {
            var asked = Amounts(layer);
            var filling = Filling.Of([.. asked.Select(t => (t.Instalment.DueOn, t.Amount))], arrived(layer.Key));
            terms.AddRange(asked.Zip(filling.Received, (t, paid) => new Term(t.Agreement, t.Instalment, t.Amount, paid, State(t.Instalment.DueOn, t.Amount, paid, today))));
            beyond += filling.Beyond;
            if (layer.Key is null) spare = filling.Spare;
        }
        return new([.. terms.OrderBy(t => t.Instalment.DueOn).ThenBy(t => t.Agreement.Number).ThenBy(t => t.Instalment.Number)], beyond, spare);
    }

    /// <summary>What each instalment still promises, the oldest first: nothing after an early end, and together at most the final amount.</summary>
    private static List<(Agreement Agreement, Instalment Instalment, Cents Amount)> Amounts(IEnumerable<Agreement> agreements)
    {
        var promised = agreements.ToDictionary(a => a, a => a.FinalAmount ?? Book.Largest);
        var amounts = new List<(Agreement, Instalment, Cents)>();
        foreach (var (agreement, instalment) in agreements.SelectMany(a => a.Instalments, (a, i) => (a, i)).OrderBy(t => t.i.DueOn).ThenBy(t => t.a.Number).ThenBy(t => t.i.Number))
        {
            var lapsed = agreement.EndsOn is { } end && instalment.DueOn > end;
            var amount = lapsed ? Cents.Zero : Cents.Min(instalment.Amount, promised[agreement]);
            promised[agreement] -= amount;
            amounts.Add((agreement, instalment, amount));
        }
        return amounts;
    }

    /// <summary>What is due by now and did not arrive.</summary>
    public Cents Due => Sum(t => t.State is TermState.Due or TermState.Overdue ? t.Open : Cents.Zero);
    public Cents Overdue => Sum(t => t.State is TermState.Overdue ? t.Open : Cents.Zero);
    /// <summary>What is promised for a later day.</summary>
    public Cents Expected => Sum(t => t.State is TermState.Expected ? t.Open : Cents.Zero);

    /// <summary>
    /// For which layers a deposit of this amount is: the open instalments pay themselves from it, oldest first; what is left
    /// over belongs to no instalment and is unbound. Null is the unbound layer.
    /// </summary>
    public IReadOnlyList<(Guid? Earmark, Cents Amount)> Allocate(Cents amount)
    {
        var parts = new List<(Guid? Earmark, Cents Amount)>();
        foreach (var term in Terms.Where(t => t.Open > Cents.Zero))
        {
            if (amount == Cents.Zero) break;
            var part = Cents.Min(amount, term.Open);
            parts.Add((term.Agreement.EarmarkId, part));
            amount -= part;
        }
        if (amount > Cents.Zero) parts.Add((null, amount));
        return [.. parts.GroupBy(p => p.Earmark).Select(g => (g.Key, g.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount)))];
    }

    private Cents Sum(Func<Term, Cents> part) => Terms.Aggregate(Cents.Zero, (sum, t) => sum + part(t));

    /// <summary>Where something stands that is due on a day.</summary>
    internal static TermState State(DateOnly due, Cents amount, Cents paid, DateOnly today) =>
        amount == Cents.Zero ? TermState.Lapsed : paid == amount ? TermState.Received
        : today < due ? TermState.Expected : today <= due.AddDays(DaysOfGrace) ? TermState.Due : TermState.Overdue;
}
