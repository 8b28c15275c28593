namespace Wijkfonds.Democracy.Counting;

/// <summary>Proves, with few runs, that a project loses under Equal Shares with a completion.</summary>
/// <remarks>
/// While its supporters' endowments together are below its cost, no run elects it, whatever the others buy: those runs need not be made.
/// From the first run in which they could pay, every run is looked at until one costs more than the budget. If none of these elected the
/// project within the budget, the answer, which comes before that run, is without it. Otherwise nothing is proved, and a whole count must tell.
/// </remarks>
internal static class SharesLoss
{
    /// <summary>Whether the proof succeeds; false says nothing.</summary>
    internal static bool Proves(Election election, EqualShares rule, TieRanking ranking, int project, CancellationToken cancel)
    {
        // By votes afterwards a project can win that its supporters cannot pay; and a comparison asks what greedy elects.
        if (rule.Compare || rule.Completion is not (Completion.None or Completion.Add1 or Completion.Add1E)) return false;
        var first = SharesSkip.FirstAffordable(election, rule, project);
        if (rule.Completion == Completion.None && first > 0) return true;
        var run = new SharesRun(election, new(election, rule.Utility == SharesUtility.Points), rule.Utility);
        try
        {
            for (var at = first; ; at++)
            {
                cancel.ThrowIfCancellationRequested();
                var ties = new TieChoices(ranking);
                var result = run.Run(rule.Endowment(election, at), election.Budget, ties);
                if (ties.HasOpen) return false;
                if (result.Cost > election.Budget) return true;
                if (result.Rounds.Any(r => r.Project == project)) return false;
                if (rule.Completion == Completion.None) return true;
            }
        }
        catch (OverflowException) { return false; }
    }
}
