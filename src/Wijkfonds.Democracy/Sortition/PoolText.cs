using System.Security.Cryptography;
using System.Text;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>The canonical file of a pool: who can be drawn, what they are, and who lives with whom.</summary>
/// <remarks>
/// <para>Canonical text, version 1, UTF-8 without byte order mark, every line ended by LF:</para>
/// <code>
/// wijkfonds-pool 1
/// salt WORD                 random and secret, or a dash; without it a stranger who guesses a small pool can prove the guess by its hash
/// people NUMBER
/// person LABEL HOUSEHOLD V V V …   in the order of the pool; per feature the number of the value, from 1; household by number or a dash
/// </code>
/// <para>What someone is can give away who it is: publish its hash (<see cref="Hash"/>), and show the text to those who audit the draw.
/// Labels are random references or row numbers, never names.</para>
/// </remarks>
/// <param name="People">The pool.</param>
/// <param name="Salt">One word, or null.</param>
public sealed record PoolText(IReadOnlyList<Person> People, string? Salt = null)
{
    internal const string Version = "wijkfonds-pool 1";

    private const int MostPeople = 1_000_000;

    /// <summary>SHA-256 of the text, 64 lower-case hexadecimal digits.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write())));

    /// <summary>The canonical text.</summary>
    /// <exception cref="ArgumentException">A label or the salt is no single word.</exception>
    public string Write()
    {
        var households = new Dictionary<string, int>(StringComparer.Ordinal);
        var text = new StringBuilder($"{Version}\nsalt {CanonicalText.Word(Salt, "salt")}\npeople {CanonicalText.Number(People.Count)}\n");
        foreach (var person in People)
        {
            text.Append("person ").Append(CanonicalText.Required(person.Label, "label")).Append(' ').Append(Household(person));
            foreach (var value in person.Values) text.Append(' ').Append(CanonicalText.Number(value + 1));
            text.Append('\n');
        }
        return text.ToString();

        // By number, in the order of appearance: an address has no place here.
        string Household(Person person)
        {
            if (person.Household is not { } household) return CanonicalText.None;
            households.TryAdd(household, households.Count + 1);
            return CanonicalText.Number(households[household]);
        }
    }

    /// <summary>Reads a canonical text back.</summary>
    /// <param name="text">The text.</param>
    /// <param name="features">The features of the announcement it belongs to.</param>
    /// <exception cref="TextError">The text is not exactly what <see cref="Write"/> writes.</exception>
    public static PoolText Read(string text, IReadOnlyList<Feature> features) => Read(new LineReader(text), features);

    internal static PoolText Read(LineReader reader, IReadOnlyList<Feature> features)
    {
        if (reader.Take("the version") != Version) throw new TextError(reader.Line, $"'{Version}' should stand here");
        var salt = CanonicalText.OptionalWord(reader.Word("salt"));
        var count = reader.Number("people", 0, MostPeople);
        var people = new List<Person>();
        var labels = new HashSet<string>(StringComparer.Ordinal);
        var households = 0;
        while (!reader.AtEnd) people.Add(Person(reader, features, labels, ref households));
        return people.Count == count ? new(people, salt) : throw new TextError(0, $"the head says {count} entries, the text has {people.Count}");
    }

    private static Person Person(LineReader reader, IReadOnlyList<Feature> features, HashSet<string> labels, ref int households)
    {
        var words = reader.Value("person").Split(' ');
        if (words.Length != features.Count + 2 || !CanonicalText.IsWord(words[0]) || words[0] == CanonicalText.None)
            throw new TextError(reader.Line, $"a person is a label, a household and {features.Count} values");
        if (!labels.Add(words[0])) throw new TextError(reader.Line, $"'{words[0]}' is there twice");
        if (words[1] != CanonicalText.None)
        {
            var household = CanonicalText.Number(words[1], reader.Line);
            if (household < 1 || household > households + 1) throw new TextError(reader.Line, "the households are not numbered in the order of appearance");
            households = Math.Max(households, (int)household);
        }
        var values = new int[features.Count];
        for (var f = 0; f < values.Length; f++)
            values[f] = CanonicalText.Number(words[f + 2], reader.Line) is var value && value >= 1 && value <= features[f].Values.Count ? (int)value - 1
                : throw new TextError(reader.Line, $"{features[f].Name} has no value {words[f + 2]}");
        return new(words[0], values, CanonicalText.OptionalWord(words[1]));
    }
}
