using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements.Complexes;

/// <summary>Where a plan is, as its earmark's list tells. "ComplexKind.{Kind}".</summary>
public enum ComplexKind
{
    Named,
    /// <summary>At an address of the list without a complex, or at a place that the list does not name.</summary>
    Other,
    WholeNeighbourhood,
}

/// <summary>What a plan was awarded and paid at one complex.</summary>
/// <param name="Addresses">How many of the plan's addresses are of this complex; Of is how many of all its complexes. Equal where it is at one.</param>
/// <param name="WholeAwarded">Of all its complexes.</param>
public sealed record ComplexPlan(int Round, int Number, string Title, Cents Awarded, Cents Paid, long Addresses, long Of, Figure WholeAwarded, Figure WholePaid)
{
    public bool IsPart => Addresses < Of;

    public string Path => $"/rondes/{Round}/plannen/{Number}";
}

/// <summary>One complex of an earmark, or what is at none.</summary>
public sealed record ComplexPart(ComplexKind Kind, string Name, IReadOnlyList<ComplexPlan> Plans)
{
    public Cents Awarded => Plans.Aggregate(Cents.Zero, (sum, p) => sum + p.Awarded);
    public Cents Paid => Plans.Aggregate(Cents.Zero, (sum, p) => sum + p.Paid);
}

/// <summary>What an earmark with places awarded (with what came on top, without what was not needed) and paid, by complex: to the cent what it did in all.</summary>
public sealed record EarmarkPart(int Number, string Name, IReadOnlyList<ComplexPart> Complexes, Figure Awarded, Figure Paid);
