using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Wijkfonds.Democracy;

/// <summary>Why a text is refused: an English sentence that remembers what was filled in, so that whoever shows it can say it in another language.</summary>
/// <remarks>The compiler makes one of <c>$"project '{name}' is there twice"</c>: <see cref="Template"/> is <c>project '{0}' is there twice</c>.</remarks>
[InterpolatedStringHandler]
public sealed class Reason
{
    private readonly StringBuilder template = new();
    private readonly List<string> values = [];

    /// <summary>For the compiler.</summary>
    public Reason(int literalLength, int formattedCount)
    {
        template.EnsureCapacity(literalLength + 3 * formattedCount);
        values.EnsureCapacity(formattedCount);
    }

    private Reason(string text) => AppendLiteral(text);

    /// <summary>The sentence with <c>{0}</c>, <c>{1}</c> … where something is filled in. A brace in the sentence itself stands doubled.</summary>
    public string Template => template.ToString();

    /// <summary>What is filled in, in order.</summary>
    public IReadOnlyList<string> Values => values;

    /// <summary>For the compiler.</summary>
    public void AppendLiteral(string text) => template.Append(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    /// <summary>For the compiler.</summary>
    public void AppendFormatted(string? value)
    {
        template.Append(CultureInfo.InvariantCulture, $"{{{values.Count}}}");
        values.Add(value ?? "");
    }

    /// <summary>For the compiler.</summary>
    public void AppendFormatted(ReadOnlySpan<char> value) => AppendFormatted(value.ToString());

    /// <summary>For the compiler.</summary>
    public void AppendFormatted(long value) => AppendFormatted(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The sentence in the words of a template of the same places.</summary>
    public string In(string words) => string.Format(CultureInfo.InvariantCulture, words, [.. values]);

    /// <summary>The English sentence.</summary>
    public override string ToString() => In(Template);

    /// <summary>A sentence in which nothing is filled in.</summary>
    public static implicit operator Reason(string text) => new(text);
}
