using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>One amount of an entry in the accountant's chart, with whose euros and of which plan. Debit positive.</summary>
public sealed record ChartLine(ChartAccount Account, Cents Debit, int Contributor, Guid? Award);

/// <summary>
/// Entry by entry what the book is in the accountant's chart. What <see cref="ChartFigures"/> adds up over years, this tells
/// line by line: debits and credits of an account are kept apart, and each entry balances.
/// </summary>
public sealed class ChartLines
{
    private readonly Layers layers;
    private readonly Dictionary<int, ContributorKind> givers;
    private readonly Dictionary<long, EntryKind> reversed;

    private ChartLines(Layers layers, Dictionary<int, ContributorKind> givers, Dictionary<long, EntryKind> reversed) =>
        (this.layers, this.givers, this.reversed) = (layers, givers, reversed);

    public static async Task<ChartLines> Of(WijkfondsContext db, Guid fund)
    {
        var entries = db.Set<JournalEntry>().Where(e => e.FundId == fund);
        var reversed = await entries.Where(e => e.Reverses != null).Join(entries, e => e.Reverses, o => (long?)o.Sequence, (e, o) => new { e.Sequence, o.Kind })
            .ToDictionaryAsync(e => e.Sequence, e => e.Kind);
        return new(await Layers.Of(db, fund), await ChartFigures.Givers(db, fund), reversed);
    }

    /// <summary>What a kind of entry is in the chart: that of the entry it takes back.</summary>
    public EntryKind KindOf(JournalEntry entry) => reversed.GetValueOrDefault(entry.Sequence, entry.Kind);

    /// <param name="contributor">Only this contributor's euros; null is everybody's.</param>
    public IReadOnlyList<ChartLine> Of(JournalEntry entry, int? contributor = null)
    {
        var kind = KindOf(entry);
        return [.. entry.Lines.OrderBy(l => l.Position).Where(l => contributor is null || layers[l.Party].Contributor == contributor)
            .SelectMany(l => Chart
                .Of(l.Account, kind, layers[l.Party].IsBound, givers.TryGetValue(layers[l.Party].Contributor, out var giver) ? giver : null, l.Amount)
                .Select(part => (part.Account, part.Debit, layers[l.Party].Contributor, Award: l.Account == LedgerAccount.Awarded ? l.Subject : null)))
            .GroupBy(l => (l.Account, IsDebit: l.Debit > Cents.Zero, Contributor: kind is EntryKind.Deposit or EntryKind.GivenBack || contributor is not null ? l.Contributor : 0, l.Award))
            .Select(g => new ChartLine(g.Key.Account, g.Aggregate(Cents.Zero, (sum, l) => sum + l.Debit), g.Key.Contributor, g.Key.Award))
            .OrderBy(l => l.Debit < Cents.Zero).ThenBy(l => l.Account.Number, StringComparer.Ordinal).ThenBy(l => l.Contributor)];
    }

    /// <summary>The plans that awards belong to, as "round-number": what accountants call a project.</summary>
    public static async Task<Dictionary<Guid, string>> Projects(WijkfondsContext db) => await db.Set<Award>()
        .Select(a => new { a.Id, Round = a.Proposal.Round.Number, Plan = a.Proposal.Number }).ToDictionaryAsync(a => a.Id, a => $"{a.Round}-{a.Plan ?? 0}");
}
