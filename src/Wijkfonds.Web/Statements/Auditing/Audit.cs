using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>A year under audit, and who may do something about it. What they do stands in the rules beside this one.</summary>
public static class Audit
{
    public const int LongestWords = 4_000;

    /// <summary>As many members of the committee sign a year, at least.</summary>
    public const int Signatures = 2;

    /// <summary>Only the committee acts, and only about a year in which something was booked. An accountant reads.</summary>
    internal static async Task<Refusal?> Bars(WijkfondsContext db, Viewer who, DateTimeOffset now, int year) =>
        (await who.Again(db, now)).IsCommittee && await IsBooked(db, year) ? null : new NotFoundHere();

    internal static async Task<bool> IsBooked(WijkfondsContext db, int year)
    {
        if (year is < 1000 or > 9998) return false;
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await db.Set<JournalEntry>().AnyAsync(e => e.ValueDate >= from && e.ValueDate <= until);
    }

    internal static async Task<AuditAct> Add(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int year, AuditActKind kind, string words, DateOnly? due = null, int? about = null)
    {
        var act = new AuditAct
        {
            FundId = fund, Year = year, Number = 1 + (await db.Set<AuditAct>().Where(a => a.Year == year).MaxAsync(a => (int?)a.Number) ?? 0),
            Kind = kind, DoneBy = who.AccountId!.Value, At = now, Words = words, DueOn = due, About = about,
        };
        db.Add(act);
        return act;
    }

    /// <param name="what">The words of the refusal where nothing was typed; null where nothing need be.</param>
    internal static Outcome<string> Words(string? typed, string field, string? what, int most = LongestWords)
    {
        var text = Typed.Paragraphs(typed);
        return text.Length == 0 && what is not null ? new Missing(field, what) : text.Length > most ? new LineTooLong(field, most) : text;
    }

    internal static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
