using System.Globalization;

namespace Wijkfonds.Democracy.Counting;

/// <summary>The most supported first; take what still fits.</summary>
/// <remarks>
/// Rey, Schmidt, Maly, <i>The (Computational) Social Choice Take on Indivisible Participatory Budgeting</i>: the greedy rule for
/// cost satisfaction (<see cref="GreedyOrder.Score"/>) and for cardinality satisfaction (<see cref="GreedyOrder.ScorePerCost"/>).
/// Without a threshold a project that nobody supports is taken too if it still fits, as in the literature; a threshold of 1 asks for a vote.
/// Never over budget; one more supporter never hurts a project.
/// </remarks>
/// <param name="Order">What comes first.</param>
/// <param name="Skip">Whether the count goes on after a project that does not fit.</param>
/// <param name="Threshold">The smallest score with which a project takes part, in whole votes or points; null for all.</param>
/// <param name="By">Votes or points.</param>
public sealed record Greedy(GreedyOrder Order = GreedyOrder.Score, bool Skip = true, long? Threshold = null, Score By = Score.Votes) : CountingRule
{
    /// <inheritdoc/>
    public override string Name => Order == GreedyOrder.Score ? "greedy" : "greedy-per-cost";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Parameters => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["score"] = By == Score.Votes ? "votes" : "points",
        ["skip"] = Skip ? "true" : "false",
        ["threshold"] = Threshold?.ToString(CultureInfo.InvariantCulture) ?? "none",
    };

    /// <inheritdoc/>
    public override Outcome Count(Election election, TieOrder ties)
    {
        var scores = By == Score.Votes ? election.Votes : election.Points;
        var ranking = new TieRanking(election, ties);
        var verdicts = new Verdict[election.Projects.Count];
        var queue = Admit(election, scores, verdicts);
        queue.Sort((a, b) => CompareScores(election, scores, a, b) is var c && c != 0 ? c : ranking.PlaceOf(a).CompareTo(ranking.PlaceOf(b)));
        Take(election, scores, queue, verdicts, election.Budget);
        return new(election, this, ties, verdicts, TiesIn(election, scores, ranking, queue, verdicts));
    }

    /// <summary>By votes over some of the projects with what is left: per project null where it is taken, else what was left at its turn.</summary>
    /// <exception cref="MissingLot">A tie decides, and the tie order has no lot.</exception>
    internal static IReadOnlyList<(int Project, long? Left)> Fill(Election election, TieOrder ties, long left, int[] projects)
    {
        var rule = new Greedy();
        var ranking = new TieRanking(election, ties);
        var queue = projects.ToList();
        queue.Sort((a, b) => rule.CompareScores(election, election.Votes, a, b) is var c && c != 0 ? c : ranking.PlaceOf(a).CompareTo(ranking.PlaceOf(b)));
        var verdicts = new Verdict[election.Projects.Count];
        rule.Take(election, election.Votes, queue, verdicts, left);
        rule.TiesIn(election, election.Votes, ranking, queue, verdicts);
        return [.. queue.Select(p => (p, (verdicts[p] as DidNotFit)?.LeftAtItsTurn))];
    }

    private List<int> Admit(Election election, IReadOnlyList<long> scores, Verdict[] verdicts)
    {
        var admitted = new List<int>(verdicts.Length);
        var unit = By == Score.Points ? election.OnePoint : 1;
        for (var p = 0; p < verdicts.Length; p++)
        {
            if (Threshold is not { } least || scores[p] >= (Int128)least * unit) admitted.Add(p);
            else verdicts[p] = scores[p] == 0 ? new NoVotes(election.Projects[p]) : new BelowThreshold(election.Projects[p], scores[p], least);
        }
        return admitted;
    }

    private void Take(Election election, IReadOnlyList<long> scores, List<int> queue, Verdict[] verdicts, long left)
    {
        var place = 0;
        Project? endedBy = null;
        foreach (var p in queue)
        {
            var project = election.Projects[p];
            if (endedBy is not null) verdicts[p] = new CountEnded(project, scores[p], endedBy);
            else if (project.Cost <= left) verdicts[p] = new Won(project, scores[p], ++place, left -= project.Cost);
            else
            {
                verdicts[p] = new DidNotFit(project, scores[p], left);
                if (!Skip) endedBy = project;
            }
        }
    }

    // Highest first. Ratios are compared by cross products in 128 bits, which two 64-bit factors cannot overflow.
    private int CompareScores(Election election, IReadOnlyList<long> scores, int a, int b) => Order == GreedyOrder.Score
        ? scores[b].CompareTo(scores[a])
        : ((Int128)scores[b] * election.Projects[a].Cost).CompareTo((Int128)scores[a] * election.Projects[b].Cost);

    private List<Tie> TiesIn(Election election, IReadOnlyList<long> scores, TieRanking ranking, List<int> queue, Verdict[] verdicts)
    {
        var ties = new List<Tie>();
        foreach (var (from, to) in Runs(0, queue.Count, (a, b) => CompareScores(election, scores, a, b) == 0))
        {
            var inner = Runs(from, to, (a, b) => ranking.Separates(a, b) == ranking.LastStep).ToList();
            if (inner.Count > 1) Add(from, to, ranking.Separates(queue[from], queue[inner[1].From]));
            foreach (var run in inner) if (run.To - run.From > 1) Add(run.From, run.To, ranking.LastStep);
        }
        return ties;

        IEnumerable<(int From, int To)> Runs(int start, int end, Func<int, int, bool> together)
        {
            for (int from = start, to; from < end; from = to)
            {
                for (to = from + 1; to < end && together(queue[to - 1], queue[to]); to++) { }
                yield return (from, to);
            }
        }

        void Add(int from, int to, TieStep step)
        {
            var projects = queue.GetRange(from, to - from).Select(p => election.Projects[p]).ToArray();
            var won = queue.GetRange(from, to - from).Count(p => verdicts[p] is Won);
            var decides = won > 0 && won < projects.Length;
            if (decides && ranking.LacksLot(queue[to - 2], queue[to - 1])) throw new MissingLot(projects);
            ties.Add(new(from + 1, projects, step, decides));
        }
    }
}

/// <summary>What comes first in a greedy count.</summary>
public enum GreedyOrder
{
    /// <summary>The highest score.</summary>
    Score,
    /// <summary>The highest score divided by cost.</summary>
    ScorePerCost,
}
