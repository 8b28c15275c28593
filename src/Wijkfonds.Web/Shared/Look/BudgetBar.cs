namespace Wijkfonds.Web.Shared.Look;

/// <summary>What was chosen, plan by plan, against the line of the budget (_Budget).</summary>
public sealed record BudgetBar(IReadOnlyList<Cents> Chosen, Cents Budget)
{
    public Cents Spent => Chosen.Aggregate(Cents.Zero, (sum, cost) => sum + cost);

    public IEnumerable<(Cents From, Cents Cost)> Placed()
    {
        var from = Cents.Zero;
        foreach (var cost in Chosen)
        {
            yield return (from, cost);
            from += cost;
        }
    }
}
