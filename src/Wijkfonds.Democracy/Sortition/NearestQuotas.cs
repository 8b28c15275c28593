namespace Wijkfonds.Democracy.Sortition;

/// <summary>The smallest weighted relaxation of quotas that no panel meets.</summary>
/// <remarks>
/// A seat more on a maximum weighs 1, a seat less on a minimum m weighs 1 + 2/m, for bringing a minimum of 1 down to 0 leaves a group out
/// (so Flanigan et al. 2021 in their published program). Weights are counted in thousandths, rounded down. First within the flexible limits; only where
/// that is impossible beyond them, and that is said. Equal relaxations: the one the search finds first, the same on every machine.
/// </remarks>
internal static class NearestQuotas
{
    private const int Nodes = 200_000;

    /// <summary>Finds it.</summary>
    /// <exception cref="UncertifiedException">The search does not come to an end.</exception>
    internal static Infeasible Of(SelectionProblem problem, PersonTypes types, CancellationToken cancellation) =>
        Search(problem, types, withinFlex: true, cancellation) ?? Search(problem, types, withinFlex: false, cancellation)
        ?? throw new UncertifiedException("no relaxation of the quotas allows a panel");

    private static Infeasible? Search(SelectionProblem problem, PersonTypes types, bool withinFlex, CancellationToken cancellation)
    {
        var quotas = problem.Features.SelectMany(f => f.Values).ToArray();
        var program = types.Program;
        // Per quota one column that fills what the minimum misses and one that takes what the maximum has too much.
        var below = quotas.Select(q => q.Minimum - (withinFlex ? q.MinimumFlex : 0)).ToArray();
        var above = quotas.Select(q => Math.Min(problem.Size, (withinFlex ? q.MaximumFlex : int.MaxValue) - q.Maximum)).ToArray();
        var relaxed = program with
        {
            Rows = [.. program.Rows, .. quotas.Select((_, i) => new[] { 1 + i }), .. quotas.Select((_, i) => new[] { 1 + i })],
            Entries = [.. program.Entries, .. quotas.Select(_ => new[] { 1 }), .. quotas.Select(_ => new[] { -1 })],
            Lower = [.. program.Lower, .. new int[2 * quotas.Length]],
            Upper = [.. program.Upper, .. below, .. above],
        };
        long[] weights = [.. new long[types.Count], .. quotas.Select(q => q.Minimum == 0 ? 0 : -(1000 + 2000L / q.Minimum)), .. quotas.Select(_ => -1000L)];
        var search = new BranchAndBound(relaxed);
        var found = search.Find(weights, long.MinValue / 4, 0, Nodes, cancellation);
        if (!search.Proved && found is null) throw new UncertifiedException("whether any panel meets the quotas was not settled");
        if (found is null) return null;
        if (!search.Proved) throw new UncertifiedException("the nearest quotas were not proved nearest");
        var changes = new List<QuotaChange>();
        var seats = 0;
        foreach (var (f, feature) in problem.Features.Index())
            foreach (var (v, quota) in feature.Values.Index())
            {
                var i = types.Count + problem.Features.Take(f).Sum(b => b.Values.Count) + v;
                var (less, more) = (found[i], found[i + quotas.Length]);
                if (less + more == 0) continue;
                seats += less + more;
                changes.Add(new(f, v, quota, quota with
                {
                    Minimum = quota.Minimum - less, Maximum = quota.Maximum + more,
                    MinimumFlex = Math.Min(quota.MinimumFlex, quota.Minimum - less), MaximumFlex = Math.Max(quota.MaximumFlex, quota.Maximum + more),
                }));
            }
        return new(problem, changes, seats, withinFlex);
    }
}
