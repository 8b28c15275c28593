using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>
/// The treasurer says by a click what a line is. Money that came in is booked by two people as always; what went out without
/// a payment is explained by two people (<see cref="ExplainingOutgoing"/>).
/// </summary>
public sealed class Explaining(Book book, EnterDeposit deposits)
{
    /// <summary>So many lines go in one transaction.</summary>
    public const int AtOnce = 200;

    /// <summary>Carries out one of the proposals for a line, as it is now.</summary>
    public async Task<Outcome<BankLine>> Accept(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int number, ProposalKind kind, Guid subject)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await Find(db, number) is not { } line) return new NotFoundHere();
        var left = await LiveMarks.LeftOf(db, line);
        if (left == Cents.Zero) return new LineIsExplained(line.Number);
        if ((await Proposing.On(db, fund)).For(line, left).FirstOrDefault(p => p.Kind == kind && p.Subject == subject) is not { } proposal) return new ProposalIsGone();
        return await Do(db, who, now, fund, line, proposal) is { } refusal ? refusal : line;
    }

    /// <summary>Carries out what is sure of so many lines: reference and amount agree. Called until it does none, so that others are not kept waiting for a whole year's list.</summary>
    /// <returns>How many lines were explained. One that its rule refuses is left for a person to look at.</returns>
    public async Task<Outcome<Confirmed>> AcceptSure(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        var open = await OpenLines.Of(db, fund);
        var (count, refused) = (0, (Refusal?)null);
        foreach (var (line, proposals) in open.Proposing.Certain(open.Lines))
        {
            if (count == AtOnce) break;
            var done = 0;
            foreach (var proposal in proposals)
            {
                if (await Do(db, who, now, fund, line, proposal) is { } refusal)
                {
                    if (done > 0) return refusal;
                    refused = refusal;
                    break;
                }
                done++;
            }
            if (done == 0) continue;
            await db.SaveChangesAsync();
            count++;
        }
        return count == 0 && refused is not null ? refused : new Confirmed(count);
    }

    /// <summary>What came in and belongs to nothing in the book, in words.</summary>
    public async Task<Outcome<BankLine>> InWords(WijkfondsContext db, Viewer who, DateTimeOffset now, int number, string? typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await Find(db, number) is not { } line) return new NotFoundHere();
        var left = await LiveMarks.LeftOf(db, line);
        if (left == Cents.Zero) return new LineIsExplained(line.Number);
        if (left < Cents.Zero) return new OutgoingNeedsTwo();
        if (left > Proposing.MostCosts) return new IncomingNeedsTwo(Proposing.MostCosts);
        var words = Typed.Needed(typed, "words", 500, "BankLine.Words");
        if (words.Refused) return words.Refusal;
        line.Words.Explanation = words.Value;
        Mark(db, who, now, line, BankMarkKind.Words, line.Id, left);
        return line;
    }

    /// <summary>Takes back what a line was said to be. What it booked is reversed first, by two people.</summary>
    public async Task<Outcome<BankLine>> TakeBack(WijkfondsContext db, Viewer who, DateTimeOffset now, int number, Guid mark)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await Find(db, number) is not { } line) return new NotFoundHere();
        if (await LiveMarks.Of(db).SingleOrDefaultAsync(m => m.Id == mark && m.LineId == line.Id) is not { } live) return new NotFoundHere();
        var booked = live.EntrySequence ?? await db.Set<Deposit>().Where(d => d.Id == live.Subject && live.Kind == BankMarkKind.Deposit).Select(d => d.EntrySequence).SingleOrDefaultAsync();
        if (booked is { } entry) return new MarkIsBooked(entry);
        if (live.Kind == BankMarkKind.Words) line.Words.Explanation = "";
        Mark(db, who, now, line, BankMarkKind.Undo, live.Id, Cents.Zero);
        return line;
    }

    private async Task<Refusal?> Do(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, BankLine line, Proposal proposal)
    {
        switch (proposal.Kind)
        {
            case ProposalKind.Payment or ProposalKind.Batch:
                // One line that the bank made of many payments makes each of them final.
                foreach (var paid in proposal.Pays) Mark(db, who, now, line, BankMarkKind.Payment, paid.Id, -paid.Amount);
                return null;
            case ProposalKind.CashBack:
                Mark(db, who, now, line, BankMarkKind.CashBack, proposal.Subject, proposal.Amount);
                return null;
            case ProposalKind.KnownDeposit:
                Mark(db, who, now, line, BankMarkKind.Deposit, proposal.Subject, proposal.Amount);
                return null;
            case ProposalKind.NewDeposit:
                var entered = await deposits.New(db, who, now, fund.Id, Guid.CreateVersion7(), new(proposal.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    (await BookYear.FirstOpen(db, fund.Id, line.ValueDate)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), proposal.Amount.ToFile(), line.Words.Text.Length > 140 ? line.Words.Text[..140] : line.Words.Text, true));
                if (entered.Refused) return entered.Refusal;
                Mark(db, who, now, line, BankMarkKind.Deposit, entered.Value.Id, proposal.Amount);
                return null;
            case ProposalKind.Costs when -proposal.Amount > Proposing.MostCosts:
                return new OutgoingNeedsTwo();
            case ProposalKind.Returned when !await LiveMarks.Gone(db).ContainsAsync(proposal.Subject):
                return new ReturnedBeforeLeaving();
            default:
                return await Enter(db, who, now, line, proposal);
        }
    }

    private async Task<Refusal?> Enter(WijkfondsContext db, Viewer who, DateTimeOffset now, BankLine line, Proposal proposal)
    {
        var day = await BookYear.FirstOpen(db, line.FundId, line.ValueDate);
        var (entry, kind) = proposal.Kind switch
        {
            ProposalKind.Costs => (await book.BankCosts(db, now, line.FundId, line.Id, -proposal.Amount, day), BankMarkKind.Costs),
            ProposalKind.Interest => (await book.Interest(db, now, line.FundId, line.Id, proposal.Amount, day), BankMarkKind.Interest),
            ProposalKind.Returned => (await book.Returned(db, now, line.FundId, proposal.Subject, day), BankMarkKind.Returned),
            _ => (await book.Repay(db, now, line.FundId, proposal.Subject, proposal.Amount, day), BankMarkKind.Repayment),
        };
        if (entry.Refused) return entry.Refusal;
        Mark(db, who, now, line, kind, proposal.Subject, proposal.Amount, entry.Value.Sequence);
        return null;
    }

    internal static void Mark(WijkfondsContext db, Viewer who, DateTimeOffset now, BankLine line, BankMarkKind kind, Guid subject, Cents amount, long? entry = null) =>
        db.Add(new BankMark
        {
            FundId = line.FundId, LineId = line.Id, Kind = kind, Subject = subject, Amount = amount, MarkedAt = now, MarkedBy = who.AccountId!.Value, EntrySequence = entry,
        });

    internal static Task<BankLine?> Find(WijkfondsContext db, int number) => db.Set<BankLine>().Include(l => l.Words).SingleOrDefaultAsync(l => l.Number == number);
}

/// <summary>How many lines were explained at once.</summary>
public sealed record Confirmed(int Lines);
