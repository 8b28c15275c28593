using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Drawing;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>A draw without quotas in which every household is equally likely, and then everyone in it.</summary>
/// <remarks>
/// Within a household the order is that of the positions of its labels. The households are ordered by the position of <c>household/LABEL</c>, LABEL being that of
/// whoever of them stands first in the pool. The order of the draw: the first of every household, in the order of the households; then all second ones; and so on.
/// </remarks>
public static class HouseholdOrder
{
    /// <summary>Indices in the pool, in the order of the draw.</summary>
    public static IReadOnlyList<int> Of(DrawKey key, IReadOnlyList<Person> people)
    {
        var ranked = new List<(int Turn, string Household, int Person)>(people.Count);
        foreach (var household in Enumerable.Range(0, people.Count).GroupBy(p => people[p].Household ?? "\0" + people[p].Label, StringComparer.Ordinal))
        {
            var position = Position(key, "household/" + people[household.First()].Label);
            foreach (var (person, turn) in household.OrderBy(p => Position(key, people[p].Label), StringComparer.Ordinal).Select((p, turn) => (p, turn)))
                ranked.Add((turn, position, person));
        }
        return [.. ranked.OrderBy(r => r.Turn).ThenBy(r => r.Household, StringComparer.Ordinal).Select(r => r.Person)];
    }

    /// <summary>Everyone's chance: seats per household, shared by those who live in it.</summary>
    /// <param name="people">The pool.</param>
    /// <param name="seats">At most the number of households.</param>
    public static IReadOnlyList<Fraction> Chances(IReadOnlyList<Person> people, int seats)
    {
        var households = SelectionProblem.Seatable(people, onePerHousehold: true);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seats, households);
        var sizes = people.Select(p => p.Household).OfType<string>().CountBy(h => h, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. people.Select(p => new Fraction(seats, (long)households * (p.Household is { } h ? sizes[h] : 1)))];
    }

    private static string Position(DrawKey key, string label) => Convert.ToHexStringLower(key.Position(label));
}
