using System.Globalization;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Pabulib;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Allocation;

/// <summary>A section's count as the file with which anyone counts again.</summary>
public static class Recount
{
    public static string FileName(Round round, Section section) =>
        string.Create(CultureInfo.InvariantCulture, $"ronde-{round.Number}-onderdeel-{section.Number}.pb");

    public static PabulibFile Of(Fund fund, Round round, Section section, SectionCount count)
    {
        var head = new List<KeyValuePair<string, string>>
        {
            new("description", $"{fund.Name}: {round.Name}, {section.Name}"),
            new("country", "Netherlands"), new("unit", fund.Neighbourhood), new("subunit", section.Name),
            new("instance", round.Number.ToString(CultureInfo.InvariantCulture)),
            new("date_begin", Day(round.VotingOpens)), new("date_end", Day(round.VotingCloses)),
            new("language", "nl"), new("currency", "EUR"),
        };
        if (round.BallotType == BallotType.Approval && round.MaximumChoices > 0)
            head.Add(new("max_length", round.MaximumChoices.ToString(CultureInfo.InvariantCulture)));
        if (count.WithoutVotes.Select(p => p.Number).ToList() is { Count: > 0 } none)
            head.Add(new("comment", $"nobody chose {string.Join(", ", none)}; a plan without votes takes no part in the count"));
        var key = round.Act(RoundActKind.TieLotDrawn)?.Note;
        return RecountFile.Of(count.Outcome, head, count.Lot, key is { Length: 64 } ? key : null);
    }

    // Pabulib writes days as 31.12.2026.
    private static string Day(Deadline deadline) =>
        DateTime.Parse(deadline.Local, CultureInfo.InvariantCulture).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
