using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.GivingBack;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Cash;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>What money leaves the bank for: a plan, the alliance itself, the petty cash, or back to who gave it.</summary>
public enum OutgoingKind { Payment, OwnCost, Cash, Refund }

/// <summary>
/// Money that is to leave the bank, whatever for. The one notion behind the file for the bank, its printed list, what the
/// bank's list shows, and the alarm: what is not one of these, released, should not leave.
/// </summary>
/// <param name="Number">Its number within its kind.</param>
/// <param name="To">Who gets it; null only for cash that was drawn before anybody asked who fetches it.</param>
/// <param name="Iban">Empty where no transfer is made: cash that is fetched with the card.</param>
/// <param name="Award">The promise that it is part of; payments to plans only.</param>
public sealed record Outgoing(OutgoingKind Kind, Guid Id, int Number, Cents Amount, Party? To, string Iban, string What, DateTimeOffset? ReleasedAt, long? Entry, Award? Award = null)
{
    /// <summary>Short, and enough to find it: "7" for payment 7, "E2" for own cost 2, "K4" for cash slip 4, "T1" for refund 1.</summary>
    public string Key => Mark(Kind) + Number.ToString(CultureInfo.InvariantCulture);

    public string Name => To?.Name ?? "";

    /// <summary>How the bank's list names it (EndToEndId): at most 35 characters that every bank takes.</summary>
    public string Reference(Fund fund)
    {
        var slug = fund.Slug.ToUpperInvariant();
        return $"{(slug.Length > 20 ? slug[..20] : slug)}-{Key}";
    }

    /// <summary>Where one sees it, below the fund.</summary>
    public string Path => Kind switch
    {
        OutgoingKind.Payment => string.Create(CultureInfo.InvariantCulture, $"/geld/betalingen/{Number}"),
        OutgoingKind.OwnCost => "/geld/eigen-kosten",
        OutgoingKind.Cash => "/geld/kas",
        _ => Entry is { } booked ? string.Create(CultureInfo.InvariantCulture, $"/geld/boekingen/{booked}") : "/bijdragers",
    };

    /// <summary>Two members decide on each, by a decision of its own kind.</summary>
    public static readonly IReadOnlyList<DecisionKind> Releases = [DecisionKind.ReleasePayment, DecisionKind.PayAllianceCost, DecisionKind.DrawCash, DecisionKind.GiveBack];

    private static string Mark(OutgoingKind kind) => kind switch { OutgoingKind.Payment => "", OutgoingKind.OwnCost => "E", OutgoingKind.Cash => "K", _ => "T" };

    /// <summary>All there is, prepared or released, in order of kind and number.</summary>
    public static async Task<IReadOnlyList<Outgoing>> All(WijkfondsContext db, bool released = false)
    {
        var payments = await db.Set<Payment>().AsNoTracking().Include(p => p.Payee).Include(p => p.Award.Proposal).Where(p => !released || p.ReleasedAt != null).ToListAsync();
        var costs = await db.Set<AllianceCost>().AsNoTracking().Include(c => c.Payee).Where(c => !released || c.ReleasedAt != null).ToListAsync();
        var draws = await db.Set<CashSlip>().AsNoTracking().Include(s => s.Payee).Where(s => s.Kind == CashSlipKind.Draw && (!released || s.DoneAt != null)).ToListAsync();
        var refunds = await db.Set<Refund>().AsNoTracking().Include(r => r.Contributor.Party).Where(r => !released || r.ConfirmedAt != null).ToListAsync();
        return [.. payments.Select(Of).Concat(costs.Select(Of)).Concat(draws.Select(Of)).Concat(refunds.Select(Of)).OrderBy(o => o.Kind).ThenBy(o => o.Number)];
    }

    /// <summary>Released, and neither taken back in the book nor come back from the bank.</summary>
    public static async Task<IReadOnlyList<Outgoing>> Standing(WijkfondsContext db)
    {
        var reversed = await db.Set<JournalEntry>().Where(e => e.Reverses != null).Select(e => e.Reverses!.Value).ToHashSetAsync();
        return [.. (await All(db, released: true)).Where(o => o.Entry is { } entry && !reversed.Contains(entry))];
    }

    /// <summary>Of those, what the bank's list has not shown yet.</summary>
    public static async Task<IReadOnlyList<Outgoing>> UnderWay(WijkfondsContext db)
    {
        var seen = await LiveMarks.Gone(db).ToHashSetAsync();
        return [.. (await Standing(db)).Where(o => !seen.Contains(o.Id))];
    }

    /// <summary>Of those, what can go into a file for the bank now: it is in no other, and its receiver's account did not just change.</summary>
    public static async Task<IReadOnlyList<Outgoing>> Ready(WijkfondsContext db, DateTimeOffset now)
    {
        var filed = await db.Set<PaymentExport>().Where(e => e.WithdrawnAt == null).Select(e => e.Subject).ToHashSetAsync();
        var waiting = await IbanWait.All(db, now);
        return [.. (await UnderWay(db)).Where(o => o.Iban.Length > 0 && !filed.Contains(o.Id) && !waiting.Any(w => w.Holds(o.To, o.Iban)))];
    }

    /// <summary>The one that a key names.</summary>
    public static async Task<Outgoing?> Find(WijkfondsContext db, string key) => (await All(db)).FirstOrDefault(o => o.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    public static async Task<Outgoing?> Find(WijkfondsContext db, Guid id) => (await All(db)).FirstOrDefault(o => o.Id == id);

    public static Outgoing Of(Payment p) => new(OutgoingKind.Payment, p.Id, p.Number, p.Amount, p.Payee, p.Payee.Iban, p.Purpose, p.ReleasedAt, p.EntrySequence, p.Award);

    public static Outgoing Of(AllianceCost c) => new(OutgoingKind.OwnCost, c.Id, c.Number, c.Amount, c.Payee, c.Payee.Iban, c.What, c.ReleasedAt, c.EntrySequence);

    public static Outgoing Of(CashSlip s) => new(OutgoingKind.Cash, s.Id, s.Number, s.Amount, s.Payee, s.Payee?.Iban ?? "", s.What, s.DoneAt, s.EntrySequence);

    public static Outgoing Of(Refund r) =>
        new(OutgoingKind.Refund, r.Id, r.Number, r.Amount, r.Contributor.Party, r.Contributor.Party.Iban.Length > 0 ? r.Contributor.Party.Iban : r.Iban, "", r.ConfirmedAt, r.EntrySequence);
}
