namespace Wijkfonds.Democracy.Counting;

/// <summary>How projects that a rule cannot tell apart are put in order. Stated beforehand, the same in every round of every run.</summary>
public sealed class TieOrder
{
    private readonly IReadOnlyList<string>? lot;

    private TieOrder(string name, IReadOnlyList<TieStep> steps, IReadOnlyList<string>? lot = null)
    {
        Name = name;
        Steps = steps;
        this.lot = lot;
    }

    /// <summary>The smallest id as ordinal string ("10" before "9"). Only for recounting what others counted.</summary>
    public static TieOrder Id { get; } = new("id", [TieStep.Id]);

    /// <summary>Lowest cost, most votes, smallest id. Only for recounting what others counted (equalshares.net).</summary>
    public static TieOrder CostVotesId { get; } = new("cost-votes-id", [TieStep.Cost, TieStep.Votes, TieStep.Id]);

    /// <summary>Lowest cost, most votes, and then a lot that was never drawn: a tie that decides is an error.</summary>
    public static TieOrder NoLot { get; } = new("lot", [TieStep.Cost, TieStep.Votes, TieStep.Lot]);

    /// <summary>Lowest cost, most votes, then the lot: the ids in the order in which they were drawn.</summary>
    /// <exception cref="ArgumentException">An id is there twice.</exception>
    public static TieOrder Lot(IEnumerable<string> drawn)
    {
        var order = drawn.ToArray();
        if (order.Distinct(StringComparer.Ordinal).Count() < order.Length) throw new ArgumentException("an id stands twice in the lot", nameof(drawn));
        return new("lot", [TieStep.Cost, TieStep.Votes, TieStep.Lot], order);
    }

    /// <summary><c>lot</c>, <c>id</c> or <c>cost-votes-id</c>.</summary>
    public string Name { get; }

    /// <summary>The steps, the first one that tells two projects apart decides.</summary>
    public IReadOnlyList<TieStep> Steps { get; }

    /// <summary>The order of the lot, for the projects of an election; null where no lot was drawn or it is not used.</summary>
    /// <exception cref="ArgumentException">The lot lacks a project of the election.</exception>
    internal int[]? LotPositions(Election election)
    {
        if (lot is null) return null;
        var positions = lot.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        return [.. election.Projects.Select(p => positions.TryGetValue(p.Id, out var at) ? at : throw new ArgumentException($"project {p.Id} is not in the lot"))];
    }
}

/// <summary>One step of a tie order.</summary>
public enum TieStep
{
    /// <summary>The lower cost goes first.</summary>
    Cost,
    /// <summary>The most votes go first.</summary>
    Votes,
    /// <summary>The lot drawn before voting opened.</summary>
    Lot,
    /// <summary>The smallest id as ordinal string.</summary>
    Id,
}

/// <summary>Projects that a rule could not tell apart in one of its rounds.</summary>
/// <param name="Round">The round, from 1.</param>
/// <param name="Projects">The tied projects, in the order that the tie order gave.</param>
/// <param name="Step">The last step that was needed to tell the first apart from the others.</param>
/// <param name="Decides">Whether some of them won and others did not.</param>
public sealed record Tie(int Round, IReadOnlyList<Project> Projects, TieStep Step, bool Decides);

/// <summary>A tie decides who wins, and no lot was drawn: there is no outcome.</summary>
public sealed class MissingLot(IReadOnlyList<Project> projects)
    : InvalidOperationException($"a tie between {string.Join(", ", projects.Select(p => p.Id))} decides, and there is no lot")
{
    /// <summary>The projects that are tied.</summary>
    public IReadOnlyList<Project> Projects { get; } = projects;
}
