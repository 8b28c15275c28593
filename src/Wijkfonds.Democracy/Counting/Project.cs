namespace Wijkfonds.Democracy.Counting;

/// <summary>A plan on the ballot.</summary>
/// <param name="Id">Its id, unique in the election; any text, compared ordinally.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Cost">What it costs, more than 0, in the election's scaled units (see <see cref="Election.Decimals"/>).</param>
public sealed record Project(string Id, string Name, long Cost)
{
    /// <summary>Its themes, as given; empty where there are none.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whom it is for, as given; empty where nothing is known.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];
}
