using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>
/// Which entries a figure is made of. Every figure on a screen has one, and its address shows precisely those entries
/// with the same total. An entry that takes another back counts as the kind that it takes back, with the opposite sign.
/// </summary>
public sealed record EntryFilter
{
    public LedgerAccount? Account { get; init; }
    /// <summary>Bank and petty cash together: what the fund has in hand. Instead of one account.</summary>
    public bool OnHand { get; init; }
    public EntryKind? Kind { get; init; }
    /// <summary>All that is promised: awards, with what came on top and without what was not needed. Instead of one kind; asked of what is awarded.</summary>
    public bool Promise { get; init; }
    /// <summary>Whose euros, in all their layers; 0 is the fund's own.</summary>
    public int? Contributor { get; init; }
    /// <summary>One earmark of that contributor; 0 is what is unbound.</summary>
    public int? Earmark { get; init; }
    public int? Round { get; init; }
    /// <summary>The number of an award.</summary>
    public int? Award { get; init; }
    /// <summary>From the first day of this year.</summary>
    public int? From { get; init; }
    /// <summary>Up to the last day of this year.</summary>
    public int? Until { get; init; }
    /// <summary>From this day; beside a year the later one holds.</summary>
    public DateOnly? FirstDay { get; init; }
    /// <summary>Up to and including this day.</summary>
    public DateOnly? LastDay { get; init; }
    /// <summary>Only what was recorded up to and including this day, in the fund's own zone.</summary>
    public DateOnly? Known { get; init; }

    public bool IsEmpty => this == new EntryFilter();

    /// <summary>The path below the fund that shows these entries.</summary>
    public string Path => QueryHelpers.AddQueryString("/geld/boekingen", new Dictionary<string, string?>
    {
        ["rekening"] = OnHand ? EntryWords.OnHand : Account is { } account ? EntryWords.Of(account) : null,
        ["soort"] = Promise ? EntryWords.Promise : Kind is { } kind ? EntryWords.Of(kind) : null,
        ["bijdrager"] = Number(Contributor), ["oormerk"] = Number(Earmark), ["ronde"] = Number(Round), ["toekenning"] = Number(Award), ["van"] = Number(From), ["tot"] = Number(Until),
        ["eerste"] = Day(FirstDay), ["laatste"] = Day(LastDay), ["bekend"] = Day(Known),
    }.Where(pair => pair.Value is not null));

    /// <summary>Null where the address asks something that is not there: a total of something else would mislead.</summary>
    public static EntryFilter? Read(IQueryCollection query)
    {
        var (sound, onHand, promise) = (true, query["rekening"] == EntryWords.OnHand, query["soort"] == EntryWords.Promise);
        var filter = new EntryFilter
        {
            OnHand = onHand, Account = onHand ? null : Word("rekening", EntryWords.Account), Promise = promise, Kind = promise ? null : Word("soort", EntryWords.Kind), Contributor = Whole("bijdrager"), Earmark = Whole("oormerk"),
            Round = Whole("ronde"), Award = Whole("toekenning"), From = Whole("van"), Until = Whole("tot"),
            FirstDay = Word("eerste", ReadDay), LastDay = Word("laatste", ReadDay), Known = Word("bekend", ReadDay),
        };
        if (filter.From is < 1000 or > 9998 || filter.Until is < 1000 or > 9998) return null;
        if (filter is { Earmark: not null, Contributor: null }) return null;
        return sound ? filter : null;

        T? Word<T>(string key, Func<string, T?> read) where T : struct
        {
            if (query[key].ToString() is not { Length: > 0 } typed) return null;
            var value = read(typed);
            sound &= value is not null;
            return value;
        }

        int? Whole(string key) => Word<int>(key, typed =>
            int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);
    }

    public IQueryable<JournalLine> Lines(WijkfondsContext db)
    {
        var lines = Contributor is { } contributor ? Layers.Lines(db, contributor, Earmark) : db.Set<JournalLine>();
        var entries = db.Set<JournalEntry>().AsQueryable();
        if (Account is { } account) lines = lines.Where(l => l.Account == account);
        if (OnHand) lines = lines.Where(l => l.Account == LedgerAccount.Bank || l.Account == LedgerAccount.Cash);
        var asked = entries;
        if (Kind is { } kind)
            asked = asked.Where(e => e.Kind == kind || entries.Any(o => o.FundId == e.FundId && o.Sequence == e.Reverses && o.Kind == kind));
        if (Promise) asked = asked.Where(e => Promises.Contains(e.Kind) || entries.Any(o => o.FundId == e.FundId && o.Sequence == e.Reverses && Promises.Contains(o.Kind)));
        if (From is { } from) asked = asked.Where(e => e.ValueDate >= new DateOnly(from, 1, 1));
        if (Until is { } until) asked = asked.Where(e => e.ValueDate < new DateOnly(until + 1, 1, 1));
        if (FirstDay is { } first) asked = asked.Where(e => e.ValueDate >= first);
        if (LastDay is { } last) asked = asked.Where(e => e.ValueDate <= last);
        if (Known is { } known)
        {
            var end = Statements.Period.EndOf(known, db.Set<Fund>().Where(f => f.Id == db.FundId).Select(f => f.Zone).Single());
            asked = asked.Where(e => e.RecordedAt < end);
        }
        if (Award is { } award)
            asked = asked.Where(e => db.Set<Award>().Any(a => a.Number == award && a.Id == e.Subject)
                || db.Set<Payment>().Any(p => p.Award.Number == award && p.Id == e.Subject));
        if (Round is { } round)
            asked = asked.Where(e => db.Set<Round>().Any(r => r.Number == round && r.Sections.Any(s => s.Id == e.Subject))
                || db.Set<Award>().Any(a => a.Proposal.Round.Number == round && a.Id == e.Subject)
                || db.Set<Payment>().Any(p => p.Award.Proposal.Round.Number == round && p.Id == e.Subject));
        return ReferenceEquals(asked, entries) ? lines : lines.Where(l => asked.Any(e => e.Id == l.EntryId));
    }

    /// <summary>An amount on the account as people read it: what this kind ordinarily does to it is more, not less.</summary>
    public Cents Read(Cents debit) => OnHand ? debit : Kind is { } kind
        ? Account is { } on && IsDebited(on, kind) ? debit : -debit
        : Account is LedgerAccount.Bank or LedgerAccount.Cash ? debit : -debit;

    /// <summary>Whether an entry of this kind, or one that takes such an entry back, is asked.</summary>
    public bool Counts(EntryKind kind) => Kind is { } one ? kind == one : !Promise || Promises.Contains(kind);

    private static readonly EntryKind[] Promises = [EntryKind.Award, EntryKind.Supplement, EntryKind.Lapse];

    /// <summary>Whether a line stands on what is asked.</summary>
    public bool Covers(LedgerAccount account) => OnHand ? account is LedgerAccount.Bank or LedgerAccount.Cash : Account is null || Account == account;

    /// <summary>It asks for one side of the entries: over all accounts they balance.</summary>
    public bool HasTotal => OnHand || Account is not null;

    public async Task<Cents> Total(WijkfondsContext db) => Read(new Cents(await Lines(db).SumAsync(l => l.Amount.Value)));

    /// <summary>Whether an ordinary entry of this kind debits the account. Between bank and petty cash two are: what is set aside moves along.</summary>
    private static bool IsDebited(LedgerAccount account, EntryKind kind) => account == kind switch
    {
        EntryKind.Deposit or EntryKind.Interest or EntryKind.ReturnedPayment or EntryKind.Repayment or EntryKind.CashBack => LedgerAccount.Bank,
        EntryKind.Reservation or EntryKind.Supplement or EntryKind.BankCosts or EntryKind.AllianceCosts or EntryKind.GivenBack => LedgerAccount.Free,
        EntryKind.CashSpend or EntryKind.CashDifference => LedgerAccount.Reserved,
        EntryKind.CashDraw => LedgerAccount.Cash,
        EntryKind.Release or EntryKind.Award => LedgerAccount.Reserved,
        _ => LedgerAccount.Awarded,
    } || (account, kind) is (LedgerAccount.Free, EntryKind.CashDraw) or (LedgerAccount.Reserved, EntryKind.CashBack);

    private static DateOnly? ReadDay(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1000 and <= 9998 ? day : null;

    private static string? Day(DateOnly? day) => day is { } value ? Statements.Period.Text(value) : null;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
