using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>
/// The instalments of one layer, filled day by day with what arrived. What is given back is first what lay beyond them, then
/// what was paid ahead for instalments of a later day, the latest first. What was due and paid stays paid: who got money back
/// is not late with it.
/// </summary>
internal sealed class Filling(IReadOnlyList<(DateOnly DueOn, Cents Amount)> terms)
{
    private readonly Cents[] received = new Cents[terms.Count];
    private readonly List<Arrival> spare = [];
    private Cents beyond, kept;

    public IReadOnlyList<Cents> Received => received;
    /// <summary>What the instalments did not take, day by day; below zero what went back and was not paid ahead.</summary>
    public IReadOnlyList<Arrival> Spare => spare;
    /// <summary>What lies beyond all instalments now.</summary>
    public Cents Beyond => beyond - Cents.Min(beyond, kept);

    /// <param name="arrivals">In the order of days.</param>
    public static Filling Of(IReadOnlyList<(DateOnly DueOn, Cents Amount)> terms, IEnumerable<Arrival> arrivals)
    {
        var filling = new Filling(terms);
        foreach (var arrival in arrivals)
            if (arrival.Amount > Cents.Zero) filling.Take(arrival);
            else filling.Return(arrival);
        return filling;
    }

    private void Take(Arrival arrival)
    {
        var left = arrival.Amount;
        for (var i = 0; i < terms.Count; i++)
        {
            var part = Cents.Min(left, terms[i].Amount - received[i]);
            (received[i], left) = (received[i] + part, left - part);
        }
        beyond += left;
        spare.Add(arrival with { Amount = left });
    }

    private void Return(Arrival arrival)
    {
        var fromBeyond = Cents.Min(-arrival.Amount, beyond);
        var left = -arrival.Amount - fromBeyond;
        beyond -= fromBeyond;
        for (var i = terms.Count - 1; i >= 0 && terms[i].DueOn > arrival.Day; i--)
        {
            var part = Cents.Min(left, received[i]);
            (received[i], left) = (received[i] - part, left - part);
        }
        kept += left;
        spare.Add(arrival with { Amount = -fromBeyond - left });
    }
}
