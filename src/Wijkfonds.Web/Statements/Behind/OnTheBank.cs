using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Behind;

/// <summary>One line of a deposit, or of money given back, or of what took one of them back: that counts as the kind that it takes back.</summary>
internal sealed record BankRow(long Sequence, DateOnly Day, EntryKind? Kind, long? Reverses, Guid Subject, Guid Layer, long Amount);

/// <summary>What a contributor paid in and got back, as the book had it. Read once: few entries of a year are of this kind.</summary>
internal sealed record OnTheBank(IReadOnlyList<BankRow> Rows)
{
    /// <param name="own">The contributor's layers.</param>
    /// <param name="sequence">The last entry that counts.</param>
    /// <param name="end">What was recorded from this instant on is not known.</param>
    public static async Task<OnTheBank> Of(WijkfondsContext db, IReadOnlySet<Guid> own, long sequence, DateTimeOffset end)
    {
        var layers = own.ToList();
        var found = await (
            from line in db.Set<JournalLine>().Where(l => l.Account == LedgerAccount.Bank && layers.Contains(l.Party))
            join entry in db.Set<JournalEntry>().Where(e => e.Sequence <= sequence && e.RecordedAt < end && (e.Kind == EntryKind.Deposit || e.Kind == EntryKind.GivenBack || e.Reverses != null)) on line.EntryId equals entry.Id
            select new { entry.Sequence, entry.ValueDate, entry.Kind, entry.Reverses, entry.Subject, line.Party, line.Amount.Value }).ToListAsync();
        var kinds = found.Where(f => f.Reverses is null).DistinctBy(f => f.Sequence).ToDictionary(f => f.Sequence, f => (EntryKind?)f.Kind);
        return new([.. found.Select(f => new BankRow(f.Sequence, f.ValueDate, f.Reverses is { } taken ? kinds.GetValueOrDefault(taken) : f.Kind, f.Reverses, f.Subject, f.Party, f.Value))]);
    }

    /// <summary>What came in and went back by layer up to a day: what was taken back by then never happened.</summary>
    public IReadOnlyDictionary<Guid, List<Arrival>> Arrived(DateOnly day)
    {
        var taken = Rows.Where(r => r.Day <= day).Select(r => r.Reverses).OfType<long>().ToHashSet();
        return Rows.Where(r => r.Reverses is null && r.Day <= day && !taken.Contains(r.Sequence)).GroupBy(r => r.Layer).ToDictionary(g => g.Key, g => g.GroupBy(r => (r.Day, r.Kind))
            .Select(d => new Arrival(d.Key.Day, new Cents(d.Sum(r => r.Amount)))).OrderBy(a => a.Day).ThenByDescending(a => a.Amount).ToList());
    }
}
