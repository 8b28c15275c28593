using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy.Counting;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Counting;

public class EqualSharesProperties
{
    private static readonly CountingRule[] Rules =
    [
        new EqualShares(Completion: Completion.None), new EqualShares(), new EqualShares(Completion: Completion.Add1EU, StartFloor: true),
        new EqualShares(SharesUtility.Cardinality), new EqualShares(SharesUtility.Points, Completion.Add1U), new EqualShares(Compare: true),
        new Phragmen(), new Phragmen(Stop: true),
    ];

    [Fact]
    public void One_run_elects_what_the_paper_elects_and_at_the_same_price() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(Elections.Any, election =>
    {
        if (election.BallotCount == 0) return true;
        var endowment = new Fraction(election.Budget, election.BallotCount);
        return Enum.GetValues<SharesUtility>().All(utility =>
        {
            var lot = Elections.LotOf(election);
            var ranking = new TieRanking(election, lot);
            var plain = new PlainShares(election, utility, endowment).Run(ranking.PlaceOf);
            var outcome = new EqualShares(utility, Completion.None).Count(election, lot);
            return plain.Winners.Select(w => (election.Projects[w.Project].Id, w.Rho))
                .SequenceEqual(outcome.Winners.Select(w => (w.Project.Id, Rho(utility, w))));
        });
    }));

    [Fact]
    public void The_outcome_is_priceable() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Elections.Any, election =>
    {
        if (election.BallotCount == 0) return true;
        var plain = new PlainShares(election, SharesUtility.Cost, new(election.Budget, election.BallotCount)).Run(p => p);
        var outcome = new EqualShares(Completion: Completion.None).Count(election, Elections.LotOf(election));
        // What all voters paid is what the winners cost; and no loser can be paid by what its supporters have left.
        var left = plain.Left.Aggregate(new Fraction(0, 1), (sum, purse) => sum + purse);
        return left == new Fraction(election.Budget - plain.Winners.Sum(w => election.Projects[w.Project].Cost), 1)
            && outcome.Verdicts.OfType<SupportersLack>().All(v => v.LeftWithSupporters.CompareTo(new(v.Project.Cost, 1)) < 0);
    }));

    [Fact]
    public void The_answer_of_a_completion_is_the_last_run_before_the_first_that_costs_too_much() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Elections.Any, election =>
    {
        if (election.BallotCount == 0) return true;
        var lot = Elections.LotOf(election);
        var ranking = new TieRanking(election, lot);
        var outcome = new EqualShares().Count(election, lot);
        if (outcome.Shares!.Stopped == SharesStop.EverythingFits) return outcome.Winners.Count == election.Projects.Count;
        var plain = PlainAt(outcome.Shares.Endowment);
        // The same run voter by voter: same winners, same prices. So the answer is priceable too, with its own endowment.
        if (!plain.Winners.Select(w => (election.Projects[w.Project].Id, w.Rho)).SequenceEqual(outcome.Winners.Select(w => (w.Project.Id, Rho(SharesUtility.Cost, w))))) return false;
        var start = new Fraction(election.Budget, election.BallotCount);
        for (var run = 0L; run < outcome.Shares.Runs; run++)
            if (CostAt(start + new Fraction(run, 1)) > election.Budget) return false;
        return outcome.Shares.Stopped != SharesStop.Overshoot || CostAt(start + new Fraction(outcome.Shares.Runs, 1)) > election.Budget;

        PlainShares PlainAt(Fraction endowment) => new PlainShares(election, SharesUtility.Cost, endowment).Run(ranking.PlaceOf);

        long CostAt(Fraction endowment) => PlainAt(endowment).Winners.Sum(w => election.Projects[w.Project].Cost);
    }));

    [Fact]
    public void A_plan_that_costs_a_billion_times_the_budget_does_not_ask_for_a_billion_runs()
    {
        var outcome = new EqualShares().Count(Elections.Of([60, 1_000_000_000_000], 100, "0", "0 1", "1"), TieOrder.Id);
        Assert.Equal("p0", Assert.Single(outcome.Winners).Project.Id);
        Assert.Equal(SharesStop.Overshoot, outcome.Shares!.Stopped);
        // Both who want it must have the trillion together, less the 30 that one of them paid.
        Assert.Equal(new Fraction(100, 3) + new Fraction(outcome.Shares.Runs - 1, 1), outcome.Shares.Endowment);
        Assert.InRange(outcome.Shares.Runs, 499_999_999_900, 500_000_000_000);
    }

    [Fact]
    public void No_rule_goes_over_budget_and_every_project_has_a_verdict() => ForAll((election, rule) =>
    {
        var outcome = rule.Count(election, Elections.LotOf(election));
        return outcome.TotalCost <= election.Budget && outcome.Verdicts.All(v => v is not null);
    });

    [Fact]
    public void Renaming_projects_changes_nothing_but_names() => ForAll((election, rule) =>
    {
        var renamed = election.With(projects: election.Projects.Select(p => p with { Id = "z" + p.Id, Name = "Other" }));
        return Nameless(rule, election).SequenceEqual(Nameless(rule, renamed));
    });

    [Fact]
    public void The_order_of_the_ballots_changes_nothing_at_all() => ForAll((election, rule) =>
    {
        var (one, other) = (rule.Count(election, Elections.LotOf(election)), rule.Count(election.With(ballots: election.Ballots.Reverse()), Elections.LotOf(election)));
        return one.Verdicts.SequenceEqual(other.Verdicts) && one.Shares == other.Shares && one.Comparison == other.Comparison
            && one.Ties.Select(t => (t.Round, t.Step, t.Decides, string.Join(' ', t.Projects.Select(p => p.Id)))).SequenceEqual(other.Ties.Select(t => (t.Round, t.Step, t.Decides, string.Join(' ', t.Projects.Select(p => p.Id)))));
    });

    [Fact]
    public void Scaling_all_money_and_the_step_changes_nothing() => ForAll((election, rule) =>
    {
        var scaled = election.With(projects: election.Projects.Select(p => p with { Cost = p.Cost * 7 }), budget: election.Budget * 7);
        // Rounding the start down to whole units does not scale.
        return rule is EqualShares { StartFloor: true } || Ids(rule, election).SequenceEqual(Ids(rule is EqualShares shares ? shares with { Step = 7 } : rule, scaled));
    });

    [Fact]
    public void Without_a_lot_there_is_an_outcome_only_where_no_lot_could_change_it() => ForAll((election, rule) =>
    {
        HashSet<string>? open = null;
        try { open = [.. rule.Count(election, TieOrder.NoLot).Winners.Select(w => w.Project.Id)]; }
        catch (MissingLot) { return true; }
        return open.SetEquals(Ids(rule, election)) && open.SetEquals(rule.Count(election, TieOrder.Lot(election.Projects.Select(p => p.Id))).Winners.Select(w => w.Project.Id));
    });

    private static IEnumerable<string> Ids(CountingRule rule, Election election) => rule.Count(election, Elections.LotOf(election)).Winners.Select(w => w.Project.Id);

    /// <summary>Every verdict with all its figures, but not whom it is about.</summary>
    private static IEnumerable<Verdict> Nameless(CountingRule rule, Election election) =>
        rule.Count(election, Elections.LotOf(election)).Verdicts.Select((v, i) => (v is CountEnded ended ? ended with { EndedBy = Nobody } : v) with { Project = Nobody });

    private static readonly Project Nobody = new("-", "", 1);

    private static Fraction Rho(SharesUtility utility, Won won) => utility == SharesUtility.Cost
        ? new(won.MaximalPayment!.Value.Numerator, won.MaximalPayment.Value.Denominator * (BigInteger)won.Project.Cost) : won.MaximalPayment!.Value;

    private static void ForAll(Func<Election, CountingRule, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Elections.Any, election => Rules.All(rule => holds(election, rule))));
}
