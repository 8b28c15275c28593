using System.Text.RegularExpressions;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds.Bank.Reading;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>What left the bank: released money by its reference, its file, or its account and amount; else the bank's own costs.</summary>
public sealed partial class Proposing
{
    /// <summary>A file of payments is carried out within these days.</summary>
    private const int DaysToCarryOut = 10;

    private List<Proposal> Leaving(BankLine line, Cents left, IReadOnlyList<Outgoing> open)
    {
        var (parts, iban) = (PartsOf(line), line.Words.Iban);
        var within = Within(parts, open);
        // A part that goes where nothing was released to is not made right by the reference of the file around it.
        if (within.Count > 0 || parts.Any(p => p.Iban.Length > 0 && !open.Any(o => GoesTo(o, p.Iban)))) return within;
        if (open.FirstOrDefault(o => o.Amount == -left && IsReference(o, line.Words.EndToEnd) && MayGoTo(o, iban)) is { } named) return [Proposal.For(named, true)];
        var batch = batches.FirstOrDefault(b => line.Words.Batch.Length > 0 && (line.Words.Batch == b.File.Batch || line.Words.Batch == b.File.MessageId) && b.Open.All(o => MayGoTo(o, iban)));
        if (batch is not null && Whole(batch, left, open, true) is { } whole) return [whole];
        var same = open.Where(o => o.Amount == -left && GoesTo(o, iban)).ToList();
        if (same.Count > 0) return [.. same.OrderByDescending(o => Says(line, o.Reference(fund))).Select(o => Proposal.For(o, same.Count == 1 || Says(line, o.Reference(fund))))];
        // The bank knows the file, but not all of it went: which payments did, somebody has to say one by one.
        if (batch is not null) return [.. batch.Open.Where(o => open.Contains(o) && o.Amount <= -left).Select(o => Proposal.For(o, false))];
        if (iban.Length > 0) return [];
        var sums = batches.Where(b => b.Open.Count > 1 && Math.Abs(line.BookedOn.DayNumber - b.File.ExecuteOn.DayNumber) <= DaysToCarryOut)
            .Select(b => Whole(b, left, open, false)).OfType<Proposal>().ToList();
        if (sums.Count > 0) return sums;
        var back = open.Where(o => o.Amount == -left && o.Iban.Length == 0 && IsFetched(o, line)).ToList();
        if (back.Count > 0) return [.. back.Select(o => Proposal.For(o, false))];
        return IsBankCode(line, "CHRG", "INTR") ? [new(ProposalKind.Costs, line.Id, 0, "", left, -left <= MostCosts)]
            : CostWords().IsMatch(line.Words.Text + " " + line.Words.Name) ? [new(ProposalKind.Costs, line.Id, 0, "", left, false)] : [];
    }

    /// <summary>Where the bank shows the payments within a line: each by its own reference, else by its account and amount; never one that went elsewhere.</summary>
    private List<Proposal> Within(IReadOnlyList<StatementPart> parts, IReadOnlyList<Outgoing> open)
    {
        var (found, rest) = (new List<Proposal>(), open.ToList());
        foreach (var part in parts)
        {
            if ((rest.FirstOrDefault(o => IsReference(o, part.EndToEnd) && (part.Amount is null || part.Amount == -o.Amount) && MayGoTo(o, part.Iban))
                ?? rest.FirstOrDefault(o => part.Amount == -o.Amount && GoesTo(o, part.Iban))) is not { } known) continue;
            rest.Remove(known);
            found.Add(Proposal.For(known, true));
        }
        return found;
    }

    /// <summary>All that is open of a file, where that is exactly what the line shows.</summary>
    private static Proposal? Whole(Batch batch, Cents left, IReadOnlyList<Outgoing> open, bool sure) =>
        batch.Sum != -left || batch.Open.Any(o => !open.Contains(o)) ? null
            : batch.Open.Count == 1 ? Proposal.For(batch.Open[0], sure)
            : new(ProposalKind.Batch, batch.File.Id, batch.File.Number, batch.File.MessageId, left, sure) { Pays = batch.Open };

    /// <summary>Cash is fetched with the card after it was released; what went back to a giver before accounts were asked is known by name.</summary>
    private static bool IsFetched(Outgoing paid, BankLine line) => paid.Kind == OutgoingKind.Cash
        ? line.BookedOn.DayNumber >= DateOnly.FromDateTime(paid.ReleasedAt!.Value.UtcDateTime).DayNumber - 1
        : paid.To is { } to && IsFrom(line.Words.Iban, line.Words.Name, to);

    /// <summary>
    /// The bank itself says that it takes or gives this (ISO 20022 bank transaction code, miscellaneous operations on the
    /// account). Only that word keeps an alarm silent: words in a text and a small amount anybody can make.
    /// </summary>
    private static bool IsBankCode(BankLine line, params string[] kinds) => line.Words.Iban.Length == 0
        && line.Code.Split('/') is [("ACMT" or "PMNT"), ("MDOP" or "MCOP"), var kind] && kinds.Contains(kind);

    [GeneratedRegex(@"kosten|tarief|provisie|basispakket|betaalpakket|\bfees?\b|\bcharges?\b", RegexOptions.IgnoreCase)]
    private static partial Regex CostWords();
}
