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
    public void No_rule_goes_over_budget_and_every_project_has_a_verdict() => ForAll((election, rule) =>
    {
        var outcome = rule.Count(election, Elections.LotOf(election));
        return outcome.TotalCost <= election.Budget && outcome.Verdicts.All(v => v is not null);
    });

    [Fact]
    public void Renaming_projects_changes_nothing_but_names() => ForAll((election, rule) =>
    {
        var renamed = election.With(projects: election.Projects.Select(p => p with { Id = "z" + p.Id }));
        return Ids(rule, election).Select(id => "z" + id).SequenceEqual(Ids(rule, renamed));
    });

    [Fact]
    public void The_order_of_the_ballots_changes_nothing() => ForAll((election, rule) =>
        Ids(rule, election).SequenceEqual(Ids(rule, election.With(ballots: election.Ballots.Reverse()))));

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

    private static Fraction Rho(SharesUtility utility, Won won) => utility == SharesUtility.Cost
        ? new(won.MaximalPayment!.Value.Numerator, won.MaximalPayment.Value.Denominator * (BigInteger)won.Project.Cost) : won.MaximalPayment!.Value;

    private static void ForAll(Func<Election, CountingRule, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Elections.Any, election => Rules.All(rule => holds(election, rule))));
}
