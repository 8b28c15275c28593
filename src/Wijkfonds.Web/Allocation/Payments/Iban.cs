using System.Globalization;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>A bank account number that passes its own check (ISO 13616, remainder 1 by 97): one wrong digit is found.</summary>
public static class Iban
{
    private const int DutchLength = 18;

    public static Outcome<string> Read(string? typed, string field)
    {
        var iban = new string([.. (typed ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-'))]).ToUpperInvariant();
        if (iban.Length == 0) return new Missing(field, "Iban.Missing");
        var shaped = iban.Length is >= 15 and <= 34 && iban.All(char.IsAsciiLetterOrDigit) && iban[..2].All(char.IsAsciiLetter) && iban[2..4].All(char.IsAsciiDigit)
            && (!iban.StartsWith("NL", StringComparison.Ordinal) || iban.Length == DutchLength);
        return shaped && Remainder(iban[4..] + iban[..4]) == 1 ? iban : new IbanWrong(field);
    }

    /// <summary>In groups of four, as on a bank card.</summary>
    public static string Show(string iban) => string.Join(' ', iban.Chunk(4).Select(group => new string(group)));

    /// <summary>Letters count as 10 to 35.</summary>
    private static int Remainder(string text) => text.SelectMany(c => (char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10).ToString(CultureInfo.InvariantCulture))
        .Aggregate(0, (rest, digit) => (rest * 10 + (digit - '0')) % 97);
}

/// <summary>A digit or letter is wrong or missing.</summary>
public sealed record IbanWrong(string At) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
