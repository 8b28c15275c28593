namespace Wijkfonds.Democracy.Sortition;

/// <summary>The file of quotas, in either of the two forms that practitioners use.</summary>
/// <remarks>
/// <para>A CSV file with one line per value; comma, semicolon or tab; UTF-8. Either the columns <c>category,feature,min,max</c>
/// (<c>categories.csv</c> of the Sortition Foundation and panelot: the feature is called category, its value feature or name), or
/// <c>feature,value,min,max,min_flex,max_flex</c> (<c>features.csv</c>). The two flex columns are optional in both, and say how far a quota may be bent
/// where no panel meets all. Ours is the optional column <c>population</c>: how many people with this value live in the area.</para>
/// </remarks>
/// <param name="Features">The features, in the order in which they first appear, with their values in the order of the file.</param>
/// <param name="Population">Per feature, per value: how many people in the area; null where the file does not say.</param>
public sealed record Quotas(IReadOnlyList<Feature> Features, IReadOnlyList<IReadOnlyList<int>>? Population = null)
{
    private const int MostFeatures = 100;
    private const int MostValues = 2_000;
    private const int MostSeats = 1_000_000;

    /// <summary>Opens and reads a file.</summary>
    /// <exception cref="TextError">The file breaks the format, with file, line and reason.</exception>
    public static Quotas Open(string path) => CsvTable.Open(path, Read);

    /// <summary>Reads a file.</summary>
    /// <exception cref="TextError">The file breaks the format, with line and reason.</exception>
    public static Quotas Read(TextReader text)
    {
        var table = new CsvTable(text);
        var old = table.Has("category");
        var feature = table.Column(old ? "category" : "feature");
        var value = table.Column(old ? table.Has("feature") ? "feature" : "name" : "value");
        int least = table.Column("min"), most = table.Column("max");
        var people = table.Has("population") ? table.Column("population") : -1;
        var flexible = table.Has("min_flex") || table.Has("max_flex");
        int low = flexible ? table.Column("min_flex") : -1, high = flexible ? table.Column("max_flex") : -1;

        var names = new List<string>();
        var values = new List<List<FeatureValue>>();
        var population = new List<List<int>>();
        for (var rows = 0; table.Next(); rows++)
        {
            if (rows == MostValues) throw table.Error($"more than {MostValues} values");
            var name = table.Text(feature);
            var at = names.IndexOf(name);
            if (at < 0)
            {
                if (names.Count == MostFeatures) throw table.Error($"more than {MostFeatures} features");
                at = names.Count;
                names.Add(name);
                values.Add([]);
                population.Add([]);
            }
            var quota = new FeatureValue(table.Text(value), table.Number(least, MostSeats), table.Number(most, MostSeats));
            if (quota.Maximum < quota.Minimum) throw table.Error($"the minimum {quota.Minimum} of '{quota.Name}' is above the maximum {quota.Maximum}");
            if (flexible) quota = quota with { MinimumFlex = table.Number(low, MostSeats), MaximumFlex = table.Number(high, MostSeats) };
            if (quota.MinimumFlex > quota.Minimum || quota.MaximumFlex < quota.Maximum) throw table.Error($"the flexible limits of '{quota.Name}' are narrower than the quota");
            if (values[at].Exists(v => v.Name == quota.Name)) throw table.Error($"'{quota.Name}' of {name} is there twice");
            values[at].Add(quota);
            if (people >= 0) population[at].Add(table.Number(people, int.MaxValue));
        }
        if (names.Count == 0) throw new TextError(0, "the file holds no quota");
        return new([.. names.Select((name, i) => new Feature(name, values[i]))], people >= 0 ? population : null);
    }
}
