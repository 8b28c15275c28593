using System.Globalization;
using System.Text.RegularExpressions;

namespace Wijkfonds.Web.Shared;

/// <summary>An amount of money in whole euro cents. Overflow throws: money never wraps.</summary>
public readonly partial record struct Cents(long Value) : IComparable<Cents>
{
    public static readonly Cents Zero = new(0);

    public static Cents Euros(long euros) => new(checked(euros * 100));

    public static Cents operator +(Cents a, Cents b) => new(checked(a.Value + b.Value));
    public static Cents operator -(Cents a, Cents b) => new(checked(a.Value - b.Value));
    public static Cents operator -(Cents a) => new(checked(-a.Value));
    public static bool operator <(Cents a, Cents b) => a.Value < b.Value;
    public static bool operator >(Cents a, Cents b) => a.Value > b.Value;
    public static bool operator <=(Cents a, Cents b) => a.Value <= b.Value;
    public static bool operator >=(Cents a, Cents b) => a.Value >= b.Value;

    public static Cents Min(Cents a, Cents b) => a < b ? a : b;

    public int CompareTo(Cents other) => Value.CompareTo(other.Value);

    /// <summary>Euros and cents with a point, for files: "4000.00".</summary>
    public string ToFile() => string.Create(CultureInfo.InvariantCulture, $"{(Value < 0 ? "-" : "")}{Math.Abs(Value / 100)}.{Math.Abs(Value % 100):00}");

    /// <summary>As a Dutch person types it into a form, to be read by <see cref="Read"/>: "4000", "4000,50".</summary>
    public string ToForm() => ToFile().Replace(".00", "", StringComparison.Ordinal).Replace('.', ',');

    public override string ToString() => ToFile();

    /// <summary>
    /// Reads what a Dutch person types: "4000", "4.000", "4000,5", "€ 4.000,50", "4.000,-", "4000.50".
    /// A point followed by exactly three digits separates thousands; null where it is no amount, or more than anybody has.
    /// </summary>
    public static Cents? Read(string? typed)
    {
        var text = Blank().Replace(typed ?? "", "");
        if (text.EndsWith(",-", StringComparison.Ordinal)) text = text[..^2];
        if (text.Length > 15 || !Amount().IsMatch(text)) return null;
        var parts = text.Split(',');
        var whole = Thousands().IsMatch(parts[0]) ? parts[0].Replace(".", "", StringComparison.Ordinal) : parts[0];
        var euros = decimal.Parse(parts.Length == 1 ? whole : $"{whole}.{parts[1]}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return euros <= Most ? new Cents((long)(euros * 100)) : null;
    }

    /// <summary>A thousand of these still add up without overflow.</summary>
    private const decimal Most = 1_000_000_000_000;

    [GeneratedRegex(@"[€\s\u00a0]")]
    private static partial Regex Blank();

    [GeneratedRegex(@"^(\d{1,3}(\.\d{3})+(,\d{1,2})?|\d+([.,]\d{1,2})?)$")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^\d{1,3}(\.\d{3})+$")]
    private static partial Regex Thousands();
}
