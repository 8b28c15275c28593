using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>Why a lottery is LEXIMIN: at every level the probability that was reached equals a bound that no lottery can pass. Checked in exact arithmetic.</summary>
/// <param name="Bounds">One per step, from the least probability upward; several steps may have the same probability.</param>
/// <param name="Method">How the bounds are proved.</param>
/// <param name="Panels">How many panels were checked one by one against size, every quota and the households.</param>
/// <param name="Gap">The largest difference between a probability that was reached and its bound. 0 where the certificate is exact.</param>
public sealed record Certificate(IReadOnlyList<LevelBound> Bounds, CertificateMethod Method, int Panels, Fraction Gap);

/// <summary>The proof of one step: weighed like this, no feasible panel outweighs the bound, and everyone with a weight is at it.</summary>
/// <param name="Probability">What those with a weight have in the lottery.</param>
/// <param name="Bound">What nobody can give all of them at once, when those of earlier steps keep theirs.</param>
/// <param name="Weights">Dual weight per person of this step, above 0, together 1, ascending by index. In the first step these are the maximin dual weights.</param>
public sealed record LevelBound(Fraction Probability, Fraction Bound, IReadOnlyList<PersonWeight> Weights);

/// <summary>A dual weight.</summary>
/// <param name="Person">Index in the pool.</param>
/// <param name="Weight">Above 0.</param>
public sealed record PersonWeight(int Person, Fraction Weight);

/// <summary>How the bounds of a <see cref="Certificate"/> are proved.</summary>
public enum CertificateMethod
{
    /// <summary>By multipliers of the quotas alone: the bounds hold even for fractions of people, and the lottery reaches them.</summary>
    Quotas,

    /// <summary>By searching all panels (branch and bound): fractions of people could do better, panels cannot.</summary>
    Search,
}
