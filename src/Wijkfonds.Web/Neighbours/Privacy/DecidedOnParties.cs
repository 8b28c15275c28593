using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Contributions.GivingBack;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Funds.Cash;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours.Privacy;

/// <summary>All rows of a party that the alliance decided on, with what the titles of those decisions say of it.</summary>
public static class DecidedOnParties
{
    public static async Task<IReadOnlyCollection<SaidInTitle>> Of(WijkfondsContext db, IReadOnlyList<Party> parties)
    {
        if (parties.Count == 0) return [];
        var (ids, names) = (parties.Select(p => p.Id).ToList(), parties.ToDictionary(p => p.Id, p => p.Name));
        var given = new List<(Guid Row, Guid Party)>();
        async Task Add(IQueryable<Owned> rows) => given.AddRange((await rows.ToListAsync()).Select(r => (r.Id, r.Party)));
        await Add(db.Set<Contributor>().Where(c => ids.Contains(c.PartyId)).Select(c => new Owned(c.Id, c.PartyId)));
        await Add(db.Set<Agreement>().Where(a => ids.Contains(a.Contributor.PartyId)).Select(a => new Owned(a.Id, a.Contributor.PartyId)));
        await Add(db.Set<Earmark>().Where(e => ids.Contains(e.Contributor.PartyId)).Select(e => new Owned(e.Id, e.Contributor.PartyId)));
        await Add(db.Set<Offer>().Where(o => ids.Contains(o.Contributor.PartyId)).Select(o => new Owned(o.Id, o.Contributor.PartyId)));
        await Add(db.Set<Deposit>().Where(d => ids.Contains(d.Contributor.PartyId)).Select(d => new Owned(d.Id, d.Contributor.PartyId)));
        await Add(db.Set<Refund>().Where(r => ids.Contains(r.Contributor.PartyId)).Select(r => new Owned(r.Id, r.Contributor.PartyId)));
        var offered = await db.Set<Offer>().Where(o => ids.Contains(o.Contributor.PartyId) && o.What != "").Select(o => new { o.Id, o.What }).ToListAsync();

        // The title of what was paid names nobody; the reason of a decision after it may.
        var paid = await db.Set<Payment>().Where(p => ids.Contains(p.PayeeId)).Select(p => p.Id)
            .Concat(db.Set<AllianceCost>().Where(c => ids.Contains(c.PayeeId)).Select(c => c.Id))
            .Concat(db.Set<CashSlip>().Where(c => ids.Contains(c.PayeeId!.Value)).Select(c => c.Id)).ToListAsync();
        paid.AddRange(await db.Set<PaymentExport>().Where(e => paid.Contains(e.Subject)).Select(e => e.Id).ToListAsync());
        paid.AddRange(await db.Set<IbanChange>().Where(c => ids.Contains(c.PartyId)).Select(c => c.Id).ToListAsync());
        // What was booked and taken back: that decision is about the entry, and its title tells whose a deposit was.
        var (whose, rows) = (given.ToDictionary(g => g.Row, g => g.Party), given.Select(g => g.Row).Concat(paid).ToList());
        foreach (var entry in await db.Set<JournalEntry>().Where(e => rows.Contains(e.Subject)).Select(e => new { e.Id, e.Subject }).ToListAsync())
            if (whose.TryGetValue(entry.Subject, out var giver)) given.Add((entry.Id, giver));
            else paid.Add(entry.Id);
        // Titles say what it was called then: the longest name first, because one may be a part of another.
        var called = await Called(db, ids);
        return [.. given.SelectMany(g => called[g.Party].Append(names[g.Party]).Distinct().OrderByDescending(name => name.Length), (g, name) => new SaidInTitle(g.Row, name, Party.ErasedName)), .. offered.Select(o => new SaidInTitle(o.Id, $", {o.What}, ", ", ")), .. paid.Select(id => new SaidInTitle(id))];
    }

    /// <summary>By party the names that decisions gave it, or took from it.</summary>
    private static async Task<ILookup<Guid, string>> Called(WijkfondsContext db, IReadOnlyList<Guid> parties) =>
        (await db.Set<Contributor>().Where(c => parties.Contains(c.PartyId))
            .Join(db.Set<Decision>().Where(d => d.Kind == DecisionKind.ConfirmContributor), c => c.Id, d => d.Subject, (c, d) => new { c.PartyId, d.Terms }).ToListAsync())
        .SelectMany(d => ContributorTerms.Read(d.Terms).Details is { } details ? new[] { details.NewName, details.WasName } : [], (d, name) => (d.PartyId, Name: name))
        .Where(d => d.Name is { Length: > 0 }).ToLookup(d => d.PartyId, d => d.Name!);

    private sealed record Owned(Guid Id, Guid Party);
}
