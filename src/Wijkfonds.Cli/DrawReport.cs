using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Cli;

/// <summary>A draw as it is shown, whatever its rule.</summary>
/// <param name="Rule"><c>fair</c> or <c>uniform</c>.</param>
/// <param name="Hash">The hash from which the key follows.</param>
/// <param name="Key">The key.</param>
/// <param name="Labels">Everyone in the pool, in the order of the file.</param>
/// <param name="Chances">Everyone's chance before rounding.</param>
/// <param name="Drawn">The labels drawn: in the order of the draw where everyone has the same chance, of the pool in a fair draw.</param>
/// <param name="Reserve">The labels on the reserve list, in order.</param>
internal sealed record DrawReport(string Rule, string Hash, string Key, IReadOnlyList<string> Labels, Chances Chances, IReadOnlyList<string> Drawn, IReadOnlyList<string> Reserve)
{
    /// <summary>Pool, population, quota and panel beside each other; empty where there are no quotas.</summary>
    internal IReadOnlyList<Composition> Composition { get; init; } = [];

    /// <summary>The published panels with their numbers; null where everyone has the same chance.</summary>
    internal NumberedPanels? Numbered { get; init; }

    /// <summary>The number that was drawn.</summary>
    internal int Number { get; init; }

    /// <summary>The lottery with its certificate; null where it was taken from an announcement, or where everyone has the same chance.</summary>
    internal FairLottery? Lottery { get; init; }

    /// <summary>The file with which anyone redoes the draw; null where the rule has none without an announcement.</summary>
    internal string? Bundle { get; init; }

    /// <summary>People who are in no feasible panel.</summary>
    internal IEnumerable<string> Uncovered => Labels.Where((_, i) => Chances.PerPerson[i].Numerator.IsZero);
}
