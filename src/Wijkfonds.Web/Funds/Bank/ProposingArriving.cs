using System.Text.RegularExpressions;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>What came in: a payment that came back, interest, cash that was brought, a deposit, or a team that gives back.</summary>
public sealed partial class Proposing
{
    /// <summary>Coins are brought to the bank around the day that two members agreed on.</summary>
    private const int DaysToBring = 14;

    private List<Proposal> Arriving(BankLine line, Cents left)
    {
        var found = new List<Proposal>();
        var back = gone.Concat(underWay).Where(o => o.Amount == left && (IsReference(o, line.Words.EndToEnd) || (line.Words.ReturnReason.Length > 0 && o.Iban.Length > 0 && o.Iban == line.Words.Iban))).ToList();
        found.AddRange(back.Select(o => new Proposal(ProposalKind.Returned, o.Id, o.Number, o.Name, left, IsReference(o, line.Words.EndToEnd)) { Of = o.Kind }));
        if (line.Words.Iban.Length == 0 && (IsBankCode(line, "INTR") || InterestWords().IsMatch(line.Words.Text + " " + line.Words.Name))) found.Add(new(ProposalKind.Interest, line.Id, 0, "", left, true));
        found.AddRange(deposits.Where(d => d.Amount <= left && Math.Abs(d.ValueDate.DayNumber - line.ValueDate.DayNumber) <= Near && IsFrom(line, d.Contributor.Party) || d.Amount == left && d.ValueDate == line.ValueDate)
            .Select(d => new Proposal(ProposalKind.KnownDeposit, d.Id, d.Contributor.Number, d.Contributor.Party.Name, d.Amount, d.Amount == left && IsFrom(line, d.Contributor.Party))));
        found.AddRange(brought.Where(s => s.Amount == left && Math.Abs(line.BookedOn.DayNumber - s.Day.DayNumber) <= DaysToBring)
            .Select(s => new Proposal(ProposalKind.CashBack, s.Id, s.Number, "", left, false)));
        if (found.Count > 0) return found;
        found.AddRange(givers.Where(g => IsFrom(line, g.Party) || g.PledgedIn(line.ValueDate.Year) == left)
            .OrderByDescending(g => IsFrom(line, g.Party)).ThenByDescending(g => g.PledgedIn(line.ValueDate.Year) == left).ThenBy(g => g.Number)
            .Select(g => new Proposal(ProposalKind.NewDeposit, g.Id, g.Number, g.Party.Name, left, false)));
        if (line.Words.Iban.Length > 0)
            found.AddRange(gone.Where(o => o.Award is not null && o.Iban == line.Words.Iban).DistinctBy(o => o.Award!.Id)
                .Select(o => new Proposal(ProposalKind.Repayment, o.Award!.Id, o.Award.Number, o.Award.Proposal.Title, left, false)));
        return found;
    }

    [GeneratedRegex(@"rente|interest", RegexOptions.IgnoreCase)]
    private static partial Regex InterestWords();
}
