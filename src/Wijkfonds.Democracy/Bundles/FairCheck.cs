using System.Globalization;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Democracy.Bundles;

/// <summary>The claims of a <see cref="FairBundle"/>, redone one by one. Nothing is solved: the lottery is taken as published, and checked.</summary>
internal static class FairCheck
{
    internal static IReadOnlyList<Finding> Of(FairBundle bundle)
    {
        var announcement = bundle.Announcement;
        var (hash, key) = (announcement.Hash(), DrawKey.From(bundle.PublishedHash, bundle.SourceSaid).Hex);
        var published = new Finding(Claim.FairAnnouncement, hash == bundle.PublishedHash ? null : new("draw.hash", hash), announcement.Labels.Count);
        var followed = new Finding(Claim.DrawKey, key == bundle.Key ? null : new("draw.key", key));
        var prepared = Of(announcement, bundle.Pool);
        var lottery = prepared.Any(f => f is { Claim: Claim.FairWeights, Holds: true });
        return [published, .. prepared, followed,
            .. lottery ? Outcome(bundle, DrawKey.FromHex(bundle.Key)) : [new(Claim.FairRounding, new("fair.nolottery"), announcement.Panels.Count)]];
    }

    /// <summary>What can be checked before the source speaks. Without the pool nothing is said about quotas.</summary>
    internal static IReadOnlyList<Finding> Of(FairAnnouncement announcement, PoolText? pool)
    {
        var weights = new Finding(Claim.FairWeights, WeightDifference(announcement), announcement.Numbers);
        return pool is null ? [weights] :
        [
            new(Claim.FairPool, PoolDifference(announcement, pool), pool.People.Count),
            new(Claim.FairQuotas, QuotaDifference(announcement, pool), announcement.Panels.Count), weights,
        ];
    }

    private static IEnumerable<Finding> Outcome(FairBundle bundle, DrawKey key)
    {
        var (announcement, said) = (bundle.Announcement, bundle.Result);
        var numbered = announcement.Lottery().Round(key);
        var broken = Enumerable.Range(0, announcement.Panels.Count).Where(i => i >= said.Copies.Count || said.Copies[i] != numbered.Copies[i]).Take(1).ToArray();
        yield return new(Claim.FairRounding, said.Copies.Count > announcement.Panels.Count ? new("fair.copies.extra")
            : broken.Length == 0 ? null : new("fair.copies", Number(broken[0] + 1), Number(numbered.Copies[broken[0]])), announcement.Panels.Count);
        // A number that was drawn in the room is given; all there is to check is that it is one of the numbers.
        var number = bundle.Spoken is null ? numbered.Number(key) : said.Number < announcement.Numbers ? said.Number : -1;
        yield return new(bundle.Spoken is null ? Claim.FairNumber : Claim.FairSpoken,
            number == said.Number ? null : number < 0 ? new("fair.range", Number(announcement.Numbers - 1)) : new("fair.number", Number(number)), said.Number);
        if (number < 0) yield break;
        var redone = FairResult.Of(announcement, key, number);
        var wrong = redone.Drawn.Except(said.Drawn, StringComparer.Ordinal).Concat(said.Drawn.Except(redone.Drawn, StringComparer.Ordinal)).FirstOrDefault();
        yield return new(Claim.FairPanel, wrong is not null ? new(redone.Drawn.Contains(wrong) ? "fair.panel.missing" : "fair.panel.extra", wrong)
            : redone.Drawn.SequenceEqual(said.Drawn, StringComparer.Ordinal) ? null : new("fair.panel.order"), redone.Drawn.Count);
        yield return new(Claim.FairReserve, DrawBundle.Differs("reserve", redone.Reserve, said.Reserve), redone.Reserve.Count);
    }

    private static Difference? PoolDifference(FairAnnouncement announcement, PoolText pool) =>
        pool.Hash() is var hash && hash != announcement.PoolHash ? new("fair.pool", hash)
        : pool.People.Select(p => p.Label).SequenceEqual(announcement.Labels, StringComparer.Ordinal) ? null : new("fair.labels");

    private static Difference? QuotaDifference(FairAnnouncement announcement, PoolText pool)
    {
        SelectionProblem problem;
        try { problem = new(announcement.Features, pool.People, announcement.Size, announcement.OnePerHousehold); }
        catch (ArgumentException) { return new("fair.problem"); }
        for (var i = 0; i < announcement.Panels.Count; i++)
            if (!problem.Allows(announcement.Panels[i].Panel)) return new("fair.quota", Number(i + 1));
        return null;
    }

    private static Difference? WeightDifference(FairAnnouncement announcement)
    {
        for (var i = 1; i < announcement.Panels.Count; i++)
            if (announcement.Panels[i - 1].Panel.CompareTo(announcement.Panels[i].Panel) >= 0) return new("fair.order", Number(i + 1));
        var (sum, due) = (TransparentLottery.TotalWeight(announcement.Panels), announcement.Numbers * TransparentLottery.Unit);
        return sum == due ? null : new("fair.weights", sum.ToString(CultureInfo.InvariantCulture), Number(due));
    }

    private static string Number(long number) => CanonicalText.Number(number);
}
