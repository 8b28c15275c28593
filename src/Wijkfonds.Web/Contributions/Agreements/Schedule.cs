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
/// the instalment's). Nothing of this is stored: when a deposit is taken back, the instalments are open again.
/// </summary>
public sealed record Schedule(IReadOnlyList<Term> Terms, Cents Beyond)
{
    /// <summary>Days after the due date in which an instalment is due and not yet overdue: banks and offices take their time.</summary>
    public const int DaysOfGrace = 14;

    public static readonly Schedule Empty = new([], Cents.Zero);

    /// <summary>Beyond is what arrived on top of all instalments.</summary>
    /// <param name="agreements">Confirmed ones, with instalments and acts.</param>
    /// <param name="received">What arrived for an earmark (null: unbound), less what was given back.</param>
    public static Schedule Of(IEnumerable<Agreement> agreements, Func<Guid?, Cents> received, DateOnly today)
    {
        var (terms, beyond) = (new List<Term>(), Cents.Zero);
        foreach (var layer in agreements.GroupBy(a => a.EarmarkId))
        {
            var left = received(layer.Key);
            var promised = layer.ToDictionary(a => a, a => a.FinalAmount ?? Book.Largest);
            foreach (var (agreement, instalment) in layer.SelectMany(a => a.Instalments, (a, i) => (a, i)).OrderBy(t => t.i.DueOn).ThenBy(t => t.a.Number).ThenBy(t => t.i.Number))
            {
                var lapsed = agreement.EndsOn is { } end && instalment.DueOn > end;
                var amount = lapsed ? Cents.Zero : Cents.Min(instalment.Amount, promised[agreement]);
                promised[agreement] -= amount;
                var paid = Cents.Min(left, amount);
                left -= paid;
                terms.Add(new(agreement, instalment, amount, paid, State(instalment.DueOn, amount, paid, today)));
            }
            beyond += left;
        }
        return new([.. terms.OrderBy(t => t.Instalment.DueOn).ThenBy(t => t.Agreement.Number).ThenBy(t => t.Instalment.Number)], beyond);
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

    private static TermState State(DateOnly due, Cents amount, Cents paid, DateOnly today) =>
        amount == Cents.Zero ? TermState.Lapsed : paid == amount ? TermState.Received
        : today < due ? TermState.Expected : today <= due.AddDays(DaysOfGrace) ? TermState.Due : TermState.Overdue;
}
