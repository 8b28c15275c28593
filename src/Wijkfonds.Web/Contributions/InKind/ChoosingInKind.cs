using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>Two members choose whether the annual accounts count what came in kind, from a year on that is not closed.</summary>
public sealed class ChoosingInKind : IEffect
{
    private sealed record Terms(int Year, bool Counts);

    public DecisionKind Kind => DecisionKind.CountInKind;

    /// <param name="counts">"ja" or "nee".</param>
    public async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, Fund fund, string? counts, string? year)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (counts is not ("ja" or "nee")) return new Missing("counts", "InKind.Counts");
        var today = await Book.Today(db, now, fund.Id);
        if (AgreementForm.Whole(year) is not { } from || from < today.Year - 1 || from > today.Year + 1) return new Missing("year", "InKind.Year");
        var terms = new Terms(from, counts == "ja");
        if (await Bars(db, fund.Id, terms) is { } no) return no;
        return await deciding.Propose(db, who, now, Kind, fund.Id, from.ToString(CultureInfo.InvariantCulture), "/geld/in-natura#jaarrekening", JsonSerializer.Serialize(terms));
    }

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var terms = Read(decision);
        return Task.FromResult<IReadOnlyList<string>>([words[terms.Counts ? "inkind.choice.yes" : "inkind.choice.no", terms.Year.ToString(CultureInfo.InvariantCulture)], words["inkind.choice.equal"]]);
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        var terms = Read(decision);
        if (await Bars(db, decision.FundId, terms) is { } no) return no;
        var number = 1 + (await db.Set<InKindChoice>().MaxAsync(c => (int?)c.Number) ?? 0);
        db.Add(new InKindChoice { FundId = decision.FundId, Number = number, FromYear = terms.Year, Counts = terms.Counts, DecidedAt = now });
        return null;
    }

    /// <summary>A closed year keeps its annual accounts; and what holds already needs no decision.</summary>
    private static async Task<Refusal?> Bars(WijkfondsContext db, Guid fund, Terms terms)
    {
        if (await BookYear.Bars(db, fund, new DateOnly(terms.Year, 12, 31)) is { } closed) return new OfferYearClosed("year", closed.Closed);
        var choices = await InKindChoice.All(db);
        return InKindChoice.CountsIn(choices, terms.Year) == terms.Counts && choices.All(c => c.FromYear <= terms.Year) ? new ChoiceStands() : null;
    }

    private static Terms Read(Decision decision) => JsonSerializer.Deserialize<Terms>(decision.Terms)!;
}

/// <summary>It is so already.</summary>
public sealed record ChoiceStands : Refusal;
