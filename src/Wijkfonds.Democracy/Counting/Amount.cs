using System.Globalization;
using System.Numerics;

namespace Wijkfonds.Democracy.Counting;

/// <summary>Decimal amounts, exact: whole numbers that share one power of ten.</summary>
public static class Amount
{
    private const int MostDecimals = 18;

    /// <summary>An amount in currency units with a point, without zeros at the end: 150 with 2 decimals is 1.5.</summary>
    public static string Text(BigInteger amount, int decimals)
    {
        var digits = BigInteger.Abs(amount).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var whole = digits[..^decimals];
        var fraction = digits[^decimals..].TrimEnd('0');
        return (amount.Sign < 0 ? "-" : "") + whole + (fraction.Length > 0 ? "." + fraction : "");
    }

    internal static long PowerOfTen(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++) power *= 10;
        return power;
    }

    /// <summary>Reads digits with at most one point or comma. No sign, exponent or thousands separator; what could be one is refused.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out DecimalText amount)
    {
        amount = default;
        var digits = text.Trim();
        var point = digits.IndexOfAny('.', ',');
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        if (digits.IsEmpty || (point >= 0 && decimals == 0) || point == 0) return false;
        // "1,000" may mean one or a thousand: better no count than a wrong one.
        if (point > 0 && digits[point] == ',' && decimals == 3) return false;
        long value = 0;
        var trailing = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (i == point) continue;
            if (!char.IsAsciiDigit(digits[i])) return false;
            // Zeros at the end of a fraction say nothing; they are only taken in when another digit follows.
            if (point >= 0 && i > point && digits[i] == '0') { trailing++; continue; }
            for (; trailing > 0; trailing--) if (!Append(ref value, 0)) return false;
            if (!Append(ref value, digits[i] - '0')) return false;
        }
        amount = new(value, decimals - CountTrailingZeros(digits, decimals));
        return amount.Decimals <= MostDecimals;
    }

    private static int CountTrailingZeros(ReadOnlySpan<char> digits, int decimals)
    {
        var zeros = 0;
        while (zeros < decimals && digits[^(zeros + 1)] == '0') zeros++;
        return zeros;
    }

    private static bool Append(ref long value, int digit)
    {
        if (value > (long.MaxValue - digit) / 10) return false;
        value = value * 10 + digit;
        return true;
    }
}

/// <summary>A decimal number as it stood in a text: <c>Value / 10^Decimals</c>.</summary>
internal readonly record struct DecimalText(long Value, int Decimals)
{
    /// <summary>The number with more decimals.</summary>
    /// <exception cref="OverflowException">It does not fit in 64 bits.</exception>
    internal long Scaled(int decimals) => Value == 0 ? 0 : checked(Value * Amount.PowerOfTen(decimals - Decimals));
}
