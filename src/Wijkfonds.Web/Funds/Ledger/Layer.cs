using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>
/// Whose euros, and bound by which earmark: the smallest part of the pot that is followed to the cent. The book knows it
/// by a random reference; contributor and earmark are looked up outside the hash.
/// </summary>
/// <param name="Reference">The contributor's party for unbound euros, the earmark's own id for bound ones, the fund's id for its own.</param>
/// <param name="Contributor">The contributor's number; 0 is the fund itself (interest, loose gifts).</param>
/// <param name="Earmark">The earmark's number within its contributor; 0 is unbound.</param>
public sealed record Layer(Guid Reference, int Contributor, int Earmark) : IComparable<Layer>
{
    public bool IsBound => Earmark > 0;

    /// <summary>The stated order: contributor number, then earmark number.</summary>
    public int CompareTo(Layer? other) => other is null ? 1 : (Contributor, Earmark).CompareTo((other.Contributor, other.Earmark));
}

/// <summary>What one layer's euros amount to somewhere.</summary>
public sealed record LayerAmount(Layer Layer, Cents Amount);
