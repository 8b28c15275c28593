using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>What the treasurer typed about an earmark.</summary>
public sealed class EarmarkForm
{
    public string? Name { get; set; }
    /// <summary>One a line.</summary>
    public string? Themes { get; set; }
    public string? FirstYear { get; set; }
    public string? LastYear { get; set; }
    public string? TargetGroup { get; set; }
    /// <summary>The list as text: pasted, or what was in the file.</summary>
    public string? Places { get; set; }
    public string? WholePercent { get; set; }
}

/// <summary>The list holds lines that cannot be read; nothing of it was kept, and all of it still stands in the form.</summary>
public sealed record PlacesUnreadable(int Lines) : Refusal
{
    public override string? Field => "Places";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>The treasurer enters a giver's binding limit; it binds once a second member read it.</summary>
public sealed class EnterEarmark(Deciding deciding, Texts texts)
{
    public async Task<Outcome<Earmark>> New(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int number, Guid form, EarmarkForm typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await db.Set<Earmark>().IgnoreQueryFilters().SingleOrDefaultAsync(e => e.Id == form) is { } before) return before.FundId == fund ? before : new NotFoundHere();
        if (await db.Set<Contributor>().Include(c => c.Party).SingleOrDefaultAsync(c => c.Number == number) is not { } contributor) return new NotFoundHere();
        if (contributor.ConfirmedAt is null) return new ContributorNotConfirmed();
        var name = Typed.Needed(typed.Name, "Name", 120, "Earmark.Name");
        if (name.Refused) return name.Refusal;
        var themes = string.Join('\n', EarmarkFit.Lines(Typed.Paragraphs(typed.Themes)));
        if (themes.Length > 2000) return new LineTooLong("Themes", 2000);
        var group = Typed.Line(typed.TargetGroup, "TargetGroup", 200);
        if (group.Refused) return group.Refusal;
        if (Year(typed.FirstYear, out var first)) return new Missing("FirstYear", "Earmark.Year");
        if (Year(typed.LastYear, out var last) || last < first) return new Missing("LastYear", "Earmark.Year");
        var percent = string.IsNullOrWhiteSpace(typed.WholePercent) ? 0 : AgreementForm.Whole(typed.WholePercent.Trim().TrimEnd('%'));
        if (percent is not (>= 0 and <= 100)) return new Missing("WholePercent", "Earmark.Percent");
        var (places, errors) = PlaceList.Read(fund, typed.Places);
        if (errors.Count > 0) return new PlacesUnreadable(errors.Count);
        if (percent > 0 && places.Count == 0) return new Missing("Places", "Earmark.PercentWithoutPlaces");
        if (themes.Length == 0 && group.Value.Length == 0 && first is null && last is null && places.Count == 0) return new Missing("Themes", "Earmark.BindsNothing");

        var earmark = new Earmark
        {
            Id = form, FundId = fund, ContributorId = contributor.Id, Number = 1 + (await db.Set<Earmark>().Where(e => e.ContributorId == contributor.Id).MaxAsync(e => (int?)e.Number) ?? 0),
            Name = name.Value, Themes = themes, FirstYear = first, LastYear = last, TargetGroup = group.Value, WholePercent = percent.Value, EnteredAt = now,
        };
        earmark.Places.AddRange(places);
        db.Add(earmark);
        await db.SaveChangesAsync();
        var words = texts.In(await db.Set<Fund>().Where(f => f.Id == fund).Select(f => f.Language).SingleAsync());
        var decision = await deciding.Propose(db, who, now, DecisionKind.ConfirmEarmark, earmark.Id, words["earmark.about", contributor.Party.Name, earmark.Name], $"/bijdragers/{number}/oormerken/{earmark.Number}");
        return decision.Refused ? decision.Refusal : earmark;
    }

    /// <summary>True when what was typed is no year.</summary>
    private static bool Year(string? typed, out int? year)
    {
        year = AgreementForm.Whole(typed);
        return !string.IsNullOrWhiteSpace(typed) && year is not (>= 2000 and <= 2999);
    }
}
