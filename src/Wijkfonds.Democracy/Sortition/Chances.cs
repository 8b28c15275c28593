using System.Numerics;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>How a lottery treats the people of a pool, in figures. The chances are those before rounding, exact; what is derived from them is in floating point.</summary>
/// <remarks>Measures as in Flanigan and others, Nature 596 (2021): minimum, Gini coefficient, geometric mean.</remarks>
public sealed record Chances
{
    private readonly double[] nearest;

    /// <param name="perPerson">The chance of each, in the order of the pool; at least one.</param>
    public Chances(IReadOnlyList<Fraction> perPerson)
    {
        ArgumentOutOfRangeException.ThrowIfZero(perPerson.Count, nameof(perPerson));
        PerPerson = perPerson;
        Levels = [.. perPerson.CountBy(chance => chance).OrderBy(level => level.Key).Select(level => new ChanceLevel(level.Key, level.Value))];
        var decimals = Levels.ToDictionary(level => level.Chance, level => Nearest(level.Chance));
        nearest = [.. perPerson.Select(chance => decimals[chance])];
    }

    /// <summary>The chance of each, in the order of the pool.</summary>
    public IReadOnlyList<Fraction> PerPerson { get; }

    /// <summary>The different chances, ascending, with how many people have each.</summary>
    public IReadOnlyList<ChanceLevel> Levels { get; }

    /// <summary>The smallest chance.</summary>
    public Fraction Minimum => Levels[0].Chance;

    /// <summary>The largest chance.</summary>
    public Fraction Maximum => Levels[^1].Chance;

    /// <summary>0 where all have the same chance, towards 1 where few have all of it.</summary>
    public double Gini
    {
        get
        {
            // Half the mean absolute difference over the mean; over the ascending levels: sum of chance times (people below minus people above).
            var (weighted, sum, below) = (0.0, 0.0, 0);
            foreach (var (chance, people) in Levels)
            {
                weighted += Nearest(chance) * people * (2.0 * below + people - PerPerson.Count);
                sum += Nearest(chance) * people;
                below += people;
            }
            return sum == 0 ? 0 : weighted / (sum * PerPerson.Count);
        }
    }

    /// <summary>The geometric mean; 0 where someone has no chance.</summary>
    public double GeometricMean => Minimum.Numerator.IsZero ? 0 : Math.Exp(Levels.Sum(level => Math.Log(Nearest(level.Chance)) * level.People) / PerPerson.Count);

    /// <summary>The sum over some people: how many of them sit in the panel on average.</summary>
    public double Expected(IEnumerable<int> people) => people.Sum(person => nearest[person]);

    /// <summary>A fraction from 0 to 1 in floating point, whatever the size of its numbers; right to 15 digits.</summary>
    public static double Nearest(Fraction chance)
    {
        if (chance.Numerator.IsZero) return 0;
        var shift = Math.Max(0, 64 + (int)(chance.Denominator.GetBitLength() - chance.Numerator.GetBitLength()));
        return Math.ScaleB((double)((chance.Numerator << shift) / chance.Denominator), -shift);
    }
}

/// <summary>A chance that several people have.</summary>
/// <param name="Chance">The chance.</param>
/// <param name="People">How many have it.</param>
public sealed record ChanceLevel(Fraction Chance, int People);
