namespace Wijkfonds.Democracy.Sortition;

/// <summary>A primal step: which variable leaves, how far the entering one moves (ratio test after Harris, 1973).</summary>
internal sealed partial class BoundedSimplex
{
    /// <summary>Moves a variable off its bound, as far as the others allow.</summary>
    /// <returns>How far.</returns>
    private double Move(int entering)
    {
        double sign = value[entering] > lower[entering] ? -1 : 1;
        basis.Express(entering, direction);
        var (longest, own) = (double.PositiveInfinity, upper[entering] - lower[entering]);
        for (var i = 0; i < rows; i++)
            if (Room(i, -sign * direction[i]) is var room && room < double.PositiveInfinity) longest = Math.Min(longest, (Math.Max(room, 0) + Feasible) / Math.Abs(direction[i]));
        if (own <= longest) return Flip(entering, sign, own);
        var leaving = -1;
        for (var i = 0; i < rows; i++)
            if (Room(i, -sign * direction[i]) / Math.Abs(direction[i]) <= longest && (leaving < 0 || Math.Abs(direction[i]) > Math.Abs(direction[leaving]))) leaving = i;
        if (leaving < 0 || (Math.Abs(direction[leaving]) < SmallestPivot && !basis.IsFresh)) return Fresh();
        var step = Math.Max(0, Room(leaving, -sign * direction[leaving]) / Math.Abs(direction[leaving]));
        Exchange(leaving, entering, Target(leaving, -sign * direction[leaving]), sign * step);
        return step;
    }

    /// <summary>Makes a variable basic in place of another, which comes to rest at a bound.</summary>
    private void Exchange(int leaving, int entering, double bound, double change)
    {
        for (var i = 0; i < rows; i++) value[basis.Basic[i]] -= change * direction[i];
        value[entering] += change;
        value[basis.Basic[leaving]] = bound;
        (basic[basis.Basic[leaving]], basic[entering]) = (false, true);
        if (basis.Replace(leaving, entering, direction)) Locate();
    }

    private double Flip(int entering, double sign, double own)
    {
        if (double.IsPositiveInfinity(own)) throw new UncertifiedException("the linear program has no bound");
        for (var i = 0; i < rows; i++) value[basis.Basic[i]] -= sign * own * direction[i];
        value[entering] = sign > 0 ? upper[entering] : lower[entering];
        return own;
    }

    private double Fresh()
    {
        if (basis.IsFresh) throw new UncertifiedException("the simplex method finds no pivot");
        basis.Refactor();
        Locate();
        return 1;
    }

    /// <summary>How far a basic variable may move (per unit of its direction) before it blocks: at its bound, or where it becomes feasible.</summary>
    private double Room(int i, double way)
    {
        if (Math.Abs(way) < 1e-11) return double.PositiveInfinity;
        var j = basis.Basic[i];
        if (way > 0) return value[j] < lower[j] - Feasible ? lower[j] - value[j] : value[j] > upper[j] + Feasible ? double.PositiveInfinity : upper[j] - value[j];
        return value[j] > upper[j] + Feasible ? value[j] - upper[j] : value[j] < lower[j] - Feasible ? double.PositiveInfinity : value[j] - lower[j];
    }

    private double Target(int i, double way)
    {
        var j = basis.Basic[i];
        if (way > 0) return value[j] < lower[j] - Feasible ? lower[j] : upper[j];
        return value[j] > upper[j] + Feasible ? upper[j] : lower[j];
    }
}
