using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Ballots;

/// <summary>What is ticked so far and what is left: the thumb bar.</summary>
public sealed record Tally(BallotSheet Sheet, IReadOnlyCollection<int> Chosen)
{
    public int Count => Sheet.Plans.Count(p => Chosen.Contains(p.Number));

    public IEnumerable<TallyPart> Parts => Sheet.Parts.Where(p => p.Plans.Count > 0).Select(part => Sheet.Type == BallotType.Knapsack
        ? new TallyPart(part, part.Cost(Chosen).Value, part.Budget.Value)
        : new TallyPart(part, part.Chosen(Chosen).Count(), Math.Min(Sheet.MaximumChoices, part.Plans.Count)));

    /// <summary>"Nog € 34.500", "Nog 2 keuzes", "€ 1.000 te veel".</summary>
    public string Left(TallyPart part, Words words) => (Sheet.Type, part.IsOver) switch
    {
        (BallotType.Knapsack, false) => words["ballot.left.money", new Cents(part.Most - part.Now)],
        (BallotType.Knapsack, true) => words["ballot.over.money", new Cents(part.Now - part.Most)],
        (_, false) => words.Count("ballot.left.choices", part.Most - part.Now),
        _ => words.Count("ballot.over.choices", part.Now - part.Most),
    };

    /// <summary>The meter in words, for who hears the page.</summary>
    public string Spoken(TallyPart part, Words words) => Sheet.Type == BallotType.Knapsack
        ? words["ballot.meter.money", part.Part.Name, new Cents(part.Now), new Cents(part.Most)]
        : words["ballot.meter.choices", part.Part.Name, part.Now, part.Most];
}

public sealed record TallyPart(SheetPart Part, long Now, long Most)
{
    public bool IsOver => Now > Most;
}
