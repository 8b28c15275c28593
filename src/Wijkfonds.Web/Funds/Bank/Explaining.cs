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

    /// <summary>Carries out every proposal that is sure: reference and amount agree.</summary>
    /// <returns>How many lines were explained.</returns>
    public async Task<Outcome<Confirmed>> AcceptSure(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        var open = await LiveMarks.Open(db);
        var count = 0;
        foreach (var line in await db.Set<BankLine>().Include(l => l.Words).Where(l => open.Keys.Contains(l.Id)).OrderBy(l => l.BookedOn).ThenBy(l => l.Number).ToListAsync())
        {
            // Asked anew for each: two lines never take the same payment.
            var sure = Proposing.Certain((await Proposing.On(db, fund)).For(line, open[line.Id]), open[line.Id]);
            if (sure.Count == 0) continue;
            foreach (var proposal in sure)
                if (await Do(db, who, now, fund, line, proposal) is { } refusal) return refusal;
            await db.SaveChangesAsync();
            count++;
        }
        return new Confirmed(count);
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
                    line.ValueDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), proposal.Amount.ToFile(), line.Words.Text.Length > 140 ? line.Words.Text[..140] : line.Words.Text, true));
                if (entered.Refused) return entered.Refusal;
                Mark(db, who, now, line, BankMarkKind.Deposit, entered.Value.Id, proposal.Amount);
                return null;
            case ProposalKind.Costs when -proposal.Amount > Proposing.MostCosts:
                return new OutgoingNeedsTwo();
            default:
                return await Enter(db, who, now, line, proposal);
        }
    }

    private async Task<Refusal?> Enter(WijkfondsContext db, Viewer who, DateTimeOffset now, BankLine line, Proposal proposal)
    {
        var (entry, kind) = proposal.Kind switch
        {
            ProposalKind.Costs => (await book.BankCosts(db, now, line.FundId, line.Id, -proposal.Amount, line.ValueDate), BankMarkKind.Costs),
            ProposalKind.Interest => (await book.Interest(db, now, line.FundId, line.Id, proposal.Amount, line.ValueDate), BankMarkKind.Interest),
            ProposalKind.Returned => (await book.Returned(db, now, line.FundId, proposal.Subject, line.ValueDate), BankMarkKind.Returned),
            _ => (await book.Repay(db, now, line.FundId, proposal.Subject, proposal.Amount, line.ValueDate), BankMarkKind.Repayment),
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

public sealed record LineIsExplained(int Number) : Refusal;

/// <summary>What was proposed no longer fits: somebody was quicker, or the payment was found on another line.</summary>
public sealed record ProposalIsGone : Refusal;

/// <summary>Money that went out without a released payment is explained by two members.</summary>
public sealed record OutgoingNeedsTwo : Refusal;

/// <summary>What a line booked is taken back at its entry, by two members.</summary>
public sealed record MarkIsBooked(long Entry) : Refusal;
