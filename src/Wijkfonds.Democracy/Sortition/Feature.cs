namespace Wijkfonds.Democracy.Sortition;

/// <summary>Something that people are or have, of which a panel must hold so many of each kind: age, district, schooling.</summary>
/// <param name="Name">What it is called in the file of quotas and in the head of the pool.</param>
/// <param name="Values">The values it takes, in the order of the file; each person has exactly one of them.</param>
public sealed record Feature(string Name, IReadOnlyList<FeatureValue> Values);

/// <summary>One value of a feature with its quota: how many people with it may sit in a panel.</summary>
/// <param name="Name">The value as the pool spells it.</param>
/// <param name="Minimum">At least so many seats, 0 or more.</param>
/// <param name="Maximum">At most so many seats, the minimum or more.</param>
public sealed record FeatureValue(string Name, int Minimum, int Maximum)
{
    /// <summary>Where no panel meets the quotas: the minimum may be brought down to this, and not below. 0 to the minimum.</summary>
    public int MinimumFlex { get; init; }

    /// <summary>Where no panel meets the quotas: the maximum may be raised to this, and not above. The maximum or more.</summary>
    public int MaximumFlex { get; init; } = int.MaxValue;
}
