using System.Numerics;

namespace Wijkfonds.Democracy.Counting;

/// <summary>One count by Equal Shares: the runs of its completion, and the outcome with its reasons.</summary>
internal sealed class SharesCount
{
    private readonly Election election;
    private readonly EqualShares rule;
    private readonly TieOrder order;
    private readonly TieRanking ranking;
    private readonly Support support;
    private readonly SharesRun[] runs;

    internal SharesCount(Election election, EqualShares rule, TieOrder order)
    {
        this.election = election;
        this.rule = rule;
        this.order = order;
        ranking = new(election, order);
        support = new(election, rule.Utility == SharesUtility.Points);
        // Runs do not depend on each other: a few are made at once, and looked at in order.
        var atOnce = rule.Completion == Completion.None ? 1 : Math.Clamp(Environment.ProcessorCount, 1, 8);
        runs = [.. Enumerable.Range(0, atOnce).Select(_ => new SharesRun(election, support, rule.Utility))];
    }

    internal Outcome Outcome()
    {
        if (election.BallotCount == 0) return Tell(new(new(0, 1)), 0, SharesStop.OneRun, []);
        var (result, tried, stopped) = Complete();
        // The state of the last run tried is not that of the answer: make the answer's run once more, for what its voters have left.
        Decided(runs[0], result.Endowment, long.MaxValue);
        return Tell(result, tried, stopped, Added(result, stopped));
    }

    private (SharesResult Result, long Tried, SharesStop Stopped) Complete()
    {
        var first = Decided(runs[0], rule.Endowment(election, 0), long.MaxValue);
        if (rule.Completion == Completion.None) return (first, 0, SharesStop.OneRun);
        if (election.Projects.Aggregate(BigInteger.Zero, (sum, p) => sum + p.Cost) <= election.Budget) return (first, 0, SharesStop.EverythingFits);
        var answer = first;
        for (var tried = 0L; ;)
        {
            if (IsEnd(answer) is { } stopped) return (answer, tried, stopped);
            if (ranking.IsComplete && SharesSkip.LastSame(election, rule, support, answer, tried) is var same && same > tried)
                answer = Decided(runs[0], rule.Endowment(election, tried = same), election.Budget);
            foreach (var attempt in AtOnce(tried + 1))
            {
                tried++;
                var result = attempt();
                if (result.Cost > election.Budget) return (answer, tried, SharesStop.Overshoot);
                answer = result;
                if (IsEnd(answer) is { } end) return (answer, tried, end);
            }
        }
    }

    // A tie without a lot counts only if its run is looked at: a run before it may have ended the completion.
    private Func<SharesResult>[] AtOnce(long from)
    {
        var attempts = new Func<SharesResult>[runs.Length];
        Parallel.For(0, runs.Length, i =>
        {
            try
            {
                var result = Decided(runs[i], rule.Endowment(election, from + i), election.Budget);
                attempts[i] = () => result;
            }
            catch (Exception error) when (error is MissingLot or OverflowException)
            {
                attempts[i] = () => throw error;
            }
        });
        return attempts;
    }

    private SharesStop? IsEnd(SharesResult result)
    {
        var elected = result.Rounds.Select(r => r.Project).ToHashSet();
        var others = Enumerable.Range(0, election.Projects.Count).Where(p => !elected.Contains(p)).ToList();
        if (rule.Completion is Completion.Add1E or Completion.Add1EU && others.All(p => election.Projects[p].Cost > election.Budget - result.Cost)) return SharesStop.Exhaustive;
        return others.All(p => support.Total[p] == 0) ? SharesStop.AllSupported : null;
    }

    /// <summary>A run; where the lot is missing, all runs that it could have led to, which must elect the same.</summary>
    private SharesResult Decided(SharesRun run, Fraction endowment, long ceiling)
    {
        var choices = new TieChoices(ranking);
        var first = run.Run(endowment, ceiling, choices);
        if (!choices.HasOpen) return first;
        var open = choices.FirstOpen.Select(p => election.Projects[p]).ToArray();
        bool gaveUp;
        while (choices.Advance(out gaveUp))
        {
            var other = run.Run(endowment, ceiling, choices);
            var bothOver = first.Cost > ceiling && other.Cost > ceiling;
            if (!bothOver && !first.Rounds.Select(r => r.Project).ToHashSet().SetEquals(other.Rounds.Select(r => r.Project))) throw new MissingLot(open);
        }
        return gaveUp ? throw new MissingLot(open) : first;
    }

    private IReadOnlyList<(int Project, long? Left)> Added(SharesResult result, SharesStop stopped)
    {
        var by = stopped == SharesStop.EverythingFits || rule.Completion is Completion.Add1U or Completion.Add1EU;
        if (!by) return [];
        var elected = result.Rounds.Select(r => r.Project).ToHashSet();
        var rest = Enumerable.Range(0, election.Projects.Count).Where(p => !elected.Contains(p)).ToArray();
        return Greedy.Fill(election, order, election.Budget - result.Cost, rest);
    }

    private Outcome Tell(SharesResult result, long tried, SharesStop stopped, IReadOnlyList<(int Project, long? Left)> added)
    {
        var verdicts = new Verdict[election.Projects.Count];
        var left = election.Budget;
        var place = 0;
        var unit = rule.Utility == SharesUtility.Points ? election.OnePoint : 1;
        foreach (var (p, paid, payers) in result.Rounds)
        {
            var project = election.Projects[p];
            var payment = new Fraction(paid.Numerator * unit, paid.Denominator);
            verdicts[p] = new Won(project, election.Votes[p], ++place, left -= project.Cost)
            {
                MaximalPayment = payment,
                Payers = payers,
                EffectiveVotes = new(project.Cost * payment.Denominator, payment.Numerator),
            };
        }
        foreach (var (p, leftAtTurn) in added)
            verdicts[p] = leftAtTurn is null
                ? new Won(election.Projects[p], election.Votes[p], ++place, left -= election.Projects[p].Cost) { Added = true }
                : Lacks(p, leftAtTurn);
        for (var p = 0; p < verdicts.Length; p++) verdicts[p] ??= Lacks(p, null);
        return new(election, rule, order, verdicts, [.. result.Ties.Select(t => MakeTie(t, verdicts))]) { Shares = new(result.Endowment, tried, stopped) };
    }

    private Verdict Lacks(int p, long? leftAtTurn) => election.Votes[p] == 0 && leftAtTurn is null
        ? new NoVotes(election.Projects[p])
        : new SupportersLack(election.Projects[p], election.Votes[p], runs[0].LeftWith(p), leftAtTurn);

    private Tie MakeTie((int Round, int[] Tied, TieStep Step) tie, Verdict[] verdicts) =>
        new(tie.Round, [.. tie.Tied.Select(p => election.Projects[p])], tie.Step, tie.Tied.Any(p => verdicts[p] is not Won));
}
