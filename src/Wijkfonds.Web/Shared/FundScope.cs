using Wijkfonds.Web.Funds;

namespace Wijkfonds.Web.Shared;

/// <summary>The fund whose path prefix (/w/slug) the request carries; none on the installation's own pages.</summary>
public sealed class FundScope
{
    public Fund? Fund { get; set; }

    public Fund Here => Fund ?? throw new InvalidOperationException("This page exists only inside a fund.");
}
