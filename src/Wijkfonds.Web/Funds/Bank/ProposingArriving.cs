using System.Text.RegularExpressions;
using Wijkfonds.Web.Funds.Bank.Reading;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>What came in: a payment that came back, interest, cash that was brought, a deposit, or a team that gives back.</summary>
public sealed partial class Proposing
{
    /// <summary>Coins are brought to the bank around the day that two members agreed on.</summary>
    private const int DaysToBring = 14;

    private IReadOnlyList<Proposal> Arriving(BankLine line, Cents left)
    {
        var whole = new StatementPart(left, line.Words.Name, line.Words.Iban, line.Words.Text, line.Words.EndToEnd);
        return PartsOf(line) is { Count: > 0 } parts ? Within(line, left, parts) : [.. Booked(line, whole), .. FromGivers(line, whole)];
    }

    /// <summary>Where the bank shows what came in within a line, each is proposed by itself; a deposit that was entered for one is not proposed again.</summary>
    private List<Proposal> Within(BankLine line, Cents left, IReadOnlyList<StatementPart> parts)
    {
        var (found, done) = (new List<Proposal>(), entered[line.Id].ToList());
        foreach (var part in parts.Where(p => p.Amount > Cents.Zero && p.Amount <= left))
        {
            var givers = FromGivers(line, part);
            if (givers.Any(p => done.Remove((p.Subject, p.Amount)))) continue;
            found.AddRange(Booked(line, part).Where(p => p.Kind != ProposalKind.Interest).Concat(givers));
        }
        return [.. found.DistinctBy(p => (p.Kind, p.Subject))];
    }

    /// <summary>What the book knows of, or the bank itself: without a doubt where reference or account agree.</summary>
    private List<Proposal> Booked(BankLine line, StatementPart part)
    {
        var (found, amount) = (new List<Proposal>(), part.Amount!.Value);
        found.AddRange(gone.Concat(underWay).Where(o => o.Amount == amount && (IsReference(o, part.EndToEnd) || (line.Words.ReturnReason.Length > 0 && GoesTo(o, part.Iban))))
            .Select(o => new Proposal(ProposalKind.Returned, o.Id, o.Number, o.Name, amount, IsReference(o, part.EndToEnd)) { Of = o.Kind }));
        if (part.Iban.Length == 0 && (IsBankCode(line, "INTR") || InterestWords().IsMatch(part.Text + " " + part.Name))) found.Add(new(ProposalKind.Interest, line.Id, 0, "", amount, IsBankCode(line, "INTR")));
        found.AddRange(deposits.Where(d => (d.Amount <= amount && Math.Abs(d.ValueDate.DayNumber - line.ValueDate.DayNumber) <= Near && IsFrom(part.Iban, part.Name, d.Contributor.Party)) || (d.Amount == amount && d.ValueDate == line.ValueDate))
            .Select(d => new Proposal(ProposalKind.KnownDeposit, d.Id, d.Contributor.Number, d.Contributor.Party.Name, d.Amount, d.Amount == amount && IsFrom(part.Iban, part.Name, d.Contributor.Party))));
        return found;
    }

    /// <summary>What nobody entered yet: brought from the petty cash, given, or given back by a team. Nothing where the book knows of it.</summary>
    private List<Proposal> FromGivers(BankLine line, StatementPart part)
    {
        if (Booked(line, part).Count > 0) return [];
        var (found, amount) = (new List<Proposal>(), part.Amount!.Value);
        if (part.Iban.Length == 0)
            found.AddRange(brought.Where(s => s.Amount == amount && Math.Abs(line.BookedOn.DayNumber - s.Day.DayNumber) <= DaysToBring).Select(s => new Proposal(ProposalKind.CashBack, s.Id, s.Number, "", amount, false)));
        found.AddRange(givers.Where(g => IsFrom(part.Iban, part.Name, g.Party) || g.PledgedIn(line.ValueDate.Year) == amount)
            .OrderByDescending(g => IsFrom(part.Iban, part.Name, g.Party)).ThenByDescending(g => g.PledgedIn(line.ValueDate.Year) == amount).ThenBy(g => g.Number)
            .Select(g => new Proposal(ProposalKind.NewDeposit, g.Id, g.Number, g.Party.Name, amount, false)));
        found.AddRange(gone.Where(o => o.Award is not null && GoesTo(o, part.Iban)).DistinctBy(o => o.Award!.Id)
            .Select(o => new Proposal(ProposalKind.Repayment, o.Award!.Id, o.Award.Number, o.Award.Proposal.Title, amount, false)));
        return found;
    }

    [GeneratedRegex(@"\b(credit|debet|spaar)?rente\b|\binterest\b", RegexOptions.IgnoreCase)]
    private static partial Regex InterestWords();
}
