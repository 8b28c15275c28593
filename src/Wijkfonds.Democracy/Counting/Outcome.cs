namespace Wijkfonds.Democracy.Counting;

/// <summary>Who won, and for every project why it did or did not.</summary>
/// <param name="Election">What was counted.</param>
/// <param name="Rule">By which rule.</param>
/// <param name="TieOrder">With which tie order.</param>
/// <param name="Verdicts">One per project, in the order of the election's projects.</param>
/// <param name="Ties">The ties, in order of rounds.</param>
public sealed record Outcome(Election Election, CountingRule Rule, TieOrder TieOrder, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<Tie> Ties)
{
    /// <summary>The elected, in order of selection.</summary>
    public IReadOnlyList<Won> Winners { get; } = [.. Verdicts.OfType<Won>().OrderBy(w => w.Place)];

    /// <summary>Under Equal Shares: the endowment, and how it was found; else null.</summary>
    public SharesTrace? Shares { get; init; }

    /// <summary>Where the comparison step was taken: how many voters prefer which outcome; else null.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>What the elected cost together, in scaled units; never more than the budget.</summary>
    public long TotalCost => Winners.Sum(w => w.Project.Cost);

    /// <summary>What is left of the budget, in scaled units.</summary>
    public long Left => Election.Budget - TotalCost;

    /// <summary>The verdict on a project.</summary>
    public Verdict On(string projectId) => Verdicts[Election.IndexOf(projectId)];

    /// <summary>A score of this outcome's verdicts: votes, or points with a decimal point where they are not whole.</summary>
    public string ScoreText(long score) => Amount.Text(score, Rule is Greedy { By: Score.Points } ? Election.PointDecimals : 0);

    /// <summary>The tie that decided over a project by lot, or null.</summary>
    public Tie? LotThatDecided(string projectId) =>
        Ties.FirstOrDefault(tie => tie.Decides && tie.Step == TieStep.Lot && tie.Projects.Any(p => p.Id == projectId));
}

/// <summary>How an Equal Shares outcome was reached.</summary>
/// <param name="Endowment">What every voter could spend, in scaled units.</param>
/// <param name="Runs">How many runs were made after the first.</param>
/// <param name="Stopped">Why no further run was made.</param>
public sealed record SharesTrace(Fraction Endowment, long Runs, SharesStop Stopped);

/// <summary>Why a completion ended.</summary>
public enum SharesStop
{
    /// <summary>There is no completion: one run.</summary>
    OneRun,
    /// <summary>All projects together fit.</summary>
    EverythingFits,
    /// <summary>The next run would cost more than the budget.</summary>
    Overshoot,
    /// <summary>Nothing that was not elected fits any more.</summary>
    Exhaustive,
    /// <summary>Every project that anybody supports is elected; more money for the voters changes nothing.</summary>
    AllSupported,
}

/// <summary>How many voters have more own projects elected in one outcome than in the other.</summary>
/// <param name="PreferShares">Voters who prefer the outcome of Equal Shares.</param>
/// <param name="PreferGreedy">Voters who prefer the greedy outcome.</param>
/// <param name="GreedyChosen">Whether the greedy outcome was taken: more voters strictly prefer it.</param>
public sealed record Comparison(long PreferShares, long PreferGreedy, bool GreedyChosen);
