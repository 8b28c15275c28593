using System.Text;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>The canonical text of a <see cref="FairAnnouncement"/>, written and read.</summary>
internal static class FairAnnouncementText
{
    private const int MostPeople = 1_000_000;
    private const int MostFeatures = 1_000;
    private const int MostPanels = 1_000_000;

    internal static string Write(FairAnnouncement draw)
    {
        var text = new StringBuilder($"{FairAnnouncement.Version}\ndraw {draw.Reference}\nrule leximin\nsource {draw.Source}\n");
        text.Append($"size {Number(draw.Size)}\nhouseholds {(draw.OnePerHousehold ? "one" : "free")}\nreserve {Number(draw.Reserve)}\npool {draw.PoolHash}\n");
        text.Append($"people {Number(draw.Labels.Count)}\n");
        foreach (var label in draw.Labels) text.Append("person ").Append(CanonicalText.Required(label, "label")).Append('\n');
        text.Append($"features {Number(draw.Features.Count)}\n");
        foreach (var feature in draw.Features)
        {
            text.Append($"feature {Number(feature.Values.Count)} {feature.Name}\n");
            foreach (var value in feature.Values) text.Append($"value {Number(value.Minimum)} {Number(value.Maximum)} {value.Name}\n");
        }
        text.Append($"numbers {Number(draw.Numbers)}\npanels {Number(draw.Panels.Count)}\n");
        foreach (var panel in draw.Panels)
        {
            text.Append("panel ").Append(Number(panel.Weight));
            foreach (var member in panel.Panel.Members) text.Append(' ').Append(Number(member + 1));
            text.Append('\n');
        }
        return text.ToString();
    }

    internal static FairAnnouncement Read(LineReader reader)
    {
        if (reader.Take("the version") != FairAnnouncement.Version) throw new TextError(reader.Line, $"'{FairAnnouncement.Version}' should stand here");
        var reference = reader.Required("draw");
        if (reader.Word("rule") != "leximin") throw new TextError(reader.Line, "the rule is not leximin");
        var source = reader.Text("source");
        var size = reader.Number("size", 1, MostPeople);
        var households = reader.Word("households");
        if (households is not ("one" or "free")) throw new TextError(reader.Line, "households are one or free");
        var reserve = reader.Number("reserve", 0, MostPeople);
        var pool = reader.Hash("pool");
        var labels = Labels(reader);
        var features = Features(reader);
        var numbers = reader.Number("numbers", 1, TransparentLottery.MostNumbers);
        var panels = new PublishedPanel[reader.Number("panels", 1, MostPanels)];
        for (var i = 0; i < panels.Length; i++) panels[i] = Panel(reader, labels.Count);
        return new(reference, source, pool, labels, features, size, households == "one", reserve, numbers, panels);
    }

    private static List<string> Labels(LineReader reader)
    {
        var count = reader.Number("people", 1, MostPeople);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var labels = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var label = reader.Required("person");
            if (!seen.Add(label)) throw new TextError(reader.Line, $"'{label}' is there twice");
            if (label == "number" || label.StartsWith("round/", StringComparison.Ordinal)) throw new TextError(reader.Line, $"'{label}' is a label of the rounding itself");
            labels.Add(label);
        }
        return labels;
    }

    private static List<Feature> Features(LineReader reader)
    {
        var count = reader.Number("features", 0, MostFeatures);
        var features = new List<Feature>();
        for (var i = 0; i < count; i++)
        {
            var (values, name) = Counted(reader, "feature", 1);
            features.Add(new(name, [.. Enumerable.Range(0, (int)Math.Min(values[0], MostPeople)).Select(_ => Value(reader))]));
        }
        return features;
    }

    private static FeatureValue Value(LineReader reader)
    {
        var (bounds, name) = Counted(reader, "value", 2);
        return bounds[0] <= bounds[1] && bounds[1] <= int.MaxValue ? new(name, (int)bounds[0], (int)bounds[1]) : throw new TextError(reader.Line, "this is no quota");
    }

    /// <summary>A line of so many numbers, 0 or more, and then a text.</summary>
    private static (long[] Numbers, string Text) Counted(LineReader reader, string key, int count)
    {
        var words = reader.Text(key).Split(' ', count + 1);
        if (words.Length <= count) throw new TextError(reader.Line, $"'{key}' is {count} numbers and a name");
        var numbers = words[..count].Select(word => CanonicalText.Number(word, reader.Line)).ToArray();
        return numbers.All(number => number >= 0) ? (numbers, words[count]) : throw new TextError(reader.Line, $"{key} is out of its range");
    }

    private static PublishedPanel Panel(LineReader reader, int people)
    {
        var words = reader.Value("panel").Split(' ');
        var weight = CanonicalText.Number(words[0], reader.Line);
        var members = new int[words.Length - 1];
        for (var i = 0; i < members.Length; i++)
        {
            var number = CanonicalText.Number(words[i + 1], reader.Line);
            if (number < 1 || number > people || (i > 0 && number - 1 <= members[i - 1])) throw new TextError(reader.Line, "the people of a panel do not stand in order, each once");
            members[i] = (int)number - 1;
        }
        return weight > 0 ? new(new(members), weight) : throw new TextError(reader.Line, "a panel has no weight");
    }

    private static string Number(long number) => CanonicalText.Number(number);
}
