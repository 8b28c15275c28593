using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Statements.Auditing.Flagging;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>A line of the bank's list that two members explained in words, and its flag.</summary>
public sealed record WordedLine(BankLine Line, int Flag, bool IsAnswered);

/// <summary>Money that left the bank in a year without a release: what nobody explained yet, and what two members explained in words. No entry stands for either, so no sample finds them.</summary>
public sealed record LooseLines(IReadOnlyList<BankLine> Open, IReadOnlyList<WordedLine> Worded)
{
    public static async Task<LooseLines> Of(WijkfondsContext db, Guid fund, int year)
    {
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var left = db.Set<BankLine>().Where(l => l.BookedOn >= from && l.BookedOn <= until && l.Amount.Value < 0);
        if (!await left.AnyAsync()) return new([], []);
        var found = await OpenLines.Of(db, await db.Set<Fund>().AsNoTracking().SingleAsync(f => f.Id == fund));
        var open = found.Lines.Select(l => l.Line).Where(l => l.BookedOn.Year == year && found.Alarming.Contains(l.Id)).OrderBy(l => l.Number).ToList();
        // By the day of the line: flags that were kept before carry the year of the explanation.
        var flags = (await db.Set<Flag>().AsNoTracking().Where(f => f.Kind == FlagKind.WithoutAward).Select(f => new { f.Number, f.About, IsAnswered = f.Answers.Any() }).ToListAsync())
            .Select(f => (f.Number, f.IsAnswered, Line: FlagPart.Read(f.About)[^1].Number)).ToList();
        var numbers = flags.Select(f => f.Line).ToList();
        var lines = (await left.AsNoTracking().Include(l => l.Words).Where(l => numbers.Contains(l.Number)).ToListAsync()).ToDictionary(l => l.Number);
        return new(open, [.. flags.Where(f => lines.ContainsKey(f.Line)).OrderBy(f => f.Number).Select(f => new WordedLine(lines[f.Line], f.Number, f.IsAnswered))]);
    }

    /// <summary>What stands in the way of signing.</summary>
    public IEnumerable<Refusal> Blocks()
    {
        if (Open.Count > 0) yield return new LinesUnreleased(Text(Open.Select(l => l.Number)), Open[0].Number);
        if (Worded.Where(w => !w.IsAnswered).Select(w => w.Flag).ToList() is { Count: > 0 } flags) yield return new LineFlagsOpen(Text(flags));
    }

    private static string Text(IEnumerable<int> numbers) => string.Join(", ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>Money left the bank in that year without a release, and two members have not said what it was.</summary>
/// <param name="First">The line to begin with.</param>
public sealed record LinesUnreleased(string Numbers, int First) : Refusal;

/// <summary>Money left without an award, explained by two; nobody answered the flag of it yet.</summary>
public sealed record LineFlagsOpen(string Numbers) : Refusal;
