using System.Globalization;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Democracy.Pabulib;

namespace Wijkfonds.Democracy.Bundles;

/// <summary>A finished count as a .pb file: everything needed to count again, and what came out.</summary>
/// <remarks>
/// Beside Pabulib's own fields the head holds <c>wijkfonds;recount 1</c>, <c>rule</c> with its parameters as <see cref="RuleNames"/> spells them,
/// and where the lot was drawn by key <c>lot_key</c> (see <see cref="TieLot"/>); the projects have the columns <c>selected</c> (0 or 1), <c>selection_order</c> (place, from 1; empty where not elected) and <c>lot</c> (place, from 1).
/// A plan that nobody supports is left out of the file by a site where such a plan takes no part in the count: so every program that takes what fits finds the same winners.
/// </remarks>
public static class RecountFile
{
    private const string Marker = "recount 1";

    /// <summary>The file of an outcome.</summary>
    /// <param name="outcome">What was counted.</param>
    /// <param name="meta">Fields of the head that the count does not know, in order: description, country, unit, instance, date_begin, date_end, language, currency, ….</param>
    /// <param name="lot">The project ids in the order of the tie lot, or null where none was drawn.</param>
    /// <param name="lotKey">The key from which the lot follows, 64 hexadecimal digits, or null.</param>
    public static PabulibFile Of(Outcome outcome, IEnumerable<KeyValuePair<string, string>> meta, IReadOnlyList<string>? lot = null, string? lotKey = null)
    {
        var election = outcome.Election;
        var head = new List<KeyValuePair<string, string>>(meta);
        Set("num_projects", Number(election.Projects.Count));
        Set("num_votes", Number(election.BallotCount));
        Set("budget", election.Text(election.Budget));
        Set("vote_type", TypeName(election.Type));
        if (election.Type == BallotType.Knapsack) Set("max_sum_cost", election.Text(election.Budget));
        if (election.Type == BallotType.Ordinal) Set("max_length", Number(election.Ranks));
        foreach (var (key, value) in RuleNames.Write(outcome.Rule)) Set(key, value);
        Set("tie_order", outcome.TieOrder.Name);
        if (lotKey is not null) Set("lot_key", lotKey);
        Set("wijkfonds", Marker);
        return ProjectTable.File(outcome, head, lot);

        void Set(string key, string value)
        {
            head.RemoveAll(field => field.Key == key);
            head.Add(new(key, value));
        }
    }

    /// <summary>Whether a file claims to be a recount file of this version.</summary>
    public static bool Is(PabulibFile file) => file["wijkfonds"] == Marker;

    /// <summary>Counts again and compares with what the file says.</summary>
    /// <exception cref="TextError">The file names no rule of ours, or its lot is none.</exception>
    public static IReadOnlyList<Finding> Check(PabulibFile file)
    {
        var election = file.Election;
        return
        [
            new(Claim.RecountNumbers, file.Remarks.FirstOrDefault(r => r.Line == 0) is { } remark ? new("recount.numbers", [.. remark.Why.Values]) : null, election.BallotCount),
            new(Claim.RecountVotes, VotesDifference(file), election.Projects.Count),
            .. file["lot_key"] is { } key ? new[] { new Finding(Claim.RecountLot, LotDifference(file, key), election.Projects.Count) } : [],
            .. Winners(file),
        ];
    }

    private static IEnumerable<Finding> Winners(PabulibFile file)
    {
        if (file.Selected() is not { } said) return [new(Claim.RecountWinners, new("recount.nowinners"))];
        try
        {
            var order = RuleNames.Read(file).Count(file.Election, RuleNames.TieOrder(file)).Winners.Select(w => w.Project.Id).ToList();
            var redone = order.ToHashSet(StringComparer.Ordinal);
            var wrong = file.Election.Projects.Select(p => p.Id).FirstOrDefault(id => redone.Contains(id) != said.Contains(id));
            var winners = new Finding(Claim.RecountWinners, wrong is null ? null : new(redone.Contains(wrong) ? "recount.wins" : "recount.loses", wrong), redone.Count);
            return wrong is null && file.ProjectColumns.Contains(PabulibFile.OrderColumn) ? [winners, new(Claim.RecountOrder, OrderDifference(file, order), order.Count)] : [winners];
        }
        catch (MissingLot tie) { return [new(Claim.RecountWinners, new("recount.tie", string.Join(", ", tie.Projects.Select(p => p.Id))))]; }
    }

    private static Difference? OrderDifference(PabulibFile file, List<string> order)
    {
        for (var place = 1; place <= order.Count; place++)
            if (file.Field(file.Election.IndexOf(order[place - 1]), PabulibFile.OrderColumn) is var said && said?.Trim() != Number(place))
                return new("recount.order", order[place - 1], Number(place), said ?? "");
        return null;
    }

    private static Difference? VotesDifference(PabulibFile file)
    {
        for (var p = 0; p < file.Election.Projects.Count; p++)
            if (file.Field(p, "votes") is { } said && said.Trim() != Number(file.Election.Votes[p]))
                return new("recount.votes", file.Election.Projects[p].Id, Number(file.Election.Votes[p]), said);
        return null;
    }

    private static Difference? LotDifference(PabulibFile file, string key)
    {
        if (file.Lot() is not { } lot) return new("recount.nolot");
        if (!Chain.IsHash(key)) return new("recount.badkey");
        var redone = TieLot.Order(DrawKey.FromHex(key), lot);
        var wrong = Enumerable.Range(0, lot.Count).Where(i => lot[i] != redone[i]).Take(1).ToArray();
        return wrong.Length == 0 ? null : new("recount.lot", Number(wrong[0] + 1), redone[wrong[0]]);
    }

    private static string TypeName(BallotType type) => type switch
    {
        BallotType.ChooseOne => "choose-1",
        BallotType.Cumulative => "cumulative",
        BallotType.Scoring => "scoring",
        BallotType.Ordinal => "ordinal",
        _ => "approval",
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
