using System.Globalization;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Funds.Bank;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>Money that is to leave: each kind prepared by the treasurer over the page, and released by the second member.</summary>
public sealed partial class Neighbourhood
{
    public const string TeamIban = "NL20INGB0001234567", HallIban = "NL39RABO0300065264", KeeperIban = "NL02ABNA0123456789", GiverIban = "NL44RABO0123456789";

    /// <summary>EUR 200,000 on the fund's own account, and EUR 3,000 promised to the plan Regentonnen.</summary>
    public async Task<Neighbourhood> WithPromise()
    {
        await WithMoney(200_000);
        await WithAccount();
        await WithAward(await WithPlan(await WithRound(Phase.CarryingOut), "Regentonnen", 3_000), 3_000);
        return this;
    }

    public Task WithAccount() => Site.Given(new MoneyRules { FundId = FundId, Iban = SampleCamt.Iban, Holder = "Stichting Wijkfonds", DecidedAt = Site.Clock.Now });

    /// <summary>Each kind in its own way, waiting for a second member.</summary>
    public async Task Prepare(OutgoingKind kind, int euros, string? iban = null)
    {
        var amount = euros.ToString(CultureInfo.InvariantCulture);
        var treasurer = As(Treasurer);
        _ = kind switch
        {
            OutgoingKind.Payment => await (await treasurer.Go("/geld/betalingen")).Press("Betaling klaarzetten",
                ("award", "1"), ("amount", amount), ("payee", "Rosa Bakker"), ("iban", iban ?? TeamIban), ("purpose", "Eerste deel"), ("who", "maker")),
            OutgoingKind.OwnCost => await (await treasurer.Go("/geld/eigen-kosten")).Press("Betaling klaarzetten",
                ("kind", "Costs"), ("amount", amount), ("what", "Zaal"), ("payee", "Buurthuis De Brug"), ("iban", iban ?? HallIban)),
            OutgoingKind.Cash => await (await treasurer.Go("/geld/kas")).Press("Bijvullen voorstellen", ("amount", amount), ("payee", "Ans de Wit"), ("iban", iban ?? KeeperIban)),
            _ => await (await treasurer.Go("/bijdragers/1/teruggeven")).Press("Aan tweede lid voorleggen", ("amount", amount), ("iban", iban ?? GiverIban), ("reason", "Lager vastgesteld")),
        };
    }

    public static DecisionKind ReleaseOf(OutgoingKind kind) => Outgoing.Releases[(int)kind];

    public async Task Release(OutgoingKind kind, int euros, string? iban = null)
    {
        await Prepare(kind, euros, iban);
        var released = await Second(ReleaseOf(kind));
        if (released.Refused) throw new InvalidOperationException($"{kind}: {released.Refusal}");
    }

    public async Task<NeighbourhoodVisitor> Export() => await (await As(Treasurer).Go("/geld/betalingen/bestanden")).Press("Bestand voor de bank maken");
}
