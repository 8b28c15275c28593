using System.Numerics;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>Finds the fairest lottery over the panels that meet every quota.</summary>
/// <remarks>
/// <para>LEXIMIN of Flanigan, Gölz, Gupta, Hennig, Procaccia, <i>Fair algorithms for selecting citizens' assemblies</i>, Nature 596 (2021): the least probability of
/// anyone as large as possible, then the next least, and so on.</para>
/// <para>How: over types of people; first as if people could be divided (<see cref="RelaxedLevels"/>), which no real lottery can surpass; then a lottery over real panels
/// that reaches it (<see cref="Decomposition"/>), and people within a type taking turns (<see cref="Interleaving"/>). Where none reaches it,
/// level by level over the panels themselves, by column generation. Found in floating point, certified in exact arithmetic; limits count steps and never time, so that the same
/// pool has the same lottery on every machine.</para>
/// </remarks>
public static class Leximin
{
    /// <summary>With at most so many compositions a second attempt at exact weights takes seconds.</summary>
    private const int SmallEnough = 800;

    /// <summary>Finds the lottery, or what stands in its way.</summary>
    /// <param name="problem">The pool, the quotas and the size.</param>
    /// <param name="progress">Told how far it is; may be called often.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>A <see cref="FairLottery"/>, or <see cref="Infeasible"/> where no panel meets the quotas.</returns>
    /// <exception cref="UncertifiedException">No lottery was found that could be certified: no answer rather than a wrong one.</exception>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public static Solution Find(SelectionProblem problem, IProgress<DrawProgress>? progress = null, CancellationToken cancellation = default)
    {
        var types = new PersonTypes(problem);
        var relaxed = new RelaxedLevels(types);
        if (relaxed.Find(done => progress?.Report(new(DrawStage.Levels, done, types.Count)), cancellation) is not { } probabilities)
            return NearestQuotas.Of(problem, types, cancellation);
        var seats = probabilities.Select((p, t) => new Fraction(p.Numerator * types.Members[t].Length, p.Denominator)).ToArray();
        var decomposition = new Decomposition(types.Program, seats);
        var weights = Decompose(decomposition, progress, cancellation);
        if (weights is null && decomposition is { CameClose: true, Most: < SmallEnough })
        {
            // In the last digits rounding decided; a slower approach leaves those alone.
            decomposition = new(types.Program, seats, haste: 10);
            weights = Decompose(decomposition, progress, cancellation);
        }
        // Still not: then weights that miss by less than 10^-25, and the certificate says by how much.
        if (weights is null && decomposition.CameClose) weights = decomposition.Rounded();
        if (weights is not null)
            return Certification.Of(problem, types, new Interleaving(types, decomposition.Compositions, weights).Panels(), relaxed.Bounds, CertificateMethod.Quotas);
        var searched = new SearchedLevels(types, decomposition.Compositions, done => progress?.Report(new(DrawStage.Levels, done, types.Count)), cancellation);
        return searched.Find() is var (compositions, found)
            ? Certification.Of(problem, types, new Interleaving(types, compositions, found).Panels(), searched.Bounds, CertificateMethod.Search)
            : NearestQuotas.Of(problem, types, cancellation);
    }

    private static ExactSolution? Decompose(Decomposition decomposition, IProgress<DrawProgress>? progress, CancellationToken cancellation) => decomposition.Find(
        done => progress?.Report(new(DrawStage.Panels, done, decomposition.Most)),
        digits => progress?.Report(new(DrawStage.Weights, digits, 0)), cancellation);
}
