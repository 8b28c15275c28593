using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>
/// Money by layer from which years take in turn, as the book takes it (<see cref="Turns"/>). Who comes first keeps what it
/// found, also where that is too little: nobody is overtaken.
/// </summary>
public sealed class Cover(IEnumerable<LayerAmount> there)
{
    private IReadOnlyList<LayerAmount> left = [.. there.Where(l => l.Amount > Cents.Zero).OrderBy(l => l.Layer)];

    /// <summary>Whose euros were found for an amount, at most as much.</summary>
    public IReadOnlyList<LayerAmount> Take(Cents amount, IReadOnlyCollection<Admitted> earmarks)
    {
        var taken = Turns.Take(amount, Turns.Of(left, earmarks));
        var by = taken.ToDictionary(l => l.Layer, l => l.Amount);
        left = [.. left.Select(l => l with { Amount = l.Amount - by.GetValueOrDefault(l.Layer) }).Where(l => l.Amount > Cents.Zero)];
        return taken;
    }

    /// <summary>The largest amount that is found in full; an earmark may bear only a part of it, so it is looked for.</summary>
    public Cents Room(Func<Cents, IReadOnlyCollection<Admitted>> earmarks)
    {
        var (found, beyond) = (0L, left.Sum().Value + 1);
        while (beyond - found > 1)
        {
            var middle = found + (beyond - found) / 2;
            if (Turns.Of(left, earmarks(new Cents(middle))).SelectMany(t => t).Sum().Value >= middle) found = middle;
            else beyond = middle;
        }
        return new Cents(found);
    }
}
