using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Statements.Auditing.Flagging;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>What was typed about a meeting.</summary>
public sealed record MinutesForm(string? Words, string? Present, string? Day);

/// <summary>Minutes, and then the signatures: a year is signed when at least two members of the committee did.</summary>
public static class Signing
{
    public static async Task<Outcome<AuditMinutes>> Write(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int year, MinutesForm typed)
    {
        if (await Audit.Bars(db, who, now, year) is { } bar) return bar;
        var words = Audit.Words(typed.Words, "minutes", "Audit.Minutes");
        if (words.Refused) return words.Refusal;
        var present = Typed.Needed(typed.Present, "present", AuditMinutes.LongestPresent, "Audit.Present");
        if (present.Refused) return present.Refusal;
        var today = await Book.Today(db, now, fund);
        if (Audit.Day(typed.Day) is not { } day || day.Year < year) return new Missing("held", "Audit.Held");
        if (day > today) return new MeetingInFuture(today);
        var minutes = new AuditMinutes
        {
            FundId = fund, Year = year, Number = 1 + (await db.Set<AuditMinutes>().Where(m => m.Year == year).MaxAsync(m => (int?)m.Number) ?? 0), HeldOn = day, Present = present.Value,
            Words = words.Value, DoneBy = who.AccountId!.Value, At = now,
        };
        db.Add(minutes);
        return minutes;
    }

    /// <param name="originals">The bank's files of the year, looked at beforehand: that reads files.</param>
    /// <param name="book">The whole book, redone beforehand: that takes long.</param>
    public static async Task<Outcome<AuditAct>> Sign(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int year, IReadOnlyList<BankOriginal> originals, BookCheck book)
    {
        if (await Audit.Bars(db, who, now, year) is { } bar) return bar;
        await LookForFlags.Look(db, now, fund);
        var file = await YearFile.Of(db, now, fund, year);
        if (file.Signatures.Any(a => a.DoneBy == who.AccountId)) return new SignedAlready();
        if (file.Blocks(originals, book, await LooseLines.Of(db, fund, year)) is [{ } first, ..]) return first;
        var seat = (await who.Again(db, now)).Seats.First(s => s.Body == Body.AuditCommittee);
        return await Committee.HasDeclared(db, seat) ? await Audit.Add(db, who, now, fund, year, AuditActKind.Signed, "") : new DeclareFirst();
    }
}

public sealed record SignedAlready : Refusal;

/// <summary>Who did not say with whom they have a relation signs nothing.</summary>
public sealed record DeclareFirst : Refusal;

public sealed record MeetingInFuture(DateOnly Today) : Refusal
{
    public override string? Field => "held";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
