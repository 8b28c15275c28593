namespace Wijkfonds.Democracy.Counting;

/// <summary>What became of one project, and the true reason.</summary>
/// <param name="Project">The project.</param>
/// <param name="Score">Its votes, or its points (scaled, see <see cref="Election.PointDecimals"/>) where the rule goes by points.</param>
public abstract record Verdict(Project Project, long Score);

/// <summary>Elected.</summary>
/// <param name="Project">The project.</param>
/// <param name="Score">Its votes or points.</param>
/// <param name="Place">The order of selection, from 1.</param>
/// <param name="LeftAfter">What was left of the budget after it, in scaled units.</param>
public sealed record Won(Project Project, long Score, int Place, long LeftAfter) : Verdict(Project, Score)
{
    /// <summary>Under Equal Shares: cost divided by the maximal payment, the number of full payers it was worth; else null.</summary>
    public Fraction? EffectiveVotes { get; init; }

    /// <summary>Under Equal Shares: the most that a supporter paid (per unit of utility), in scaled units; else null.</summary>
    public Fraction? MaximalPayment { get; init; }

    /// <summary>Under Equal Shares: how its supporters paid; else null.</summary>
    public Payers? Payers { get; init; }

    /// <summary>Under Phragmén: the load of its supporters after it, in scaled units; else null.</summary>
    public Fraction? Load { get; init; }

    /// <summary>Whether it was added afterwards, from what the rule itself had left.</summary>
    public bool Added { get; init; }
}

/// <summary>Not elected: at its turn less was left than it costs.</summary>
/// <param name="Project">The project.</param>
/// <param name="Score">Its votes or points.</param>
/// <param name="LeftAtItsTurn">What was left of the budget then, in scaled units; less than its cost.</param>
public sealed record DidNotFit(Project Project, long Score, long LeftAtItsTurn) : Verdict(Project, Score);

/// <summary>Not elected: nobody supports it, and the rule asks for support.</summary>
/// <param name="Project">The project.</param>
public sealed record NoVotes(Project Project) : Verdict(Project, 0);

/// <summary>Not elected: it has support, but less than the rule asks for.</summary>
/// <param name="Project">The project.</param>
/// <param name="Score">Its votes or points.</param>
/// <param name="Threshold">What the rule asks for, in whole votes or points.</param>
public sealed record BelowThreshold(Project Project, long Score, long Threshold) : Verdict(Project, Score);

/// <summary>Not elected: the count ended before its turn, at the first project that did not fit.</summary>
/// <param name="Project">The project.</param>
/// <param name="Score">Its votes or points.</param>
/// <param name="EndedBy">The project that did not fit.</param>
public sealed record CountEnded(Project Project, long Score, Project EndedBy) : Verdict(Project, Score);

/// <summary>Not elected: its supporters did not have enough left together.</summary>
/// <param name="Project">The project.</param>
/// <param name="Score">Its votes.</param>
/// <param name="LeftWithSupporters">What they had left together at the end, in scaled units; less than its cost.</param>
/// <param name="LeftAtItsTurn">Where the rest of the budget was spent by votes afterwards: what was left of it at its turn, less than its cost.</param>
public sealed record SupportersLack(Project Project, long Score, Fraction LeftWithSupporters, long? LeftAtItsTurn = null) : Verdict(Project, Score);

/// <summary>How the supporters of a project paid for it under Equal Shares.</summary>
/// <param name="InFull">Voters who paid the maximal payment (times their utility).</param>
/// <param name="AllTheyHad">Voters who had less, and paid all of it.</param>
/// <param name="Nothing">Voters who had nothing left.</param>
public sealed record Payers(long InFull, long AllTheyHad, long Nothing);
