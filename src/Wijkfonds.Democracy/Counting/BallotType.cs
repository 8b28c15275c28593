namespace Wijkfonds.Democracy.Counting;

/// <summary>What a voter may write on a ballot.</summary>
public enum BallotType
{
    /// <summary>Any number of projects, each approved or not.</summary>
    Approval,

    /// <summary>As many projects as together fit in the budget; counted as approval (Goel et al., <i>Knapsack Voting</i>, 2019).</summary>
    Knapsack,

    /// <summary>One project.</summary>
    ChooseOne,

    /// <summary>Points divided over projects, with a maximum for the sum.</summary>
    Cumulative,

    /// <summary>Points for each project by itself.</summary>
    Scoring,

    /// <summary>A ranking, the best first; a project has as many points as there are ranks from its own to the last.</summary>
    Ordinal,
}
