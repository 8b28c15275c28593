using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>Woonstichting Thuis bound part of its money to its homes: it asks after a plan by mail, gets an answer, hears which plans two members think fit, and sends a new list of homes.</summary>
public sealed partial class Story
{
    private Task Object(Round round, int plan, string reason, DateTimeOffset at) =>
        Say(Players.Treasurer, round, plan, new WordForm(nameof(EarmarkWordKind.Objected), reason, $"Mail van Thuis, {at:d-M-yyyy}"), at);

    /// <summary>A member answers, and the giver is content.</summary>
    private async Task Answer(Round round, int plan, DateTimeOffset at)
    {
        await Say(Players.Member, round, plan, new WordForm(nameof(EarmarkWordKind.Answered), "De lampen komen aan de eigen schuren van bewoners en werken op de zon. Er is dus geen stroom nodig."), at);
        await Say(Players.Treasurer, round, plan, new WordForm(nameof(EarmarkWordKind.ObjectionWithdrawn), "Dan zijn we het eens.", $"Mail van Thuis, {at.AddDays(1):d-M-yyyy}"), at.AddDays(1));
    }

    /// <summary>Where a program cannot tell whether a plan is at the homes of Thuis, two members say so.</summary>
    private async Task Judge(Round round, DateTimeOffset at)
    {
        await using var db = database.Open(fund.Id);
        foreach (var fit in (await SectionEarmarks.Fits(db, (await db.Round(round.Number))!)).Where(f => f.Fit.Fits is null))
            await Say(Players.Member, round, fit.Plan.Number!.Value, new WordForm(nameof(EarmarkWordKind.ProposedFits), "We zijn gaan kijken: dit is bij de huizen van Thuis die op de lijst staan."), at);
        await AgreeAll(at.AddHours(4), Players.Second, DecisionKind.JudgeFit);
    }

    private Task<EarmarkWord> Say(Player by, Round round, int plan, WordForm word, DateTimeOffset at) => Do(at, async db =>
    {
        var earmark = await db.Set<Earmark>().Where(e => e.Contributor.Number == 2 && e.Number == 1).Select(e => e.Id).SingleAsync();
        return await Get<SayingFit>().Say(db, await As(db, by, at), at, round.Number, plan, earmark, word);
    });

    /// <summary>The homes of a year later: the three complexes, and a new one.</summary>
    private async Task ReplacePlaces(DateTimeOffset at)
    {
        var form = new PlacesForm(string.Create(CultureInfo.InvariantCulture, $"Woningen in {Local(at).Year}"), Places([.. Complexes, "Zwanenhof"]));
        await Do(at, async db => await ReplacingPlaces.Propose(db, Get<Deciding>(), await As(db, Players.Treasurer, at), at, 2, 1, form, Get<Words.Texts>().In("nl")));
        await AgreeAll(at.AddHours(3), Players.Member, DecisionKind.ReplacePlaces);
    }

    /// <summary>As a corporation's program writes it: a dozen homes in each complex.</summary>
    private static string Places(IReadOnlyList<string> complexes) => "postcode;huisnummer;toevoeging;complex;vanaf;tot en met\n" + string.Join('\n', complexes.SelectMany((complex, i) =>
        Enumerable.Range(1, 12).Select(n => string.Create(CultureInfo.InvariantCulture, $"7415A{(char)('B' + i)};{n * 2};;{complex};;"))));
}
