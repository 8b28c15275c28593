using Wijkfonds.Democracy.Drawing;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>What a key makes of an announced fair draw.</summary>
/// <param name="Copies">How many numbers each panel has after rounding, in the order of the announcement.</param>
/// <param name="Number">The number that was drawn, from 0.</param>
/// <param name="Drawn">The labels of the panel with that number, in the order of the pool.</param>
/// <param name="Reserve">The reserve list: the first of those not drawn, by the position of their labels.</param>
public sealed record FairResult(IReadOnlyList<int> Copies, int Number, IReadOnlyList<string> Drawn, IReadOnlyList<DrawnLabel> Reserve)
{
    /// <summary>Rounds the lottery, and takes the number that follows from the key, or the one that a second source spoke.</summary>
    /// <param name="announcement">What was announced.</param>
    /// <param name="key">The key of the draw.</param>
    /// <param name="spoken">The number, where it was drawn in the room: below <see cref="FairAnnouncement.Numbers"/>.</param>
    public static FairResult Of(FairAnnouncement announcement, DrawKey key, int? spoken = null)
    {
        var numbered = announcement.Lottery().Round(key);
        var number = spoken ?? numbered.Number(key);
        var panel = announcement.Panels[numbered.At(number)].Panel;
        var others = announcement.Labels.Where((_, person) => !panel.Contains(person));
        return new(numbered.Copies, number, [.. panel.Members.Select(m => announcement.Labels[m])],
            [.. UniformDraw.Order(key, others).Take(announcement.Reserve)]);
    }
}
