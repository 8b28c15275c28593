using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Look;

namespace Wijkfonds.Web.Statements.Euros;

/// <summary>
/// The pot as a picture of all that ever came in: beside what plans got and what is still there also what went back to givers
/// and what the fund itself cost. Its layers add up to the way of the money below it.
/// </summary>
public static class WholePot
{
    /// <param name="bound">The part of the pot that givers earmarked: hatched.</param>
    /// <param name="flow">Of everybody's money.</param>
    public static PotBar Of(Pot pot, Pot bound, MoneyFlow flow, Func<string, string> here)
    {
        var bar = PotBars.Of(pot, bound, here);
        return new PotBar([.. bar.Layers.TakeWhile(l => l.Kind < PotKind.Spent), .. Spent(flow, here), .. bar.Layers.SkipWhile(l => l.Kind < PotKind.Spent)]);
    }

    /// <summary>What left the pot otherwise than to a plan, each by its own name.</summary>
    private static IEnumerable<PotLayer> Spent(MoneyFlow flow, Func<string, string> here) => flow.To
        .Where(p => p.Kind is "given-back" or "alliance" or "bank-costs" or "cash-spent" or "cash-difference")
        .Select(p => new PotLayer(PotKind.Spent, p.Amount, Entries: here(p.Entries), Words: $"flow.{p.Kind}"));
}
