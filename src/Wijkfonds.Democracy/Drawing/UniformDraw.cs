namespace Wijkfonds.Democracy.Drawing;

/// <summary>A draw in which everyone has the same chance.</summary>
/// <remarks>
/// The order is that of the positions (<see cref="DrawKey.Position"/>), ascending: the first ones are drawn, the next ones are the reserve list.
/// Never renumber: who turns out not to be entitled stays in the list, and the next in order takes the place.
/// </remarks>
public static class UniformDraw
{
    /// <summary>All labels in the order of the draw. The same for every order in which the labels are given.</summary>
    /// <exception cref="ArgumentException">A label is there twice.</exception>
    public static IReadOnlyList<DrawnLabel> Order(DrawKey key, IEnumerable<string> labels)
    {
        var positions = labels.Select(label => (Label: label, Position: Convert.ToHexStringLower(key.Position(label)))).ToArray();
        if (positions.DistinctBy(p => p.Label, StringComparer.Ordinal).Count() < positions.Length) throw new ArgumentException("a label is there twice", nameof(labels));
        Array.Sort(positions, (a, b) => string.CompareOrdinal(a.Position, b.Position));
        return [.. positions.Select((p, i) => new DrawnLabel(i + 1, p.Label, p.Position))];
    }

    /// <summary>The drawn and the reserve list of an announced draw.</summary>
    public static DrawResult Draw(DrawAnnouncement announcement, DrawKey key)
    {
        var order = Order(key, announcement.Labels);
        return new([.. order.Take(announcement.Seats)], [.. order.Skip(announcement.Seats).Take(announcement.Reserve)]);
    }
}

/// <summary>A label with its place in a draw.</summary>
/// <param name="Place">From 1, over drawn and reserve together.</param>
/// <param name="Label">The label.</param>
/// <param name="Position">Its position, 64 lower-case hexadecimal digits.</param>
public sealed record DrawnLabel(int Place, string Label, string Position);

/// <summary>Who was drawn, and who is next.</summary>
/// <param name="Drawn">The drawn, in order; fewer than the seats where the pool is smaller.</param>
/// <param name="Reserve">The reserve list, in order.</param>
public sealed record DrawResult(IReadOnlyList<DrawnLabel> Drawn, IReadOnlyList<DrawnLabel> Reserve);
