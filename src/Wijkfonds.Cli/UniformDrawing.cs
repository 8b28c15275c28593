using System.Security.Cryptography;
using Wijkfonds.Democracy;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Cli;

/// <summary>Draws in which everyone, or every household, has the same chance.</summary>
internal static class UniformDrawing
{
    internal const string AnnouncementHead = "wijkfonds-draw 1";

    /// <summary>From an announcement. Size and reserve can be asked otherwise than announced, to look further down the list.</summary>
    internal static DrawReport Announced(DrawAsked asked, Terminal terminal)
    {
        if (asked.Fair || asked.Households.Count > 0) throw new UsageError(terminal.Say("deze aankondiging is van een loting met gelijke kansen", "this is the announcement of a draw with equal chances"));
        var announcement = DrawAnnouncement.Read(CanonicalFile.Read(asked.Pool));
        if (announcement.Labels.Count == 0) throw new TextError(0, "nobody can be drawn");
        var key = DrawKey.From(announcement.Hash(), asked.Seed);
        var seats = Math.Min(asked.Size ?? announcement.Seats, announcement.Labels.Count);
        var order = UniformDraw.Order(key, announcement.Labels).Select(d => d.Label).ToArray();
        var chance = new Fraction(seats, announcement.Labels.Count);
        return new("uniform", announcement.Hash(), key.Hex, announcement.Labels, new(Enumerable.Repeat(chance, announcement.Labels.Count).ToArray()),
            order[..seats], [.. order[seats..].Take(asked.Reserve ?? announcement.Reserve)])
        {
            Bundle = DrawBundle.Of(announcement, asked.Seed).Write(),
        };
    }

    /// <summary>From a CSV file. Quotas play no part in it: they are put beside the outcome.</summary>
    internal static DrawReport FromTable(DrawAsked asked, Terminal terminal)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(asked.Pool)));
        var quotas = asked.Quotas is null ? null : Quotas.Open(asked.Quotas);
        var problem = Pool.Open(asked.Pool, quotas, asked.Size!.Value, asked.Households);
        var key = DrawKey.From(hash, asked.Seed);
        var indices = problem.People.Select((person, i) => (person.Label, i)).ToDictionary(p => p.Label, p => p.i, StringComparer.Ordinal);
        var order = problem.OnePerHousehold ? HouseholdOrder.Of(key, problem.People)
            : [.. UniformDraw.Order(key, indices.Keys).Select(d => indices[d.Label])];
        var chances = new Chances(problem.OnePerHousehold ? HouseholdOrder.Chances(problem.People, problem.Size)
            : [.. Enumerable.Repeat(new Fraction(problem.Size, problem.People.Count), problem.People.Count)]);
        var labels = problem.People.Select(p => p.Label).ToArray();
        var names = order.Select(p => labels[p]).ToArray();
        if (quotas is not null && !asked.Json)
            terminal.Line("Iedereen heeft evenveel kans: met quota's is bij deze loting geen rekening gehouden. Ze staan er alleen naast, zodat te zien is of het panel eraan voldoet.",
                "Everyone has the same chance: this draw did not look at quotas. They only stand beside it, so that one can see whether the panel meets them.");
        return new("uniform", hash, key.Hex, labels, chances, names[..problem.Size], [.. names[problem.Size..].Take(asked.Reserve ?? int.MaxValue)])
        {
            Composition = Composition.Of(problem, chances, new(order.Take(problem.Size)), quotas?.Population),
        };
    }
}
