using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>A later year of a plan as anybody may read it: one true sentence about where it stands.</summary>
/// <param name="Badge">The look of its state.</param>
/// <param name="Entries">Where its commitment stands in the book; null while it is none.</param>
public sealed record YearLine(YearStanding Standing, string Badge, string Sentence, string? Entries)
{
    /// <summary>More givers than this are not named one by one.</summary>
    private const int MostNamed = 2;

    public ConditionalYear Row => Standing.Row;
    public string Year => Row.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Those of one plan; none for nearly every plan, and then nothing else is read.</summary>
    public static async Task<IReadOnlyList<YearLine>> Of(WijkfondsContext db, DateTimeOffset now, Guid fund, Guid award, Words words, Func<string, string> here) =>
        await db.Set<ConditionalYear>().AnyAsync(y => y.AwardId == award)
            ? await Of(db, (await YearStandings.Of(db, fund, await Book.Today(db, now, fund))).Of(award), words, here) : [];

    public static async Task<IReadOnlyList<YearLine>> Of(WijkfondsContext db, IReadOnlyList<YearStanding> standings, Words words, Func<string, string> here)
    {
        var names = await db.Set<Contributor>().Select(c => new { c.Number, c.Party.Name }).ToDictionaryAsync(c => c.Number, c => c.Name);
        return [.. standings.Select(s => new YearLine(s, BadgeOf(s.State), Say(s, names, words),
            s.Row.EntrySequence is { } entry ? here(string.Create(CultureInfo.InvariantCulture, $"/geld/boekingen/{entry}")) : null))];
    }

    private static string Say(YearStanding standing, Dictionary<int, string> names, Words words)
    {
        var (row, givers) = (standing.Row, standing.Givers.Select(g => names[g]).ToList());
        var year = row.Year.ToString(CultureInfo.InvariantCulture);
        return standing.State switch
        {
            YearState.Conditional when givers.Count is > 0 and <= MostNamed => words["year.is.Conditional", string.Join(words["year.and"], givers)],
            YearState.Conditional => words["year.is.Conditional.many", year, givers.Count],
            YearState.Uncovered => words["year.is.Uncovered", standing.Short],
            YearState.Turned => words["year.is.Turned", words.Day(row.TurnedAt!.Value)],
            YearState.Withdrawn or YearState.PlanEnded => words[$"year.is.{standing.State}", words.Day(row.EndedAt!.Value)],
            _ => words[$"year.is.{standing.State}"],
        };
    }

    private static string BadgeOf(YearState state) => state switch
    {
        YearState.Turned => "open",
        YearState.Conditional or YearState.Arrived => "wait",
        _ => "no",
    };
}
