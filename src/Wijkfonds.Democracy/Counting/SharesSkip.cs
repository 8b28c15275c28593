using System.Numerics;

namespace Wijkfonds.Democracy.Counting;

/// <summary>Runs of a completion that need not be made, because they elect what the run before elected, at the same prices.</summary>
/// <remarks>
/// If every supporter of every winner paid in full, a larger endowment changes nothing among the winners: each price is still cost / utility.
/// And a project whose supporters' whole endowments are below its cost is not even looked at. So all runs are the same until the first in which
/// another project could be paid. (Without this, a project that costs a million times the budget would ask for a million runs.)
/// </remarks>
internal static class SharesSkip
{
    /// <summary>The last run that surely is the same as this one; the run itself where nothing is sure.</summary>
    internal static long LastSame(Election election, EqualShares rule, Support support, SharesResult result, long run)
    {
        if (result.Rounds.Any(r => r.Payers.AllTheyHad + r.Payers.Nothing > 0)) return run;
        var elected = result.Rounds.Select(r => r.Project).ToHashSet();
        var change = long.MaxValue;
        for (var p = 0; p < election.Projects.Count; p++)
            if (!elected.Contains(p) && support.Total[p] > 0) change = Math.Min(change, FirstAffordable(election, rule, p));
        return change == long.MaxValue ? run : Math.Max(run, change - 1);
    }

    /// <summary>The first run in which all supporters of a project together have its cost: the smallest j, 0 or more, with votes · (endowment + j · step) ≥ cost.</summary>
    internal static long FirstAffordable(Election election, EqualShares rule, int project)
    {
        var start = rule.Endowment(election, 0);
        var votes = election.Votes[project];
        // (cost · d - votes · n) / (votes · step · d), rounded up, for an endowment of n/d.
        var missing = election.Projects[project].Cost * start.Denominator - votes * start.Numerator;
        if (missing.Sign <= 0) return 0;
        var perRun = votes * (BigInteger)rule.Step * election.Unit * start.Denominator;
        return (long)((missing + perRun - 1) / perRun);
    }
}
