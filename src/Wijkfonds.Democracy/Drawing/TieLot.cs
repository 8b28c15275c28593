namespace Wijkfonds.Democracy.Drawing;

/// <summary>The lot that orders projects where votes and costs cannot. Drawn once, before voting opens.</summary>
public static class TieLot
{
    /// <summary>The project ids in the order of the lot: by the position of <c>tie/ID</c>, ascending.</summary>
    /// <exception cref="ArgumentException">An id is there twice.</exception>
    public static IReadOnlyList<string> Order(DrawKey key, IEnumerable<string> projectIds) =>
        [.. UniformDraw.Order(key, projectIds.Select(id => "tie/" + id)).Select(drawn => drawn.Label["tie/".Length..])];
}
