using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Wijkfonds.Web.Proposals;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>Why a plan fits an earmark, does not, or cannot be told by a program. Its words are "fit.{Reason}".</summary>
public enum FitReason
{
    Complies, AtPlace, WholeNeighbourhoodShare, WrongYear, WrongTheme, WholeNeighbourhood, OtherPlace,
    /// <summary>The list was erased with its giver's data; what was frozen with it fitted.</summary>
    ListErased,
    /// <summary>Only people can tell.</summary>
    PlaceUnclear, TargetGroup,
    /// <summary>Somebody said so: one member, the giver, or two members.</summary>
    Judged, Objected, Agreed,
}

/// <summary>Whether a plan satisfies an earmark; null where nobody said so yet and a program cannot tell.</summary>
/// <param name="Detail">What the sentence names: the theme, the place, the words of who judged.</param>
public sealed record Fit(bool? Fits, FitReason Reason, string Detail = "");

/// <summary>The proposal of the system, which people may overrule.</summary>
public static partial class EarmarkFit
{
    /// <param name="day">The last day of voting of the plan's round.</param>
    /// <param name="frozen">When its ballot was frozen: the list of then counts. Null while it is not: the newest does.</param>
    public static Fit Of(Earmark earmark, PlanText plan, DateOnly day, DateTimeOffset? frozen = null)
    {
        if (day.Year < earmark.FirstYear || day.Year > earmark.LastYear) return new(false, FitReason.WrongYear, day.Year.ToString(CultureInfo.InvariantCulture));
        if (Lines(earmark.Themes) is { Count: > 0 } themes && !themes.Contains(plan.ThemeName, StringComparer.OrdinalIgnoreCase)) return new(false, FitReason.WrongTheme, plan.ThemeName);
        var places = earmark.PlacesAt(frozen);
        var place = places.Count == 0 ? new Fit(true, FitReason.Complies) : AtPlace(earmark, places, plan, day, frozen);
        return place.Fits is true && earmark.TargetGroup.Length > 0 ? new(null, FitReason.TargetGroup, earmark.TargetGroup) : place;
    }

    /// <summary>What people said goes before what a program thinks; the giver's objection goes before all.</summary>
    /// <param name="since">From when the giver's list holds: what members judged by an earlier list is asked anew. An objection stays.</param>
    public static Fit With(this Fit proposed, IEnumerable<EarmarkWord> words, DateTimeOffset? since = null)
    {
        var said = words.OrderBy(w => w.Order).ToList();
        if (said.LastOrDefault(w => w.Kind is EarmarkWordKind.Objected or EarmarkWordKind.ObjectionWithdrawn) is { Kind: EarmarkWordKind.Objected } objection)
            return new(false, FitReason.Objected, objection.Reason);
        return said.LastOrDefault(w => w.Kind is EarmarkWordKind.Fits or EarmarkWordKind.DoesNotFit or EarmarkWordKind.AgreedFits && !(w.At < since)) is { } judged
            ? new(judged.Kind is not EarmarkWordKind.DoesNotFit, judged.Kind is EarmarkWordKind.AgreedFits ? FitReason.Agreed : FitReason.Judged, judged.Reason) : proposed;
    }

    public static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The names of the complexes that hold on a day.</summary>
    public static IReadOnlyList<string> ComplexesOn(this IEnumerable<EarmarkPlace> places, DateOnly day) =>
        [.. places.Where(p => p.HoldsOn(day) && p.Complex.Length > 0).Select(p => p.Complex).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Every complex that the place of a plan names, by its name or by an address in it; by name.</summary>
    public static IReadOnlyList<string> ComplexesIn(this IReadOnlyList<EarmarkPlace> places, string place, DateOnly day)
    {
        var (plain, addresses) = (Plain(place), Address().Matches(place).Select(Read).ToHashSet());
        return [.. places.ComplexesOn(day).Where(c => Word(plain, Plain(c))
            || places.Any(p => p.HoldsOn(day) && p.Number is { } number && p.Complex.Equals(c, StringComparison.OrdinalIgnoreCase) && addresses.Contains((p.Postcode, number))))];
    }

    private static Fit AtPlace(Earmark earmark, IReadOnlyList<EarmarkPlace> places, PlanText plan, DateOnly day, DateTimeOffset? frozen)
    {
        if (plan.WholeNeighbourhood)
            return earmark.WholePercent > 0 ? new(true, FitReason.WholeNeighbourhoodShare, earmark.WholePercent.ToString(CultureInfo.InvariantCulture)) : new(false, FitReason.WholeNeighbourhood);
        return frozen is null ? Named(places, plan.Place, day) : Mentioned(places, plan.Place, day);
    }

    /// <summary>The place is one complex or one address of the list, and says nothing else: what stands around it may be "opposite" or "not at".</summary>
    private static Fit Named(IReadOnlyList<EarmarkPlace> places, string place, DateOnly day)
    {
        var readings = Readings(Plain(place)).ToList();
        if (places.ComplexesOn(day).FirstOrDefault(c => readings.Contains(Plain(c), StringComparer.Ordinal)) is { } complex) return new(true, FitReason.AtPlace, complex);
        if (OneAddress().Match(place) is not { Success: true } address) return new(null, FitReason.PlaceUnclear, place);
        var (postcode, number) = Read(address);
        var doors = places.Where(p => p.HoldsOn(day) && p.Postcode == postcode && p.Number == number).ToList();
        if (doors.Exists(p => Door(p.Addition) == Door(address.Groups[4].Value))) return new(true, FitReason.AtPlace, place);
        // Another door at the same number may be the giver's too.
        if (doors.Count > 0) return new(null, FitReason.PlaceUnclear, place);
        return places.Any(p => p.IsErased) ? new(null, FitReason.ListErased) : new(false, FitReason.OtherPlace, place);
    }

    /// <summary>On a frozen ballot the place mentions a complex or an address of the list: earlier ballots were frozen with that. What needed people by now has their word.</summary>
    private static Fit Mentioned(IReadOnlyList<EarmarkPlace> places, string place, DateOnly day)
    {
        var plain = Plain(place);
        if (places.ComplexesOn(day).FirstOrDefault(c => Word(plain, Plain(c))) is { } complex) return new(true, FitReason.AtPlace, complex);
        if (Address().Match(place) is not { Success: true } address) return new(null, FitReason.PlaceUnclear, place);
        var (postcode, number) = Read(address);
        if (places.Any(p => p.HoldsOn(day) && p.Postcode == postcode && p.Number == number)) return new(true, FitReason.AtPlace, place);
        return places.Any(p => p.IsErased) ? new(true, FitReason.ListErased) : new(false, FitReason.OtherPlace, place);
    }

    /// <summary>The words of a place, and what is left of them without each small word before it: "bij de esdoornhof", "de esdoornhof", "esdoornhof".</summary>
    private static IEnumerable<string> Readings(string plain)
    {
        for (var rest = plain; ; rest = rest[(rest.IndexOf(' ', StringComparison.Ordinal) + 1)..])
        {
            yield return rest;
            if (rest.IndexOf(' ', StringComparison.Ordinal) is var space && (space < 0 || !Before.Contains(rest[..space]))) yield break;
        }
    }

    /// <summary>Small words that change nothing about which place it is.</summary>
    private static readonly HashSet<string> Before = ["bij", "in", "op", "aan", "de", "het", "at", "on", "the"];

    /// <summary>What follows a house number, however it is written: "12-A" is "12 a".</summary>
    private static string Door(string addition) => Plain(addition).Replace(" ", "", StringComparison.Ordinal);

    private static (string Postcode, int Number) Read(Match address) =>
        (address.Groups[1].Value + address.Groups[2].Value.ToUpperInvariant(), int.Parse(address.Groups[3].Value, CultureInfo.InvariantCulture));

    private static bool Word(string text, string name) => $" {text} ".Contains($" {name} ", StringComparison.Ordinal);

    /// <summary>Lower case, without accents, words with single spaces.</summary>
    private static string Plain(string text) => NotWord().Replace(
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant(), " ").Trim();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NotWord();

    [GeneratedRegex(@"\b([1-9][0-9]{3}) ?([A-Za-z]{2})\W{1,3}([1-9][0-9]{0,4})\b")]
    private static partial Regex Address();

    /// <summary>An address and nothing else but a small word before it; a letter of one and an addition of four at most follow the number.</summary>
    [GeneratedRegex(@"^\s*(?:(?:bij|in|op|aan|at|on)\s+)?([1-9][0-9]{3}) ?([A-Za-z]{2})[\s,]{1,3}([1-9][0-9]{0,4})((?:[ -]?[A-Za-z])?(?:[ -]?[A-Za-z0-9]{1,4})?)\s*\.?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex OneAddress();
}
