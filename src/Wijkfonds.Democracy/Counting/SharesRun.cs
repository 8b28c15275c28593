namespace Wijkfonds.Democracy.Counting;

/// <summary>One run of the method of Equal Shares with a given endowment. Can be run again with another.</summary>
/// <remarks>
/// A project's maximal payment only rises while purses empty. So each round looks at projects in order of the last lower bound and stops
/// where no bound can beat the best; only what intervals cannot separate is compared exactly.
/// </remarks>
internal sealed class SharesRun
{
    private readonly Election election;
    private readonly SharesUtility utility;
    private readonly Support support;
    private readonly Purses purses;
    private readonly ExactShares exact;
    private readonly long[] bounds;
    private readonly List<int> open = [];

    internal SharesRun(Election election, Support support, SharesUtility utility)
    {
        this.election = election;
        this.support = support;
        this.utility = utility;
        purses = new(support);
        exact = new(election, support, purses);
        bounds = new long[election.Projects.Count];
    }

    /// <summary>Runs.</summary>
    /// <param name="endowment">What every voter gets, in scaled units.</param>
    /// <param name="ceiling">The total cost above which the run may stop, because its outcome is not wanted.</param>
    /// <param name="ties">The tie order.</param>
    internal SharesResult Run(Fraction endowment, long ceiling, TieChoices ties)
    {
        Begin(endowment);
        ties.Begin();
        var result = new SharesResult(endowment);
        while (result.Cost <= ceiling && NextRound(ties, result)) { }
        return result;
    }

    /// <summary>What the supporters of a project have left together after the last run.</summary>
    internal Fraction LeftWith(int project) => exact.LeftWith(project);

    private void Begin(Fraction endowment)
    {
        purses.Fill(endowment, election.BallotCount);
        exact.Begin(endowment);
        open.Clear();
        for (var project = 0; project < bounds.Length; project++)
        {
            // Nobody can pay more than all have together; this also keeps the scaled cost within 62 bits.
            if (support.Total[project] == 0 || new Fraction(endowment.Numerator * election.BallotCount, endowment.Denominator).CompareTo(new(election.Projects[project].Cost, 1)) < 0) continue;
            open.Add(project);
            bounds[project] = ScaledCost(project) / support.Total[project];
        }
    }

    private bool NextRound(TieChoices ties, SharesResult result)
    {
        var contenders = Contenders();
        if (contenders.Count == 0) return false;
        var payments = contenders.Count == 1 ? null : contenders.Select(Exactly).ToList();
        var chosen = 0;
        if (payments is not null)
        {
            var best = Enumerable.Range(0, contenders.Count).Where(i => payments[i] is not null).Aggregate((int?)null, (b, i) => b is null || Compare(i, b.Value) < 0 ? i : b);
            for (var i = 0; i < contenders.Count; i++) if (payments[i] is null) open.Remove(contenders[i].Project);
            if (best is null) return open.Count > 0;
            chosen = best.Value;
            var tied = Enumerable.Range(0, contenders.Count).Where(i => payments[i] is not null && Compare(i, chosen) == 0).Select(i => contenders[i].Project).ToList();
            if (tied.Count > 1)
            {
                var (project, step) = ties.Choose(tied);
                chosen = contenders.FindIndex(c => c.Project == project);
                result.Ties.Add((result.Rounds.Count + 1, [.. tied], step));
            }
        }
        var payment = payments is null ? Exactly(contenders[0]) : payments[chosen];
        var winner = contenders[chosen].Project;
        if (payment is null) { open.Remove(winner); return true; }
        var (booked, down) = exact.Book(winner, payment);
        purses.Pay(winner, down, payment.Spent);
        open.Remove(winner);
        result.Add(winner, booked, payment.Payers, election.Projects[winner].Cost);
        return true;

        int Compare(int i, int j) =>
            (payments![i]!.Missing * payments[j]!.Rest * Divisor(contenders[j].Project)).CompareTo(payments[j]!.Missing * payments[i]!.Rest * Divisor(contenders[i].Project));
    }

    /// <summary>The projects that may have the smallest payment, with an enclosure of it; also those of which intervals cannot say whether they can be paid.</summary>
    private List<(int Project, long Low, long High)> Contenders()
    {
        var found = new List<(int Project, long Low, long High)>();
        (long Payment, long Divisor)? best = null;
        var waiting = new List<int>(open);
        while (waiting.Count > 0)
        {
            var at = 0;
            for (var i = 1; i < waiting.Count; i++)
                if (Below((bounds[waiting[i]], Divisor(waiting[i])), (bounds[waiting[at]], Divisor(waiting[at])))) at = i;
            var project = waiting[at];
            waiting[at] = waiting[^1];
            waiting.RemoveAt(waiting.Count - 1);
            if (best is { } bar && Below(bar, (bounds[project], Divisor(project)))) break;
            var cap = best is { } b ? (long)Int128.Min(long.MaxValue, (Int128)b.Payment * Divisor(project) / b.Divisor) : long.MaxValue;
            var low = purses.Walk(project, ScaledCost(project), bounds[project], cap, lower: false);
            if (low < 0) { open.Remove(project); continue; }
            bounds[project] = low;
            if (low > cap) continue;
            var high = purses.Walk(project, ScaledCost(project), low, long.MaxValue, lower: true);
            found.Add((project, low, high));
            if (high >= 0 && (best is not { } old || Below((high, Divisor(project)), old))) best = (high, Divisor(project));
        }
        if (best is { } limit) found.RemoveAll(c => Below(limit, (c.Low, Divisor(c.Project))));
        return found;
    }

    // Without a high bound the intervals cannot say whether the project can be paid: then everybody who is not surely poor is looked at exactly.
    private ExactPayment? Exactly((int Project, long Low, long High) contender) =>
        exact.Evaluate(contender.Project, contender.Low, contender.High < 0 ? long.MaxValue : contender.High);

    private static bool Below((long Payment, long Divisor) one, (long Payment, long Divisor) other) =>
        (Int128)one.Payment * other.Divisor < (Int128)other.Payment * one.Divisor;

    private long Divisor(int project) => utility == SharesUtility.Cost ? election.Projects[project].Cost : 1;

    private long ScaledCost(int project) => election.Projects[project].Cost << purses.Shift;
}

/// <summary>What a run elected, round by round.</summary>
internal sealed class SharesResult(Fraction endowment)
{
    internal Fraction Endowment { get; } = endowment;

    internal List<(int Project, Fraction Payment, Payers Payers)> Rounds { get; } = [];

    internal List<(int Round, int[] Tied, TieStep Step)> Ties { get; } = [];

    internal long Cost { get; private set; }

    internal void Add(int project, Fraction payment, Payers payers, long cost)
    {
        Rounds.Add((project, payment, payers));
        Cost += cost;
    }
}
