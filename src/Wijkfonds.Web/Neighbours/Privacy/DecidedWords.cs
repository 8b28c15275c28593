using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours.Privacy;

/// <summary>What the title of a decision about this row says, and what comes in its place; nothing where the title names nobody.</summary>
public sealed record SaidInTitle(Guid Subject, string Gone = "", string Instead = "");

/// <summary>
/// What decisions said of what is erased: the name in the title, and what was proposed in words. That it was decided, when, by
/// whom and about how much stays: the register is the alliance's memory, and a decision stands under no hash. What a member
/// said in their own voice is final, so a form that asks for it asks for no names.
/// </summary>
public static class DecidedWords
{
    /// <summary>The words in the terms of a decision that people wrote themselves, as its effect names them.</summary>
    private static readonly string[] Written = ["Reason", "Words", "Board", "Complaints", "NewName", "WasName", "NewContact", "NewEmail"];

    /// <summary>Where words stood, it says that they did.</summary>
    public const string Erased = "(gewist)";

    public static async Task Forget(WijkfondsContext db, IReadOnlyCollection<SaidInTitle> said)
    {
        if (said.Count == 0) return;
        var (gone, subjects) = (said.ToLookup(s => s.Subject), said.Select(s => s.Subject).Distinct().ToList());
        foreach (var decision in await db.Set<Decision>().Where(d => subjects.Contains(d.Subject)).ToListAsync())
        {
            foreach (var one in gone[decision.Subject].Where(s => s.Gone.Length > 0))
                decision.About = decision.About.Replace(one.Gone, one.Instead, StringComparison.Ordinal);
            if (decision.About.Length > Decision.LongestAbout) decision.About = decision.About[..Decision.LongestAbout];
            Forget(decision);
        }
    }

    /// <summary>Only what was proposed in words; the title and the voices stay.</summary>
    public static void Forget(Decision decision)
    {
        if (JsonNode.Parse(decision.Terms) is not JsonObject terms) return;
        foreach (var part in terms.Select(t => t.Value).OfType<JsonObject>().Prepend(terms))
            foreach (var name in Written.Where(name => part[name] is JsonValue said && said.TryGetValue<string>(out var words) && words.Length > 0)) part[name] = Erased;
        decision.Terms = terms.ToJsonString();
    }
}
