using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.GivingBack;
using Wijkfonds.Web.Funds.Bank.Reading;
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

    private List<Payment> underWay = [], gone = [];
    private List<Deposit> deposits = [];
    private List<Contributor> givers = [];
    private List<Refund> refunds = [];
    private Fund fund = null!;

    public static async Task<Proposing> On(WijkfondsContext db, Fund fund)
    {
        var live = LiveMarks.Of(db);
        var seen = await live.Where(m => m.Kind == BankMarkKind.Payment || m.Kind == BankMarkKind.Deposit || m.Kind == BankMarkKind.Refund).Select(m => m.Subject).ToHashSetAsync();
        var reversed = await db.Set<JournalEntry>().Where(e => e.Reverses != null).Select(e => e.Reverses!.Value).ToHashSetAsync();
        var released = await db.Set<Payment>().AsNoTracking().Include(p => p.Payee).Include(p => p.Award.Proposal).Where(p => p.ReleasedAt != null).OrderBy(p => p.Number).ToListAsync();
        var standing = released.Where(p => p.EntrySequence is { } entry && !reversed.Contains(entry)).ToList();
        return new Proposing
        {
            fund = fund, underWay = [.. standing.Where(p => !seen.Contains(p.Id))], gone = [.. standing.Where(p => seen.Contains(p.Id))],
            deposits = [.. (await db.Set<Deposit>().AsNoTracking().Include(d => d.Contributor.Party)
                .Where(d => !db.Set<Decision>().Any(x => x.Kind == DecisionKind.ConfirmDeposit && x.Subject == d.Id && x.DroppedAt != null)).OrderBy(d => d.ValueDate).ThenBy(d => d.EnteredAt).ToListAsync())
                .Where(d => !seen.Contains(d.Id) && !(d.EntrySequence is { } entry && reversed.Contains(entry)))],
            refunds = [.. (await db.Set<Refund>().AsNoTracking().Include(r => r.Contributor.Party).Where(r => r.EntrySequence != null).OrderBy(r => r.ValueDate).ThenBy(r => r.EnteredAt).ToListAsync())
                .Where(r => !seen.Contains(r.Id) && !reversed.Contains(r.EntrySequence!.Value))],
            givers = await db.Set<Contributor>().AsNoTracking().Include(c => c.Party).Include(c => c.Pledges).Where(c => c.ConfirmedAt != null).OrderBy(c => c.Number).ToListAsync(),
        };
    }

    /// <summary>The best first. A line of several payments has one proposal for each that is recognised.</summary>
    /// <param name="left">What of the line is not explained yet.</param>
    public IReadOnlyList<Proposal> For(BankLine line, Cents left) => left < Cents.Zero ? Outgoing(line, left) : left > Cents.Zero ? Incoming(line, left) : [];

    private List<Proposal> Outgoing(BankLine line, Cents left)
    {
        var parts = line.Words.Parts.Length > 0 ? JsonSerializer.Deserialize<List<StatementPart>>(line.Words.Parts)! : [];
        if (parts.Count > 0)
            return [.. parts.Select(part => underWay.FirstOrDefault(p => IsReference(p, part.EndToEnd) && (part.Amount is null || part.Amount == -p.Amount))).OfType<Payment>()
                .Select(p => Of(p, true))];
        if (underWay.FirstOrDefault(p => IsReference(p, line.Words.EndToEnd) && p.Amount == -left) is { } named) return [Of(named, true)];
        var same = underWay.Where(p => p.Amount == -left && p.Payee.Iban.Length > 0 && p.Payee.Iban == line.Words.Iban).ToList();
        if (same.Count > 0) return [.. same.OrderByDescending(p => Says(line, Reference(p))).Select(p => Of(p, same.Count == 1 || Says(line, Reference(p))))];
        // Two members agreed to give this back to its giver.
        var back = refunds.Where(r => r.Amount == -left && IsFrom(line, r.Contributor.Party)).ToList();
        if (back.Count > 0) return [.. back.Select(r => new Proposal(ProposalKind.Refund, r.Id, r.Contributor.Number, r.Contributor.Party.Name, left, back.Count == 1))];
        return LooksLikeCosts(line) ? [new(ProposalKind.Costs, line.Id, 0, "", left, -left <= MostCosts)] : [];

        static Proposal Of(Payment p, bool sure) => new(ProposalKind.Payment, p.Id, p.Number, p.Payee.Name, -p.Amount, sure);
    }

    private List<Proposal> Incoming(BankLine line, Cents left)
    {
        var found = new List<Proposal>();
        var back = gone.Concat(underWay).Where(p => p.Amount == left && (IsReference(p, line.Words.EndToEnd) || (line.Words.ReturnReason.Length > 0 && p.Payee.Iban == line.Words.Iban))).ToList();
        found.AddRange(back.Select(p => new Proposal(ProposalKind.Returned, p.Id, p.Number, p.Payee.Name, left, IsReference(p, line.Words.EndToEnd))));
        if (line.Words.Iban.Length == 0 && InterestWords().IsMatch(line.Words.Text + " " + line.Words.Name)) found.Add(new(ProposalKind.Interest, line.Id, 0, "", left, true));
        found.AddRange(deposits.Where(d => d.Amount <= left && Math.Abs(d.ValueDate.DayNumber - line.ValueDate.DayNumber) <= Near && IsFrom(line, d.Contributor.Party) || d.Amount == left && d.ValueDate == line.ValueDate)
            .Select(d => new Proposal(ProposalKind.KnownDeposit, d.Id, d.Contributor.Number, d.Contributor.Party.Name, d.Amount, d.Amount == left && IsFrom(line, d.Contributor.Party))));
        if (found.Count > 0) return found;
        found.AddRange(givers.Where(g => IsFrom(line, g.Party) || g.PledgedIn(line.ValueDate.Year) == left)
            .OrderByDescending(g => IsFrom(line, g.Party)).ThenByDescending(g => g.PledgedIn(line.ValueDate.Year) == left).ThenBy(g => g.Number)
            .Select(g => new Proposal(ProposalKind.NewDeposit, g.Id, g.Number, g.Party.Name, left, false)));
        if (line.Words.Iban.Length > 0)
            found.AddRange(gone.Where(p => p.Payee.Iban == line.Words.Iban).DistinctBy(p => p.AwardId)
                .Select(p => new Proposal(ProposalKind.Repayment, p.AwardId, p.Award.Number, p.Award.Proposal.Title, left, false)));
        return found;
    }

    /// <summary>Some bank account other than the bank's own, so somebody got it.</summary>
    private static bool LooksLikeCosts(BankLine line) => line.Words.Iban.Length == 0 && CostWords().IsMatch(line.Words.Text + " " + line.Words.Name);

    private string Reference(Payment payment) => PaymentReference.Of(fund, payment.Number);

    private bool IsReference(Payment payment, string endToEnd) => endToEnd.Length > 0 && endToEnd.Equals(Reference(payment), StringComparison.OrdinalIgnoreCase);

    private static bool Says(BankLine line, string reference) => Regex.IsMatch(line.Words.Text, $@"(?<![\w-]){Regex.Escape(reference)}(?!\d)", RegexOptions.IgnoreCase);

    private static bool IsFrom(BankLine line, Party party)
    {
        if (party.Iban.Length > 0 && party.Iban == line.Words.Iban) return true;
        var (name, here) = (Letters(party.Name), Letters(line.Words.Name));
        return name.Length >= 4 && here.Length >= 4 && (here.Contains(name, StringComparison.Ordinal) || name.Contains(here, StringComparison.Ordinal));
    }

    private static string Letters(string name) => new([.. name.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    [GeneratedRegex(@"kosten|tarief|provisie|basispakket|betaalpakket|\bfees?\b|\bcharges?\b", RegexOptions.IgnoreCase)]
    private static partial Regex CostWords();

    [GeneratedRegex(@"rente|interest", RegexOptions.IgnoreCase)]
    private static partial Regex InterestWords();
}
