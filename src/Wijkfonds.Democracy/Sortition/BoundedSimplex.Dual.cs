namespace Wijkfonds.Democracy.Sortition;

internal sealed partial class BoundedSimplex
{
    private const double NoChange = 1e-9;

    private readonly RatioHeap candidates = new();
    private readonly List<int> passed = [];
    private double[] reduced = [], tableauRow = [];

    /// <summary>Solves from the basis at hand by dual steps (Lemke 1954, bounded): right after a change of bounds, a few of them do.</summary>
    /// <remarks>Every variable has two bounds, so that each rests at the one its reduced cost asks for. Where the steps do not end soon, primal ones finish.</remarks>
    /// <returns>Whether there is a solution; then it is optimal. Where there is none the duals are those of one row that cannot be met.</returns>
    internal bool SolveAgain()
    {
        Settle();
        for (var step = 0; step < 50 + 4 * rows; step++)
        {
            var leaving = Leaving();
            if (leaving < 0)
            {
                SetGradient();
                SetDuals();
                return true;
            }
            var j = basis.Basic[leaving];
            var up = value[j] < lower[j];
            var entering = Cheapest(leaving, up ? lower[j] - value[j] : value[j] - upper[j], up);
            if (entering < 0)
            {
                Array.Clear(gradient);
                gradient[leaving] = up ? 1 : -1;
                SetDuals();
                return false;
            }
            basis.Express(entering, direction);
            if (Math.Abs(direction[leaving]) < SmallestPivot) break;
            var bound = up ? lower[j] : upper[j];
            Reprice(entering, j);
            Exchange(leaving, entering, bound, (value[j] - bound) / direction[leaving]);
        }
        return Solve();
    }

    /// <summary>Reduced costs from scratch, and every variable that is not basic at the bound they ask for.</summary>
    private void Settle()
    {
        if (reduced.Length < basis.Count) (reduced, tableauRow) = (new double[lower.Length], new double[lower.Length]);
        for (var i = 0; i < rows; i++) gradient[i] = cost[basis.Basic[i]];
        SetDuals();
        for (var j = 0; j < basis.Count; j++)
        {
            reduced[j] = basic[j] ? 0 : cost[j] - basis.Product(duals, j);
            if (!basic[j] && lower[j] < upper[j] && Math.Abs(reduced[j]) > Attractive) value[j] = reduced[j] > 0 ? upper[j] : lower[j];
        }
        Locate();
    }

    /// <summary>The basic variable farthest out of its bounds, -1 where all are within.</summary>
    private int Leaving()
    {
        var (worst, leaving) = (Feasible, -1);
        for (var i = 0; i < rows; i++)
        {
            var j = basis.Basic[i];
            var off = Math.Max(lower[j] - value[j], value[j] - upper[j]);
            if (off > worst) (worst, leaving) = (off, i);
        }
        return leaving;
    }

    /// <summary>The variable that moves the leaving one to its bound at the least cost; -1 where none and not even all together can.</summary>
    /// <remarks>Cheaper ones whose whole range is not enough go to their other bound on the way: one long step instead of many short ones (Fourer 1994).</remarks>
    private int Cheapest(int leaving, double off, bool up)
    {
        var row = basis[leaving];
        candidates.Clear(basis.Count);
        for (var j = 0; j < basis.Count; j++)
        {
            tableauRow[j] = 0;
            if (basic[j] || lower[j] == upper[j]) continue;
            var entry = basis.Product(row, j);
            if (Math.Abs(entry) < NoChange) continue;
            tableauRow[j] = entry;
            if (Helps(j, entry, up)) candidates.Put(Math.Abs(reduced[j]) / Math.Abs(entry), j);
        }
        candidates.Arrange();
        passed.Clear();
        for (; candidates.Count > 0; candidates.RemoveFirst())
        {
            var j = candidates.First;
            off -= Math.Abs(tableauRow[j]) * (upper[j] - lower[j]);
            if (off <= Feasible) break;
            passed.Add(j);
        }
        if (candidates.Count == 0) return -1;
        var (entering, limit) = (candidates.First, candidates.FirstRatio + Attractive);
        // Of those as cheap the largest pivot.
        for (candidates.RemoveFirst(); candidates.Count > 0 && candidates.FirstRatio <= limit; candidates.RemoveFirst())
            if (Math.Abs(tableauRow[candidates.First]) > Math.Abs(tableauRow[entering])) entering = candidates.First;
        TurnOver();
        return entering;
    }

    /// <summary>Moves the candidates that were passed to their other bound.</summary>
    private void TurnOver()
    {
        if (passed.Count == 0) return;
        var sums = new double[rows];
        foreach (var j in passed)
        {
            var other = value[j] > lower[j] ? lower[j] : upper[j];
            basis.AddColumn(sums, j, other - value[j]);
            value[j] = other;
        }
        for (var i = 0; i < rows; i++) value[basis.Basic[i]] -= BasisInverse.Dot(basis[i], sums);
    }

    // The leaving variable goes up where this one goes up against a negative entry, or down against a positive one.
    private bool Helps(int j, double entry, bool up) => value[j] > lower[j] ? up == entry > 0 : up == entry < 0;

    private void Reprice(int entering, int leaving)
    {
        var ratio = reduced[entering] / tableauRow[entering];
        for (var j = 0; j < basis.Count; j++) if (tableauRow[j] != 0) reduced[j] -= ratio * tableauRow[j];
        (reduced[entering], reduced[leaving]) = (0, -ratio);
    }
}
