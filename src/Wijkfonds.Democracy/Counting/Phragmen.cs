namespace Wijkfonds.Democracy.Counting;

/// <summary>Sequential Phragmén: supporters carry the costs of their projects, and the heaviest load stays as light as it can.</summary>
/// <remarks>
/// Rey, Schmidt, Maly (see <see cref="Greedy"/>); Janson, <i>Phragmén's and Thiele's election methods</i>, 2016. The load of a project would be
/// (its supporters' loads + cost) / supporters; the smallest is taken, and all its supporters get that load.
/// Projects without supporters, and those that cost more than the whole budget, stay out.
/// </remarks>
/// <param name="Stop">Whether the count ends when a project with the smallest load does not fit; else what no longer fits is dropped.</param>
public sealed record Phragmen(bool Stop = false) : CountingRule
{
    /// <inheritdoc/>
    public override string Name => "phragmen";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string> { ["stop"] = Stop ? "true" : "false" };

    /// <inheritdoc/>
    public override Outcome Count(Election election, TieOrder ties)
    {
        var choices = new TieChoices(new(election, ties));
        var first = new PhragmenCount(election, Stop, choices).Run();
        if (choices.HasOpen)
        {
            var open = choices.FirstOpen.Select(p => election.Projects[p]).ToArray();
            bool gaveUp;
            while (choices.Advance(out gaveUp))
                if (!first.Winners.SetEquals(new PhragmenCount(election, Stop, choices).Run().Winners)) throw new MissingLot(open);
            if (gaveUp) throw new MissingLot(open);
        }
        return new(election, this, ties, first.Verdicts, [.. first.Ties.Select(Told)]);

        Tie Told((int Round, int[] Tied, TieStep Step) tie) =>
            new(tie.Round, [.. tie.Tied.Select(p => election.Projects[p])], tie.Step, tie.Tied.Any(p => first.Verdicts[p] is not Won));
    }
}
