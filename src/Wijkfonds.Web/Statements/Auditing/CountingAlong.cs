using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>What was typed about a count. Along: the place at the committee of who counted along.</summary>
public sealed record CountForm(string? Amount, string? Day, string? Along, string? Words);

/// <summary>The committee counts the petty cash itself, and sets it beside the book of that day. It books nothing: it only reads.</summary>
public static class CountingAlong
{
    public static async Task<Outcome<AuditCount>> Count(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int year, CountForm typed)
    {
        if (await Audit.Bars(db, who, now, year) is { } bar) return bar;
        var counted = Typed.Amount(typed.Amount, "amount");
        if (counted.Refused) return counted.Refusal;
        if (counted.Value > Book.Largest) return new AmountTooLarge(Book.Largest);
        var today = await Book.Today(db, now, fund);
        if (Audit.Day(typed.Day) is not { } day || day.Year < year) return new Missing("day", "Audit.CountDay");
        if (day > today) return new CountInFuture(today);
        var along = await Along(db, who, now, typed.Along);
        if (along.Refused) return along.Refusal;
        var expected = await Held(db, day);
        var words = Audit.Words(typed.Words, "explained", counted.Value == expected ? null : "Audit.CountDiffers");
        if (words.Refused) return words.Refusal;
        var count = new AuditCount
        {
            FundId = fund, Year = year, Number = 1 + (await db.Set<AuditCount>().Where(c => c.Year == year).MaxAsync(c => (int?)c.Number) ?? 0), Day = day, Counted = counted.Value,
            Expected = expected, Words = words.Value, DoneBy = who.AccountId!.Value, AlongBy = along.Value.Account, At = now,
        };
        db.Add(count);
        return count;
    }

    /// <summary>What lay in the petty cash at the end of a day, by the book.</summary>
    public static async Task<Cents> Held(WijkfondsContext db, DateOnly day) =>
        new(await db.Set<JournalLine>().Where(l => l.Account == LedgerAccount.Cash).Join(db.Set<JournalEntry>().Where(e => e.ValueDate <= day), l => l.EntryId, e => e.Id, (l, _) => l.Amount.Value).SumAsync());

    /// <summary>Coins lay in it at the end of the year, or went in or out of it.</summary>
    public static async Task<bool> WasUsed(WijkfondsContext db, int year)
    {
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await db.Set<JournalLine>().Where(l => l.Account == LedgerAccount.Cash).Join(db.Set<JournalEntry>().Where(e => e.ValueDate >= from && e.ValueDate <= until), l => l.EntryId, e => e.Id, (l, _) => l.Id).AnyAsync()
            || await Held(db, until) != Cents.Zero;
    }

    private static async Task<Outcome<Counter>> Along(WijkfondsContext db, Viewer who, DateTimeOffset now, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return new Counter(null);
        var seat = (await Committee.Of(db, now)).SingleOrDefault(s => s.Body == Body.AuditCommittee && Audit.Text(s.Number) == typed);
        return seat is null || seat.AccountId == who.AccountId ? new Missing("along", "Audit.Along") : new Counter(seat.AccountId);
    }

    private sealed record Counter(Guid? Account);
}

public sealed record CountInFuture(DateOnly Today) : Refusal
{
    public override string? Field => "day";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
