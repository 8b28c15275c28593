namespace Wijkfonds.Democracy.Counting;

/// <summary>How ballots become winners.</summary>
public abstract record CountingRule
{
    private protected CountingRule() { }

    /// <summary>The rule's name in commands and files.</summary>
    public abstract string Name { get; }

    /// <summary>What the rule was set to, by the names of the command's options.</summary>
    public abstract IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>Counts. The same election and tie order give the same outcome, on every machine.</summary>
    /// <exception cref="MissingLot">A tie decides who wins, and the tie order has no lot.</exception>
    public abstract Outcome Count(Election election, TieOrder ties);
}

/// <summary>What a rule weighs projects by.</summary>
public enum Score
{
    /// <summary>How many ballots support the project.</summary>
    Votes,
    /// <summary>The sum of its points.</summary>
    Points,
}
