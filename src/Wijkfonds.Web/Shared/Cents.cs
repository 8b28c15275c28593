using System.Globalization;

namespace Wijkfonds.Web.Shared;

/// <summary>An amount of money in whole euro cents. Overflow throws: money never wraps.</summary>
public readonly record struct Cents(long Value) : IComparable<Cents>
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
    public string ToFile() => string.Create(CultureInfo.InvariantCulture, $"{Value / 100}.{Math.Abs(Value % 100):00}");

    public override string ToString() => ToFile();

    /// <summary>
    /// Reads what a Dutch person types: "4000", "4.000", "4000,5", "€ 4.000,50", "4000.50".
    /// A point followed by exactly three digits separates thousands; null where it is no amount.
    /// </summary>
    public static Cents? Read(string? typed)
    {
        var text = (typed ?? "").Replace("€", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal);
        if (text.EndsWith(",-", StringComparison.Ordinal)) text = text[..^2];
        if (text.Length is 0 or > 15) return null;
        var comma = text.LastIndexOf(',');
        if (comma >= 0) text = text[..comma].Replace(".", "", StringComparison.Ordinal) + "." + text[(comma + 1)..];
        else if (text.LastIndexOf('.') is var point and >= 0 && text.Length - point == 4) text = text.Replace(".", "", StringComparison.Ordinal);
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros)) return null;
        var cents = euros * 100;
        return decimal.Truncate(cents) == cents ? new Cents((long)cents) : null;
    }
}
