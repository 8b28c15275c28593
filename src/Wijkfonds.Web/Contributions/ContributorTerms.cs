using System.Text.Json;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions;

/// <summary>What the second member agrees to: what is promised per year, and whose account may see the statement, and whose may no longer.</summary>
public sealed record ContributorTerms(IReadOnlyList<PledgeTerm> Pledges, Guid? Representative = null, Guid? EndRepresentative = null)
{
    public static ContributorTerms Read(string json) => JsonSerializer.Deserialize<ContributorTerms>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}

public sealed record PledgeTerm(int Year, long Cents)
{
    public Cents Amount() => new(Cents);
}
