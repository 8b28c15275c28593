using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Bench;

/// <summary>Pools of people who do not exist, the same every time: who volunteers is not who lives there, and the quotas follow who lives there.</summary>
internal static class Pools
{
    /// <summary>Of the size of Utrecht's assembly of 2023: 749 volunteers, 142 seats, six attributes.</summary>
    internal static SelectionProblem Utrecht() => Volunteers(749, 142, [2, 5, 10, 3, 3, 4], slack: 2, seed: 1);

    /// <summary>Of the size of the national assembly on climate: 4,070 volunteers, 175 seats, six attributes.</summary>
    internal static SelectionProblem Climate() => Volunteers(4070, 175, [2, 5, 12, 3, 3, 4], slack: 2, seed: 2);

    /// <summary>A hard one: 360 people, 30 seats, seven attributes with 25 values, all quotas equalities, nearly everyone different from all others.</summary>
    internal static SelectionProblem Hard() => Volunteers(360, 30, [2, 3, 3, 4, 4, 4, 5], slack: 0, seed: 3);

    /// <summary>Volunteers and quotas.</summary>
    /// <param name="people">How many people volunteer.</param>
    /// <param name="seats">The size of a panel.</param>
    /// <param name="values">Per attribute: how many values it has.</param>
    /// <param name="slack">How many seats a quota lies below and above its share of the population; 0 makes all quotas equalities.</param>
    /// <param name="seed">Another seed, another pool.</param>
    internal static SelectionProblem Volunteers(int people, int seats, int[] values, int slack, ulong seed)
    {
        var chance = new Chance(seed);
        // The share of a value among the volunteers is its share of the population times how readily its people volunteer.
        var population = values.Select(v => Enumerable.Range(0, v).Select(_ => 60 + chance.Below(80)).ToArray()).ToArray();
        var volunteers = population.Select(shares => shares.Select(s => s * (60 + chance.Below(100))).ToArray()).ToArray();
        var pool = Enumerable.Range(1, people).Select(i => new Person($"{i}", [.. volunteers.Select(chance.Pick)])).ToList();
        return new([.. population.Select((shares, f) => new Feature($"attribute {f + 1}", Quotas(shares, seats, slack)))], pool, seats);
    }

    /// <summary>Seats in proportion, by largest remainder, then bent by the slack.</summary>
    private static List<FeatureValue> Quotas(int[] shares, int seats, int slack)
    {
        var total = shares.Sum();
        var quota = shares.Select(s => s * seats / total).ToArray();
        foreach (var v in Enumerable.Range(0, shares.Length).OrderByDescending(v => shares[v] * seats % total).ThenBy(v => v).Take(seats - quota.Sum()).ToList()) quota[v]++;
        return [.. quota.Select((q, v) => new FeatureValue($"value {v + 1}", Math.Max(0, q - slack), q + slack))];
    }

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014): a stream that is the same everywhere. No secret depends on it.</summary>
    private sealed class Chance(ulong state)
    {
        internal int Below(int limit) => (int)(Next() % (ulong)limit);

        internal int Pick(int[] shares)
        {
            var at = Below(shares.Sum());
            for (var v = 0; ; v++) if ((at -= shares[v]) < 0) return v;
        }

        private ulong Next()
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15;
                var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                return z ^ (z >> 31);
            }
        }
    }
}
