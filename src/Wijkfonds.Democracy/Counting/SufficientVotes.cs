namespace Wijkfonds.Democracy.Counting;

/// <summary>How many more votes would have elected a project that lost.</summary>
public static class SufficientVotes
{
    /// <summary>
    /// The smallest k such that k further ballots that support only this project elect it under the same rule, with the same budget; at most as many
    /// as there are ballots. Found by recounting.
    /// </summary>
    /// <remarks>
    /// Under greedy rules more votes never hurt, so that halving finds k. Equal Shares and Phragmén have no such promise: every k is tried in turn,
    /// which takes as many counts. On ballots with points a further ballot gives one point. A recount that a missing lot decides does not elect.
    /// </remarks>
    /// <param name="outcome">The outcome in which the project lost.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <returns>k, or null where votes alone would not have elected it.</returns>
    /// <exception cref="ArgumentException">The project does not exist, or won.</exception>
    public static long? For(Outcome outcome, string projectId, CancellationToken cancel = default)
    {
        var election = outcome.Election;
        var project = election.IndexOf(projectId);
        if (project < 0 || outcome.Verdicts[project] is Won) throw new ArgumentException("the project is no loser of this count", nameof(projectId));
        if (election.Projects[project].Cost > election.Budget) return null;
        var most = election.BallotCount;
        if (outcome.Rule is not Greedy)
        {
            for (var k = 1L; k <= most; k++) if (Elects(k)) return k;
            return null;
        }
        if (most == 0 || !Elects(most)) return null;
        var (fails, elects) = (0L, most);
        while (elects - fails > 1)
        {
            var middle = fails + (elects - fails) / 2;
            if (Elects(middle)) elects = middle;
            else fails = middle;
        }
        return elects;

        bool Elects(long k)
        {
            cancel.ThrowIfCancellationRequested();
            var points = election.Type is BallotType.Cumulative or BallotType.Scoring;
            var more = points ? Ballot.WithPoints([KeyValuePair.Create(project, 1L)], k) : Ballot.Approving([project], k);
            var grown = new Election(election.Projects, election.Budget, election.Type, election.Ballots.Append(more), election.Decimals, election.Ranks);
            try { return outcome.Rule.Count(grown, outcome.TieOrder).Verdicts[project] is Won; }
            catch (MissingLot) { return false; }
        }
    }
}
