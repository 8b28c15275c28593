using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

/// <summary>A fund with contributors and a book, and nothing else: for the rules of money alone.</summary>
internal sealed class Purse(TestSite site, Fund fund, IReadOnlyList<Guid> parties, IReadOnlyList<Guid> earmarks)
{
    public Guid Fund => fund.Id;
    public IReadOnlyList<Guid> Parties => parties;
    /// <summary>The first is the first contributor's, the second the second's, and so on around.</summary>
    public IReadOnlyList<Guid> Earmarks => earmarks;
    public TestSite Site => site;
    public static readonly DateOnly Day = new(2027, 1, 4);

    public static async Task<Purse> Of(TestSite site, int contributors, string slug = "oosterhoek", int earmarks = 0)
    {
        var fund = await site.GivenFund(slug);
        var parties = Enumerable.Range(1, contributors).Select(n => new Party { FundId = fund.Id, Name = "Organisatie " + n }).ToList();
        await site.Given([.. parties]);
        var givers = parties.Select((p, i) => new Contributor
        {
            FundId = fund.Id, Number = i + 1, PartyId = p.Id, Kind = ContributorKind.Foundation, EnteredAt = site.Clock.Now, ConfirmedAt = site.Clock.Now,
        }).ToList();
        await site.Given([.. givers]);
        var marks = Enumerable.Range(0, earmarks).Select(i => new Earmark
        {
            FundId = fund.Id, ContributorId = givers[i % contributors].Id, Number = 1 + i / contributors, Name = "Oormerk " + i, EnteredAt = site.Clock.Now, ConfirmedAt = site.Clock.Now,
        }).ToList();
        await site.Given([.. marks]);
        return new Purse(site, fund, [.. parties.Select(p => p.Id)], [.. marks.Select(m => m.Id)]);
    }

    /// <summary>One act on the book in a transaction of its own, as every page does it.</summary>
    public Task<Outcome<JournalEntry>> Do(Func<Book, WijkfondsContext, DateTimeOffset, Task<Outcome<JournalEntry>>> act) =>
        new Work(site.Database, new FundScope { Fund = fund }).Run(db => act(site.Services.GetRequiredService<Book>(), db, site.Clock.Now));

    public Task<Outcome<JournalEntry>> Deposit(int party, long cents) =>
        Do((book, db, now) => book.Deposit(db, now, Fund, Guid.NewGuid(), parties[party], new Cents(cents), Day));

    /// <summary>Into a layer by its reference.</summary>
    public Task<Outcome<JournalEntry>> Deposit(Guid layer, long cents) =>
        Do((book, db, now) => book.Deposit(db, now, Fund, Guid.NewGuid(), layer, new Cents(cents), Day));

    public Task<Outcome<JournalEntry>> Reserve(Guid section, long cents, params Guid[] admitted) =>
        Do((book, db, now) => book.Reserve(db, now, Fund, section, new Cents(cents), [.. admitted.Select(a => new Admitted(a))]));

    public Task<Outcome<JournalEntry>> Release(Guid section, long cents) => Do((book, db, now) => book.Release(db, now, Fund, section, new Cents(cents)));

    public Task<Outcome<JournalEntry>> Award(Guid section, Guid award, long cents) => Do((book, db, now) => book.Award(db, now, Fund, section, award, new Cents(cents)));

    public Task<Outcome<JournalEntry>> Pay(Guid award, Guid payment, long cents) => Do((book, db, now) => book.Pay(db, now, Fund, award, payment, new Cents(cents)));

    public Task<Outcome<JournalEntry>> Reverse(long sequence) => Do((book, db, now) => book.Reverse(db, now, Fund, sequence));

    public async Task<Pot> Pot(int? party = null)
    {
        await using var db = site.Database.Open(Fund);
        return party is { } index ? await Web.Funds.Pot.Of(db, index + 1) : await Web.Funds.Pot.Of(db);
    }

    /// <summary>Where the euros of one layer are.</summary>
    public async Task<Pot> Pot(Layer layer)
    {
        await using var db = site.Database.Open(Fund);
        return await Web.Funds.Pot.Of(db, layer.Contributor, layer.Earmark);
    }

    public async Task<IReadOnlyList<Layer>> Layers()
    {
        await using var db = site.Database.Open(Fund);
        return [.. (await Web.Funds.Ledger.Layers.Of(db, Fund)).InOrder];
    }

    public async Task<IReadOnlyList<JournalEntry>> Entries()
    {
        await using var db = site.Database.Open(Fund);
        return await db.Set<JournalEntry>().Include(e => e.Lines).OrderBy(e => e.Sequence).ToListAsync();
    }

    /// <summary>The book as the file that others check.</summary>
    public async Task<LedgerExport> Export()
    {
        await using var db = site.Database.Open(Fund);
        var head = await db.Set<LedgerHead>().SingleOrDefaultAsync();
        return new LedgerExport(LedgerText.Reference(Fund), head?.Hash ?? Chain.Start,
            [.. (await Entries()).Select(e => new HashedEntry(LedgerText.Of(e), e.Hash, e.PreviousHash))]);
    }
}
