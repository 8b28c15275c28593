namespace Wijkfonds.Democracy.Counting;

/// <summary>How many more votes would have elected a project that lost.</summary>
public static class SufficientVotes
{
    /// <summary>
    /// The smallest k such that k further ballots that support only this project elect it under the same rule, with the same budget; at most as many
    /// as there are ballots. Found by recounting.
    /// </summary>
    /// <remarks>
    /// <para>Under greedy rules more votes never hurt, so that halving finds k.</para>
    /// <para>Under Phragmén too, where the tie order is complete: until the project is elected, its new supporters change nobody's load but its own,
    /// which they make smaller. So the rounds are the same, and with more supporters it is elected in the same round or an earlier one, when no less is left.</para>
    /// <para>Equal Shares has no such promise, because every new voter also takes a share of the budget: every k is looked at, from 1 on. Where
    /// <see cref="SharesLoss"/> proves that the project loses, the count itself is spared.</para>
    /// <para>On ballots with points a further ballot gives one point. A recount that a missing lot decides does not elect.</para>
    /// </remarks>
    /// <param name="outcome">The outcome in which the project lost.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <returns>k, or null where votes alone would not have elected it.</returns>
    /// <exception cref="ArgumentException">The project does not exist, or won.</exception>
    public static long? For(Outcome outcome, string projectId, CancellationToken cancel = default)
    {
        var project = outcome.Election.IndexOf(projectId);
        if (project < 0 || outcome.Verdicts[project] is Won) throw new ArgumentException("the project is no loser of this count", nameof(projectId));
        var search = new Search(outcome, project, cancel);
        if (outcome.Election.Projects[project].Cost > outcome.Election.Budget) return null;
        return outcome.Rule switch
        {
            Greedy => search.ByHalving(),
            Phragmen when new TieRanking(outcome.Election, outcome.TieOrder).IsComplete => search.ByHalving(),
            EqualShares shares => search.OneByOne(grown => SharesLoss.Proves(grown, shares, new(grown, outcome.TieOrder), project, cancel)),
            _ => search.OneByOne(_ => false),
        };
    }

    private sealed class Search(Outcome outcome, int project, CancellationToken cancel)
    {
        private readonly long most = outcome.Election.BallotCount;

        internal long? ByHalving()
        {
            if (most == 0 || !Elects(most)) return null;
            var (fails, elects) = (0L, most);
            while (elects - fails > 1)
            {
                var middle = fails + (elects - fails) / 2;
                if (Elects(middle)) elects = middle;
                else fails = middle;
            }
            return elects;
        }

        /// <summary>A few numbers are looked at at once; the first that elects is the answer.</summary>
        internal long? OneByOne(Func<Election, bool> surelyLoses)
        {
            var atOnce = Math.Clamp(Environment.ProcessorCount, 1, 8) * 4;
            var lost = new bool[atOnce];
            for (var from = 1L; from <= most; from += atOnce)
            {
                var size = (int)Math.Min(atOnce, most - from + 1);
                Parallel.For(0, size, new ParallelOptions { CancellationToken = cancel }, i => lost[i] = surelyLoses(Grown(from + i)));
                for (var i = 0; i < size; i++) if (!lost[i] && Elects(from + i)) return from + i;
            }
            return null;
        }

        private bool Elects(long k)
        {
            cancel.ThrowIfCancellationRequested();
            try { return outcome.Rule.Count(Grown(k), outcome.TieOrder).Verdicts[project] is Won; }
            catch (MissingLot) { return false; }
        }

        private Election Grown(long k)
        {
            var points = outcome.Election.Type is BallotType.Cumulative or BallotType.Scoring;
            return new(outcome.Election, points ? Ballot.WithPoints([KeyValuePair.Create(project, outcome.Election.OnePoint)], k) : Ballot.Approving([project], k));
        }
    }
}
