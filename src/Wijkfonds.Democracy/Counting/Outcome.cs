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

    /// <summary>What the elected cost together, in scaled units; never more than the budget.</summary>
    public long TotalCost => Winners.Sum(w => w.Project.Cost);

    /// <summary>What is left of the budget, in scaled units.</summary>
    public long Left => Election.Budget - TotalCost;

    /// <summary>The verdict on a project.</summary>
    public Verdict On(string projectId) => Verdicts[Election.IndexOf(projectId)];

    /// <summary>The tie that decided over a project by lot, or null.</summary>
    public Tie? LotThatDecided(string projectId) =>
        Ties.FirstOrDefault(tie => tie.Decides && tie.Step == TieStep.Lot && tie.Projects.Any(p => p.Id == projectId));
}
