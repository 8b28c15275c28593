using System.Globalization;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>The file of people (<c>respondents.csv</c>, <c>candidates.csv</c>): one row each, a column for every feature of the quotas; other columns are read past.</summary>
/// <remarks>
/// The label of a person is the number of the row, from 1, the head not counted: names do not enter a draw. Households are numbered in the order
/// in which they first appear, so that no address enters it either.
/// </remarks>
public static class Pool
{
    private const int MostPeople = 200_000;

    /// <summary>Opens and reads a pool and its quotas.</summary>
    /// <param name="pool">The path of the people.</param>
    /// <param name="quotas">The quotas; none for a draw in which features play no part.</param>
    /// <param name="size">The seats of the panel.</param>
    /// <param name="householdColumns">The columns that together say who lives with whom (an address, a household number). People with the same text
    /// are one household, of which at most one sits; where all are empty someone lives alone. None: households play no part.</param>
    /// <exception cref="TextError">A file breaks the format, or the pool is smaller than the panel, with file, line and reason.</exception>
    public static SelectionProblem Open(string pool, Quotas? quotas, int size, params IReadOnlyList<string> householdColumns) =>
        CsvTable.Open(pool, text =>
        {
            var (features, grouped) = (quotas?.Features ?? [], householdColumns.Count > 0);
            var people = Read(text, features, householdColumns);
            if (SelectionProblem.Seatable(people, grouped) is var seatable && seatable >= size) return new SelectionProblem(features, people, size, grouped);
            if (grouped) throw new TextError(0, $"the panel has {size} seats, and the pool has only {seatable} households");
            throw new TextError(0, $"the panel has {size} seats, and the pool has only {seatable} people");
        });

    /// <summary>Reads the people.</summary>
    /// <exception cref="TextError">The file breaks the format, with line and reason.</exception>
    public static IReadOnlyList<Person> Read(TextReader text, IReadOnlyList<Feature> features, params IReadOnlyList<string> householdColumns)
    {
        var table = new CsvTable(text);
        var columns = features.Select(f => table.Column(f.Name)).ToArray();
        var indices = features.Select(f => f.Values.Select((v, i) => (v.Name, i)).ToDictionary(v => v.Name, v => v.i, StringComparer.Ordinal)).ToArray();
        var together = householdColumns.Select(table.Column).ToArray();
        var households = new Dictionary<string, int>(StringComparer.Ordinal);
        var people = new List<Person>();
        while (table.Next())
        {
            if (people.Count == MostPeople) throw table.Error($"more than {MostPeople} people");
            var values = new int[columns.Length];
            for (var f = 0; f < values.Length; f++)
                if (!indices[f].TryGetValue(table.Text(columns[f]), out values[f]))
                    throw table.Error($"'{table.Text(columns[f])}' is no value of {features[f].Name} in the quotas");
            people.Add(new(Number(people.Count + 1), values, Household(table, together, households)));
        }
        return people;
    }

    private static string? Household(CsvTable table, int[] columns, Dictionary<string, int> known)
    {
        // The unit separator cannot be typed, so that "a" and "bc" are not the household of "ab" and "c".
        var text = string.Join('\u001F', columns.Select(table.Optional));
        if (text.Trim('\u001F').Length == 0) return null;
        known.TryAdd(text, known.Count + 1);
        return Number(known[text]);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
