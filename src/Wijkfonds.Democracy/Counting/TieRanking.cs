namespace Wijkfonds.Democracy.Counting;

/// <summary>A tie order made out for one election: a place for every project.</summary>
internal sealed class TieRanking
{
    private readonly Election election;
    private readonly TieOrder order;
    private readonly int[]? lot;
    private readonly int[] places;

    internal TieRanking(Election election, TieOrder order)
    {
        this.election = election;
        this.order = order;
        lot = order.LotPositions(election);
        places = new int[election.Projects.Count];
        var sorted = Enumerable.Range(0, places.Length).ToArray();
        Array.Sort(sorted, Compare);
        for (var place = 0; place < sorted.Length; place++) places[sorted[place]] = place;
    }

    /// <summary>The place of a project, 0 first. Without a lot, projects that only the lot could separate stand by id.</summary>
    internal int PlaceOf(int project) => places[project];

    /// <summary>The step that tells two different projects apart.</summary>
    internal TieStep Separates(int one, int other)
    {
        foreach (var step in order.Steps) if (Compare(step, one, other) != 0) return step;
        return TieStep.Lot;
    }

    /// <summary>The step that is left when all others fail.</summary>
    internal TieStep LastStep => order.Steps[^1];

    /// <summary>Whether any two projects can be told apart.</summary>
    internal bool IsComplete => lot is not null || LastStep != TieStep.Lot;

    /// <summary>Whether only a lot that was never drawn could tell these two apart.</summary>
    internal bool LacksLot(int one, int other) => lot is null && Separates(one, other) == TieStep.Lot;

    private int Compare(int one, int other)
    {
        foreach (var step in order.Steps) if (Compare(step, one, other) is var found && found != 0) return found;
        return Compare(TieStep.Id, one, other);
    }

    private int Compare(TieStep step, int one, int other) => step switch
    {
        TieStep.Cost => election.Projects[one].Cost.CompareTo(election.Projects[other].Cost),
        TieStep.Votes => election.Votes[other].CompareTo(election.Votes[one]),
        TieStep.Lot => lot is null ? 0 : lot[one].CompareTo(lot[other]),
        _ => string.CompareOrdinal(election.Projects[one].Id, election.Projects[other].Id),
    };
}
