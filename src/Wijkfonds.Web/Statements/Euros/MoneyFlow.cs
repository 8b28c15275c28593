using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Euros;

/// <summary>Where money came from, or where it is now. Each amount leads to its entries; Href leads to who or what it is.</summary>
public sealed record FlowPart(string Kind, string Name, string? Href, Cents Amount, string Entries);

/// <summary>
/// The whole way of the euros, of everybody or of one contributor: what came in equals what went out and what is still there.
/// Kinds are those of "flow.{Kind}".
/// </summary>
public sealed record MoneyFlow(IReadOnlyList<FlowPart> From, IReadOnlyList<FlowPart> To)
{
    public Cents Whole => From.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount);

    /// <param name="contributor">Null is everybody's money.</param>
    public static async Task<MoneyFlow> Of(WijkfondsContext db, Guid fund, int? contributor)
    {
        var movements = contributor is { } only ? await Movements.Of(db, only) : await Movements.Of(db);
        var layers = await Layers.Of(db, fund);
        var givers = await db.Set<Contributor>().Where(c => c.ConfirmedAt != null).OrderBy(c => c.Number).Select(c => new { c.Number, c.Party.Name }).ToListAsync();
        var rounds = await db.Set<Round>().OrderBy(r => r.Number).Select(r => new { r.Number, r.Name, Sections = r.Sections.Select(s => s.Id).ToList() }).ToListAsync();
        var awards = (await db.Set<Award>().Select(a => new { a.Id, Round = a.Proposal.Round.Number }).ToListAsync()).ToLookup(a => a.Round, a => a.Id);
        var names = await db.Set<Earmark>().Where(e => e.Contributor.Number == contributor).ToDictionaryAsync(e => e.Id, e => e.Name);
        var whose = new EntryFilter { Contributor = contributor };

        var from = new List<FlowPart>();
        foreach (var giver in givers.Where(g => contributor is null || g.Number == contributor))
            Add(from, "giver", giver.Name, $"/bijdragers/{giver.Number}", whose with { Account = LedgerAccount.Bank, Kind = EntryKind.Deposit, Contributor = giver.Number },
                r => layers[r.Party].Contributor == giver.Number);
        Add(from, "gifts", "", null, whose with { Account = LedgerAccount.Bank, Kind = EntryKind.Deposit, Contributor = 0 }, r => layers[r.Party].Contributor == 0 && contributor is null);
        Add(from, "interest", "", null, whose with { Account = LedgerAccount.Bank, Kind = EntryKind.Interest }, _ => true);
        Add(from, "repaid", "", null, whose with { Account = LedgerAccount.Bank, Kind = EntryKind.Repayment }, _ => true);

        var to = new List<FlowPart>();
        foreach (var round in rounds)
        {
            var (of, plans, sections) = (whose with { Round = round.Number }, awards[round.Number].ToHashSet(), round.Sections.ToHashSet());
            Add(to, "paid", round.Name, $"/rondes/{round.Number}", of with { Account = LedgerAccount.Awarded, Kind = EntryKind.Payment }, r => r.Subject is { } s && plans.Contains(s));
            Add(to, "promised", round.Name, $"/rondes/{round.Number}", of with { Account = LedgerAccount.Awarded }, r => r.Subject is { } s && plans.Contains(s));
            Add(to, "reserved", round.Name, $"/rondes/{round.Number}", of with { Account = LedgerAccount.Reserved }, r => r.Subject is { } s && sections.Contains(s));
        }
        Add(to, "given-back", "", null, whose with { Account = LedgerAccount.Free, Kind = EntryKind.GivenBack }, _ => true);
        Add(to, "alliance", "", null, whose with { Account = LedgerAccount.Free, Kind = EntryKind.AllianceCosts }, _ => true);
        Add(to, "bank-costs", "", null, whose with { Account = LedgerAccount.Free, Kind = EntryKind.BankCosts }, _ => true);
        Add(to, "cash-spent", "", null, whose with { Account = LedgerAccount.Reserved, Kind = EntryKind.CashSpend }, _ => true);
        Add(to, "cash-difference", "", null, whose with { Account = LedgerAccount.Reserved, Kind = EntryKind.CashDifference }, _ => true);
        Add(to, "cash", "", null, whose with { Account = LedgerAccount.Cash }, _ => true);
        // Of one giver what is free is told apart from what it bound: residents decide about the one, within its limits about the other.
        var bound = layers.InOrder.Where(l => l.Contributor == contributor && l.IsBound).ToList();
        Add(to, "free", "", null, whose with { Account = LedgerAccount.Free, Earmark = bound.Count > 0 ? 0 : null }, r => bound.All(l => l.Reference != r.Party));
        foreach (var layer in bound)
            Add(to, "free-bound", names[layer.Reference], $"/bijdragers/{contributor}/oormerken/{layer.Earmark}", whose with { Account = LedgerAccount.Free, Earmark = layer.Earmark }, r => r.Party == layer.Reference);
        return new MoneyFlow(from, to);

        void Add(List<FlowPart> parts, string kind, string name, string? href, EntryFilter filter, Func<Moved, bool> counts)
        {
            var amount = new Movements([.. movements.Rows.Where(counts)]).Figure(filter);
            if (amount != Cents.Zero) parts.Add(new(kind, name, href, amount, filter.Path));
        }
    }
}
