using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Look;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Alliance;

/// <summary>A decision as people read it: what it is, whose eyes saw it, and what happens when nobody acts.</summary>
public sealed record DecisionLine(int Number, DecisionKind Kind, string Title, string Path, DateTimeOffset ProposedAt,
    DateTimeOffset? CarriedAt, DateTimeOffset? DroppedAt, string Names, IReadOnlyList<string> Sentences, IReadOnlyList<Signature> Eyes, string IfNothing)
{
    public bool IsOpen => CarriedAt is null && DroppedAt is null;

    public static IQueryable<Decision> Query(WijkfondsContext db) => db.Set<Decision>().AsNoTracking().Include(d => d.Voices).ThenInclude(v => v.Seat);

    /// <summary>Everything decided about one thing, the newest first; what is not carried only for members.</summary>
    public static async Task<IReadOnlyList<DecisionLine>> About(WijkfondsContext db, Deciding deciding, Guid subject, Words words, Viewer who)
    {
        var lines = new List<DecisionLine>();
        foreach (var decision in await Query(db).Where(d => d.Subject == subject).OrderByDescending(d => d.Number).ToListAsync())
            if (decision.CarriedAt is not null || who.IsMember) lines.Add(await Of(db, deciding, decision, words));
        return lines;
    }

    public static async Task<DecisionLine> Of(WijkfondsContext db, Deciding deciding, Decision decision, Words words) =>
        Brief(decision, words) with { Sentences = await deciding.Explain(db, decision, words) };

    /// <summary>Without the terms: for lists.</summary>
    public static DecisionLine Brief(Decision decision, Words words)
    {
        var voices = decision.Voices.OrderBy(v => v.At).ToList();
        var nothing = $"decision.{decision.Kind}.nothing";
        return new DecisionLine(decision.Number, decision.Kind, words[$"decision.{decision.Kind}", decision.About], decision.Path, decision.ProposedAt,
            decision.CarriedAt, decision.DroppedAt, string.Join(", ", voices.Where(v => v.InFavour).Select(v => Name(v, words))), [],
            EyesOf(decision, voices, words), words[words.Has(nothing) ? nothing : "decision.nothing"]);
    }

    private static List<Signature> EyesOf(Decision decision, List<Voice> voices, Words words)
    {
        var eyes = voices.Select((voice, i) => new Signature(
            words[i == 0 ? "eyes.proposed" : voice.InFavour ? "eyes.agreed" : "eyes.against", Name(voice, words)], voice.At)).ToList();
        if (decision.IsOpen) eyes.Add(new Signature(words["eyes.waits"]));
        return eyes;
    }

    private static string Name(Voice voice, Words words) => voice.Seat.PublicName is { Length: > 0 } name ? name : words["seat.nameless"];
}
