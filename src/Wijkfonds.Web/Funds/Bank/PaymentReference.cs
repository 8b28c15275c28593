using System.Globalization;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>How a payment is called at the bank (EndToEndId): by it the bank's list is recognised. At most 35 characters that every bank takes.</summary>
public static class PaymentReference
{
    public static string Of(Fund fund, int number)
    {
        var slug = fund.Slug.ToUpperInvariant();
        return string.Create(CultureInfo.InvariantCulture, $"{(slug.Length > 20 ? slug[..20] : slug)}-{number}");
    }
}
