using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation;

/// <summary>The one reason that is true about a plan's result, in a sentence or two.</summary>
public static class Why
{
    /// <summary>Beyond this the language counts by figures.</summary>
    public const int OrdinalsInWords = 12;

    public static string Sentence(this Words words, PlanResult result) => string.Join(' ', Parts(words, result, PlanTrace.Read(result.Trace)));

    /// <summary>How a count by equal shares went: what everybody could spend, at first and in the count that stands.</summary>
    public static string Story(this Words words, SharesStory story) => story.Again == 0 || story.First == story.Last
        ? words["story.once", words.Euros(story.First)]
        : words.Count("story.again", story.Again, words.Euros(story.First), words.Euros(story.Last));

    private static IEnumerable<string> Parts(Words words, PlanResult result, PlanTrace? trace)
    {
        if (result.Reason == ResultReason.NoVotes)
        {
            yield return words["why.NoVotes"];
            yield break;
        }
        foreach (var part in result.Reason switch
        {
            ResultReason.Elected => Elected(words, result, trace),
            ResultReason.SupportersLack => Lacked(words, result, trace!),
            _ => [words[trace?.Rule == CountingRule.Phragmen ? "why.DidNotFit.Phragmen" : "why.DidNotFit", result.LeftAtItsTurn, result.Plan.Cost], Votes(words, result)],
        }) yield return part;
        if (result.Tie != TieDecision.None) yield return Tie(words, result, trace);
    }

    private static IEnumerable<string> Elected(Words words, PlanResult result, PlanTrace? trace)
    {
        var place = Ordinal(words, result.ElectedAs!.Value);
        if (trace is { EffectiveVotes: { } full, Each: { } each }) return Paid(words, result, trace, place, full, each);
        return trace switch
        {
            null => [words["why.Elected", place], Votes(words, result)],
            { ByVotesAfterwards: true } => [words["why.Added", place, result.LeftAtItsTurn], Votes(words, result)],
            { Each: { } load } => [words["why.Light", place, words.Euros(load)], Votes(words, result)],
            _ => [words["why.PerCost", place], Votes(words, result)],
        };
    }

    // Who chose it is who could pay: all the same, or some with what they had left.
    private static IEnumerable<string> Paid(Words words, PlanResult result, PlanTrace trace, string place, Cut full, Cut each)
    {
        yield return words["why.Elected", place];
        if (trace.InFull == result.Votes)
        {
            yield return words.Count("why.paid.all", result.Votes, words.Euros(each));
            yield break;
        }
        yield return Votes(words, result);
        yield return words.Count("why.paid.some", trace.InFull, words.Euros(each));
        if (trace.AllTheyHad > 0) yield return words.Count("why.paid.rest", trace.AllTheyHad);
        if (trace.Nothing > 0) yield return words.Count("why.paid.nothing", trace.Nothing);
        yield return words["why.paid.full", words.Number(full)];
    }

    private static IEnumerable<string> Lacked(Words words, PlanResult result, PlanTrace trace)
    {
        yield return words.Count("why.lack", result.Votes, words.Euros(trace.LeftTogether!), result.Plan.Cost);
        if (trace.ByVotesAfterwards) yield return words["why.lack.after", result.LeftAtItsTurn];
    }

    private static string Tie(Words words, PlanResult result, PlanTrace? trace)
    {
        if (trace is null) return words[$"why.tie.{result.Tie}", result.TiedWith];
        var equal = trace.Rule switch
        {
            CountingRule.GreedyPerCost => words["why.equal.PerCost", result.TiedWith],
            CountingRule.Phragmen => words["why.equal.Phragmen", result.TiedWith],
            _ => words["why.equal.Shares", result.TiedWith],
        };
        return equal + " " + words[$"why.then.{result.Tie}"];
    }

    private static string Votes(Words words, PlanResult result) => words.Count("why.votes", result.Votes);

    /// <summary>What was cut off is said to be cut off: nobody paid or had less than this.</summary>
    private static string Euros(this Words words, Cut amount) =>
        amount.Exact ? words.Money(new Cents(amount.Hundredths)) : words["why.just-over", words.Money(new Cents(amount.Hundredths))];

    private static string Number(this Words words, Cut number) => words[number.Exact ? "why.number" : "why.just-over", number.Hundredths / 100m];

    private static string Ordinal(Words words, int place) => place <= OrdinalsInWords ? words[$"ordinal.{place}"] : words["ordinal.more", place];
}
