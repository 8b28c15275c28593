using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Bank.Reading;
using Wijkfonds.Web.Funds.Cash;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>Compares lines with what the fund expects: by reference, then by account and amount, then by name.</summary>
public sealed partial class Proposing
{
    /// <summary>More than this is not what a bank charges a neighbourhood's account: somebody should look.</summary>
    public static readonly Cents MostCosts = Cents.Euros(100);
    private const int Near = 5;

    private IReadOnlyList<Outgoing> underWay = [], gone = [];
    /// <summary>To which accounts the bank was told to send what went into a file; an account that changes later does not change them.</summary>
    private ILookup<Guid, string> sentTo = Array.Empty<Guid>().ToLookup(id => id, _ => "");
    /// <summary>Per line the deposits that it was already said to be: from whom, and how much.</summary>
    private ILookup<Guid, (Guid Giver, Cents Amount)> entered = Array.Empty<Guid>().ToLookup(id => id, _ => (Guid.Empty, Cents.Zero));
    private List<Batch> batches = [];
    private List<CashSlip> brought = [];
    private List<Deposit> deposits = [];
    private List<Contributor> givers = [];
    private Fund fund = null!;

    /// <summary>A file that went to the bank, with what of it the bank has not shown yet.</summary>
    private sealed record Batch(PaymentFile File, IReadOnlyList<Outgoing> Open)
    {
        public Cents Sum => Open.Aggregate(Cents.Zero, (sum, o) => sum + o.Amount);
    }

    public static async Task<Proposing> On(WijkfondsContext db, Fund fund)
    {
        var seen = await LiveMarks.Of(db).Select(m => m.Subject).ToHashSetAsync();
        var reversed = await db.Set<JournalEntry>().Where(e => e.Reverses != null).Select(e => e.Reverses!.Value).ToHashSetAsync();
        var standing = await Outgoing.Standing(db);
        var underWay = standing.Where(o => !seen.Contains(o.Id)).ToList();
        var known = underWay.ToDictionary(o => o.Id);
        var files = await db.Set<PaymentFile>().AsNoTracking().Include(f => f.Payments.Where(p => p.WithdrawnAt == null).OrderBy(p => p.Position)).OrderBy(f => f.Number).ToListAsync();
        var exports = await db.Set<PaymentExport>().Where(e => e.Iban != "").Select(e => new { e.Subject, e.Iban }).ToListAsync();
        var marked = await LiveMarks.Of(db).Where(m => m.Kind == BankMarkKind.Deposit).Join(db.Set<Deposit>(), m => m.Subject, d => d.Id, (m, d) => new { m.LineId, d.ContributorId, Amount = m.Amount.Value }).ToListAsync();
        return new Proposing
        {
            sentTo = exports.ToLookup(e => e.Subject, e => e.Iban), entered = marked.ToLookup(m => m.LineId, m => (m.ContributorId, new Cents(m.Amount))),
            fund = fund, underWay = underWay, gone = [.. standing.Where(o => seen.Contains(o.Id))],
            batches = [.. files.Select(f => new Batch(f, [.. f.Payments.Select(p => known.GetValueOrDefault(p.Subject)).OfType<Outgoing>()])).Where(b => b.Open.Count > 0)],
            brought = await db.Set<CashSlip>().AsNoTracking().Where(s => s.Kind == CashSlipKind.Return && s.DoneAt != null && !seen.Contains(s.Id) && !reversed.Contains(s.EntrySequence!.Value)).OrderBy(s => s.Number).ToListAsync(),
            deposits = [.. (await db.Set<Deposit>().AsNoTracking().Include(d => d.Contributor.Party)
                .Where(d => !db.Set<Decision>().Any(x => x.Kind == DecisionKind.ConfirmDeposit && x.Subject == d.Id && x.DroppedAt != null)).OrderBy(d => d.ValueDate).ThenBy(d => d.EnteredAt).ToListAsync())
                .Where(d => !seen.Contains(d.Id) && !(d.EntrySequence is { } entry && reversed.Contains(entry)))],
            givers = await db.Set<Contributor>().AsNoTracking().Include(c => c.Party).Include(c => c.Pledges).Where(c => c.ConfirmedAt != null).OrderBy(c => c.Number).ToListAsync(),
        };
    }

    /// <summary>The best first. A line of several payments has one proposal for each that is recognised.</summary>
    /// <param name="left">What of the line is not explained yet.</param>
    /// <param name="taken">Released money that another line shows already.</param>
    public IReadOnlyList<Proposal> For(BankLine line, Cents left, IReadOnlySet<Guid>? taken = null) =>
        left < Cents.Zero ? Leaving(line, left, taken is null ? underWay : [.. underWay.Where(o => !taken.Contains(o.Id))]) : left > Cents.Zero ? Arriving(line, left) : [];

    /// <summary>
    /// The lines that show money leaving which nobody released. What was released covers one line: a second line that shows
    /// the same again alarms. Lines that are sure of theirs come first, so that an unsure one does not take it from them.
    /// </summary>
    public IReadOnlySet<Guid> Alarming(IEnumerable<(BankLine Line, Cents Left)> open)
    {
        var (taken, alarming) = (new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var (line, left) in open.Where(o => o.Left < Cents.Zero).OrderByDescending(o => For(o.Line, o.Left).Any(p => p.Sure)).ThenBy(o => o.Line.BookedOn).ThenBy(o => o.Line.Number))
        {
            var allowed = For(line, left, taken).Where(p => p.Allows).ToList();
            if (allowed.FirstOrDefault(p => p.Amount == left) is { } whole) allowed = [whole];
            if (allowed.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount) != left) alarming.Add(line.Id);
            else taken.UnionWith(allowed.SelectMany(p => p.Pays).Select(o => o.Id));
        }
        return alarming;
    }

    /// <summary>What explains all that is left of a line without a doubt; nothing where there is one.</summary>
    private static IReadOnlyList<Proposal> Certain(IEnumerable<Proposal> proposals, Cents left)
    {
        var sure = proposals.Where(p => p.Sure).ToList();
        if (sure.FirstOrDefault(p => p.Amount == left) is { } whole) return [whole];
        return sure.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount) == left ? sure : [];
    }

    /// <summary>The lines that can be confirmed together, in order. Each expected amount is on one line only, so the second line that shows it is not among them; a return is, once its leaving is.</summary>
    public IEnumerable<(BankLine Line, IReadOnlyList<Proposal> Sure)> Certain(IEnumerable<(BankLine Line, Cents Left)> open)
    {
        var (taken, used) = (new HashSet<Guid>(), new HashSet<(ProposalKind, Guid)>());
        foreach (var (line, left) in open)
        {
            var sure = Certain(For(line, left, taken).Where(p => !used.Contains((p.Kind, p.Subject)) && (p.Kind != ProposalKind.Returned || gone.Any(o => o.Id == p.Subject) || taken.Contains(p.Subject))), left);
            if (sure.Count == 0) continue;
            yield return (line, sure);
            used.UnionWith(sure.Select(p => (p.Kind, p.Subject)));
            taken.UnionWith(sure.SelectMany(p => p.Pays).Select(o => o.Id));
        }
    }

    /// <summary>Released money whose reference a line carries, while the bank sent it to another account than the fund released it to; null where there is none.</summary>
    public Outgoing? SentElsewhere(BankLine line) => line.IsIncoming ? null
        : underWay.Concat(gone).FirstOrDefault(o => IsReference(o, line.Words.EndToEnd) && !MayGoTo(o, line.Words.Iban))
            ?? PartsOf(line).Select(p => underWay.Concat(gone).FirstOrDefault(o => IsReference(o, p.EndToEnd) && !MayGoTo(o, p.Iban))).FirstOrDefault(o => o is not null);

    /// <summary>A bank that names no account says nothing against it; money that is fetched with a card has none.</summary>
    private bool MayGoTo(Outgoing paid, string iban) => iban.Length == 0 || Accounts(paid) is [] || Accounts(paid).Any(a => ReadingBank.IsAccount(a, iban));

    private bool GoesTo(Outgoing paid, string iban) => iban.Length > 0 && Accounts(paid).Any(a => ReadingBank.IsAccount(a, iban));

    private IReadOnlyList<string> Accounts(Outgoing paid) => sentTo[paid.Id].Any() ? [.. sentTo[paid.Id]] : paid.Iban.Length > 0 ? [paid.Iban] : [];

    /// <summary>The single movements that the bank shows within a line.</summary>
    private static IReadOnlyList<StatementPart> PartsOf(BankLine line) => line.Words.Parts.Length == 0 ? [] : JsonSerializer.Deserialize<List<StatementPart>>(line.Words.Parts)!;

    private bool IsReference(Outgoing paid, string endToEnd) => endToEnd.Length > 0 && endToEnd.Equals(paid.Reference(fund), StringComparison.OrdinalIgnoreCase);

    private static bool Says(BankLine line, string reference) => Regex.IsMatch(line.Words.Text, $@"(?<![\w-]){Regex.Escape(reference)}(?!\d)", RegexOptions.IgnoreCase);

    private static bool IsFrom(string iban, string said, Party party)
    {
        if (party.Iban.Length > 0 && party.Iban == iban) return true;
        var (name, here) = (Letters(party.Name), Letters(said));
        return name.Length >= 4 && here.Length >= 4 && (here.Contains(name, StringComparison.Ordinal) || name.Contains(here, StringComparison.Ordinal));
    }

    private static string Letters(string name) => new([.. name.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
}
