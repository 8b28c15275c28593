using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation;

/// <summary>The one sentence that is true about a plan's result.</summary>
public static class Why
{
    /// <summary>Beyond this the language counts by figures.</summary>
    public const int OrdinalsInWords = 12;

    public static string Sentence(this Words words, PlanResult result) => string.Join(' ', Parts(words, result));

    private static IEnumerable<string> Parts(Words words, PlanResult result)
    {
        if (result.Reason == ResultReason.NoVotes)
        {
            yield return words["why.NoVotes"];
            yield break;
        }
        yield return result.Reason == ResultReason.Elected
            ? words["why.Elected", Ordinal(words, result.ElectedAs!.Value)]
            : words["why.DidNotFit", result.LeftAtItsTurn, result.Plan.Cost];
        yield return words.Count("why.votes", result.Votes);
        if (result.Tie != TieDecision.None) yield return words[$"why.tie.{result.Tie}", result.TiedWith];
    }

    private static string Ordinal(Words words, int place) => place <= OrdinalsInWords ? words[$"ordinal.{place}"] : words["ordinal.more", place];
}
