using System.Globalization;
using System.Text.RegularExpressions;
using Wijkfonds.Web.Funds.Bank.Reading;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>What is wrong with one line of a list, and what to do. Its words are "places.{What}".</summary>
public sealed record PlaceError(int Line, string What, string Text);

/// <summary>
/// A list of addresses and complexes as a housing corporation exports it: postcode; number; addition; complex; from; until.
/// Semicolons, commas or tabs; a first line with names is skipped. Nothing is kept of a list in which a line is wrong.
/// </summary>
public static partial class PlaceList
{
    public const int Most = 5_000;
    /// <summary>More errors than this say only that something is wrong with the whole.</summary>
    public const int ErrorsShown = 20;

    /// <param name="list">The number of the list that these become.</param>
    public static (IReadOnlyList<EarmarkPlace> Places, IReadOnlyList<PlaceError> Errors) Read(Guid fund, string? text, int list = 1)
    {
        var (places, errors) = (new List<EarmarkPlace>(), new List<PlaceError>());
        var lines = (text ?? "").TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) || (places.Count == 0 && errors.Count == 0 && Heading().IsMatch(lines[i]))) continue;
            if (Read(fund, list, i + 1, lines[i]) is var (place, what) && place is not null) places.Add(place);
            else errors.Add(new(i + 1, what, lines[i].Trim().Length > 60 ? lines[i].Trim()[..60] + "…" : lines[i].Trim()));
        }
        if (places.Count > Most) errors.Add(new(Most + 1, "TooMany", ""));
        return (places, errors);
    }

    private static (EarmarkPlace? Place, string What) Read(Guid fund, int list, int line, string text)
    {
        var separator = text.Contains(';', StringComparison.Ordinal) ? ';' : text.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        // A quote that is not closed would swallow the lines after it.
        if (text.Count(c => c == '"') % 2 == 1) return (null, "Quote");
        var cells = Csv.Rows(text, separator).SelectMany(r => r.Cells).Select(c => Typed.Line(c)).Concat(Enumerable.Repeat("", 6)).ToArray();
        var (postcode, addition, complex) = (cells[0].Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), cells[2], cells[3]);
        if (postcode.Length == 0 && complex.Length == 0) return (null, "Nowhere");
        if (postcode.Length > 0 && !Postcode().IsMatch(postcode)) return (null, "Postcode");
        int? number = null;
        if (postcode.Length > 0)
        {
            if (!int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var read) || read is < 1 or > 99_999) return (null, "Number");
            number = read;
        }
        if (addition.Length > 10 || complex.Length > 80) return (null, "TooLong");
        if (!Day(cells[4], out var from) || !Day(cells[5], out var until)) return (null, "Day");
        if (from > until) return (null, "Days");
        return (new() { FundId = fund, List = list, Line = line, Postcode = postcode, Number = number, Addition = addition, Complex = complex, From = from, Until = until }, "");
    }

    private static bool Day(string typed, out DateOnly? day)
    {
        day = typed.Length > 0 ? Agreements.AgreementForm.Day(typed) : null;
        return typed.Length == 0 || day is not null;
    }

    // SA, SD and SS are not given out.
    [GeneratedRegex("^[1-9][0-9]{3}(?!SA|SD|SS)[A-Z]{2}$")]
    private static partial Regex Postcode();

    [GeneratedRegex(@"^\W*(postcode|post code|pc)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Heading();
}
