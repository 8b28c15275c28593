using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>
/// Whose euros pay. Bound money that may be used goes first, in proportion among the earmarks and each at most for what it
/// may, so that the money of fewest uses is used where it can be; then unbound money, in proportion.
/// </summary>
public static class Turns
{
    /// <param name="there">In the order of layers.</param>
    public static IReadOnlyList<IReadOnlyList<LayerAmount>> Of(IReadOnlyList<LayerAmount> there, IReadOnlyCollection<Admitted> earmarks)
    {
        var admitted = earmarks.ToDictionary(e => e.Earmark, e => e.AtMost ?? Book.Largest);
        return
        [
            [.. there.Where(l => l.Layer.IsBound).Select(l => l with { Amount = Cents.Min(l.Amount, admitted.GetValueOrDefault(l.Layer.Reference)) }).Where(l => l.Amount > Cents.Zero)],
            [.. there.Where(l => !l.Layer.IsBound)],
        ];
    }

    /// <summary>What each layer pays of an amount, as far as they reach: a turn pays only what those before it could not.</summary>
    public static IReadOnlyList<LayerAmount> Take(Cents amount, IReadOnlyList<IReadOnlyList<LayerAmount>> turns)
    {
        var (taken, left) = (new List<LayerAmount>(), amount);
        foreach (var turn in turns)
        {
            var here = Cents.Min(left, Sum(turn));
            taken.AddRange(turn.Zip(Division.InProportion(here, [.. turn.Select(l => l.Amount.Value)]), (l, part) => l with { Amount = part }).Where(l => l.Amount > Cents.Zero));
            left -= here;
        }
        return taken;
    }

    public static Cents Sum(this IEnumerable<LayerAmount> layers) => layers.Aggregate(Cents.Zero, (sum, layer) => sum + layer.Amount);
}
