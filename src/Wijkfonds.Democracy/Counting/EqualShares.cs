using System.Globalization;
using System.Numerics;

namespace Wijkfonds.Democracy.Counting;

/// <summary>The method of Equal Shares: the budget is divided equally, and supporters pay for their projects together.</summary>
/// <remarks>
/// Peters, Pierczyński, Skowron, <i>Proportional Participatory Budgeting with Additive Utilities</i>, NeurIPS 2021.
/// Repeatedly the project with the smallest maximal payment per utility is bought; a supporter with less pays all it has.
/// Priceable: every winner is paid in full by its supporters, nobody pays more than the endowment, and no loser could be paid by what its supporters have left.
/// </remarks>
/// <param name="Utility">What a voter gets from a project.</param>
/// <param name="Completion">How to go on when money is left.</param>
/// <param name="StartFloor">Whether the first endowment is rounded down to whole currency units (equalshares.net).</param>
/// <param name="Step">By how many currency units per voter a completion raises the endowment, at least 1.</param>
/// <param name="Compare">Whether the greedy outcome is taken where more voters strictly prefer it.</param>
public sealed record EqualShares(
    SharesUtility Utility = SharesUtility.Cost, Completion Completion = Completion.Add1, bool StartFloor = false, long Step = 1, bool Compare = false) : CountingRule
{
    /// <inheritdoc/>
    public override string Name => "equal-shares";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Parameters => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["utility"] = Utility.ToString().ToLowerInvariant(),
        ["completion"] = Completion.ToString().ToLowerInvariant(),
        ["start-floor"] = StartFloor ? "true" : "false",
        ["step"] = Step.ToString(CultureInfo.InvariantCulture),
        ["comparison"] = Compare ? "true" : "false",
    };

    /// <inheritdoc/>
    public override Outcome Count(Election election, TieOrder ties)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Step);
        var shares = new SharesCount(election, this, ties).Outcome();
        return Compare ? ComparisonStep.Take(shares, new Greedy().Count(election, ties)) : shares;
    }

    /// <summary>What every voter can spend in a run of the completion, in scaled units.</summary>
    internal Fraction Endowment(Election election, long run)
    {
        var n = election.BallotCount;
        var raise = (BigInteger)run * Step * election.Unit;
        return StartFloor
            ? new((BigInteger)(election.Budget / n / election.Unit) * election.Unit + raise, 1)
            : new(election.Budget + raise * n, n);
    }
}

/// <summary>What a voter gets from an elected project that it supports.</summary>
public enum SharesUtility
{
    /// <summary>Its cost: the largest effective vote count goes first.</summary>
    Cost,
    /// <summary>One: the smallest maximal payment goes first.</summary>
    Cardinality,
    /// <summary>The points that the voter gave.</summary>
    Points,
}

/// <summary>How Equal Shares goes on when money is left.</summary>
public enum Completion
{
    /// <summary>Not.</summary>
    None,
    /// <summary>Raise everyone's endowment until the outcome costs too much; the answer is the run before.</summary>
    Add1,
    /// <summary>The same, but stop too when nothing that was not elected fits any more.</summary>
    Add1E,
    /// <summary><see cref="Add1"/>, then by votes with what is left.</summary>
    Add1U,
    /// <summary><see cref="Add1E"/>, then by votes with what is left.</summary>
    Add1EU,
}
