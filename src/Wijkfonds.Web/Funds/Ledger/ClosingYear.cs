using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>Two members close a year of the book: the treasurer proposes, another agrees. A closed year is never opened again.</summary>
public sealed class ClosingYear : IEffect
{
    public DecisionKind Kind => DecisionKind.CloseYear;

    public async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, Guid fund, int year)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (!(await Years(db, now, fund)).Contains(year)) return new YearNotOver();
        if (await BookYear.Bars(db, fund, new DateOnly(year, 12, 31)) is not null) return new YearClosedBefore(Text(year));
        var row = await db.Set<BookYear>().SingleOrDefaultAsync(y => y.Year == year);
        if (row is null) db.Add(row = new BookYear { FundId = fund, Year = year });
        await db.SaveChangesAsync();
        return await deciding.Propose(db, who, now, Kind, row.Id, Text(year), "/geld/jaren");
    }

    /// <summary>The years that are over and have entries, the newest first.</summary>
    public static async Task<IReadOnlyList<int>> Years(WijkfondsContext db, DateTimeOffset now, Guid fund)
    {
        var today = await Book.Today(db, now, fund);
        return [.. (await db.Set<JournalEntry>().Where(e => e.FundId == fund).Select(e => e.ValueDate.Year).Distinct().ToListAsync()).Where(y => y < today.Year).OrderDescending()];
    }

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var year = await db.Set<BookYear>().Where(y => y.Id == decision.Subject).Select(y => y.Year).SingleAsync();
        var entries = await db.Set<JournalEntry>().CountAsync(e => e.ValueDate.Year == year);
        return [words.Count("year.explain", entries, Text(year)), .. await Loose(db, words, year), words["year.explain.after"]];
    }

    /// <summary>What is of this year and not in the book yet: after closing it is booked in a later year.</summary>
    private static async Task<IReadOnlyList<string>> Loose(WijkfondsContext db, Words words, int year)
    {
        var open = (await LiveMarks.Open(db)).Keys;
        var lines = await db.Set<BankLine>().CountAsync(l => open.Contains(l.Id) && l.ValueDate.Year <= year);
        var deposits = await db.Set<Deposit>().CountAsync(d => d.EntrySequence == null && d.ValueDate.Year <= year
            && !db.Set<Decision>().Any(x => x.Kind == DecisionKind.ConfirmDeposit && x.Subject == d.Id && x.DroppedAt != null));
        return [.. new[] { (Key: "year.explain.lines", Count: lines), (Key: "year.explain.deposits", Count: deposits) }.Where(l => l.Count > 0).Select(l => words.Count(l.Key, l.Count))];
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<BookYear>().SingleOrDefaultAsync(y => y.Id == decision.Subject) is not { } year) return new NotFoundHere();
        year.ClosedAt ??= now;
        return null;
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Only a year that is over, and in which something was booked, can be closed.</summary>
public sealed record YearNotOver : Refusal;

public sealed record YearClosedBefore(string Year) : Refusal;
