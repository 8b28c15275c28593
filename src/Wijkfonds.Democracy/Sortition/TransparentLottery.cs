using System.Numerics;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Drawing;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>A lottery over panels in whole numbers, as it is published before the source of randomness speaks.</summary>
/// <remarks>
/// After the source has spoken it is rounded to as many numbered panels as <see cref="Numbers"/>, so that everyone can look up in which of them
/// they sit, and one number decides. Flanigan, Kehne, Procaccia, <i>Fair sortition made transparent</i>, NeurIPS 2021. The rounding is pipage rounding
/// (Gandhi, Khuller, Parthasarathy, Srinivasan, 2006), which keeps every panel's chance exactly. Chances that are reported are those before rounding.
/// </remarks>
public sealed record TransparentLottery
{
    /// <summary>The weight of one whole number: weights are counted in billionths of a number.</summary>
    public const long Unit = 1_000_000_000;

    /// <summary>At most so many numbers.</summary>
    public const int MostNumbers = 1_000_000;

    /// <param name="numbers">How many numbers, M: 1,000 is usual, and gives 000 to 999.</param>
    /// <param name="panels">Ascending (<see cref="Panel.CompareTo"/>), each once; the weights above 0, together M times <see cref="Unit"/>.</param>
    /// <exception cref="ArgumentException">A weight, the sum or the order is not so.</exception>
    public TransparentLottery(int numbers, IReadOnlyList<PublishedPanel> panels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numbers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers, MostNumbers);
        (Numbers, Panels) = (numbers, panels);
        for (var i = 0; i < panels.Count; i++)
        {
            if (panels[i].Weight <= 0) throw new ArgumentException($"panel {i + 1} has no weight", nameof(panels));
            if (i > 0 && panels[i - 1].Panel.CompareTo(panels[i].Panel) >= 0) throw new ArgumentException($"panel {i + 1} does not stand in order", nameof(panels));
        }
        if (TotalWeight(panels) != numbers * Unit) throw new ArgumentException("the weights do not add up", nameof(panels));
    }

    /// <summary>How many numbers there are, M.</summary>
    public int Numbers { get; }

    /// <summary>The panels with their weights, in the published order.</summary>
    public IReadOnlyList<PublishedPanel> Panels { get; }

    /// <summary>The lottery in whole numbers, by largest remainder; equal remainders go to the panels that stand first. No weight is off by more than one billionth of a number.</summary>
    /// <param name="panels">Panels with weights above 0 that sum to 1; in any order. One that weighs less than a billionth of a number can fall out.</param>
    /// <param name="numbers">How many numbers.</param>
    /// <exception cref="ArgumentException">The weights do not sum to 1.</exception>
    public static TransparentLottery Of(IEnumerable<WeightedPanel> panels, int numbers = 1_000)
    {
        var exact = panels.OrderBy(w => w.Panel).ToArray();
        // Over one denominator: that of a solved lottery has hundreds of digits, and is nearly always shared.
        var denominator = exact.Aggregate(BigInteger.One, (common, w) => (common % w.Weight.Denominator).IsZero ? common
            : common / BigInteger.GreatestCommonDivisor(common, w.Weight.Denominator) * w.Weight.Denominator);
        var parts = exact.Select(w => w.Weight.Numerator * (denominator / w.Weight.Denominator)).ToArray();
        if (parts.Aggregate(BigInteger.Zero, BigInteger.Add) != denominator) throw new ArgumentException("the weights do not sum to 1", nameof(panels));
        var all = numbers * Unit;
        var whole = new long[parts.Length];
        var remainders = new BigInteger[parts.Length];
        for (var i = 0; i < parts.Length; i++) whole[i] = (long)BigInteger.DivRem(parts[i] * all, denominator, out remainders[i]);
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i).Take((int)(all - whole.Sum()))) whole[i]++;
        return new(numbers, [.. exact.Select((w, i) => new PublishedPanel(w.Panel, whole[i])).Where(p => p.Weight > 0)]);
    }

    /// <summary>Everyone's chance by the published weights, exact: from that of the lottery they were made of it differs by billionths of a number.</summary>
    /// <param name="people">How many people are in the pool.</param>
    public IReadOnlyList<Fraction> Chances(int people)
    {
        var weights = new BigInteger[people];
        foreach (var (panel, weight) in Panels)
            foreach (var member in panel.Members) weights[member] += weight;
        return [.. weights.Select(weight => new Fraction(weight, Numbers * Unit))];
    }

    /// <summary>The rounding that follows from a key: which numbers belong to which panel.</summary>
    public NumberedPanels Round(DrawKey key) =>
        new(this, Copies((round, up, down) => key.Below((ulong)(up + down), $"round/{round}") < (ulong)down));

    /// <summary>How many numbers each panel gets.</summary>
    /// <param name="rises">Given the round (from 1), up and down: whether the first residual rises by up, which has the chance down / (up + down); else it falls by down.</param>
    internal int[] Copies(Func<int, long, long, bool> rises)
    {
        var copies = Panels.Select(p => (int)(p.Weight / Unit)).ToArray();
        var residuals = Panels.Select(p => p.Weight % Unit).ToArray();
        var open = new Queue<int>(Enumerable.Range(0, copies.Length).Where(i => residuals[i] > 0));
        // The residuals sum to a whole number, so that the last one cannot remain broken alone.
        for (var (round, first) = (1, -1); first >= 0 || open.Count > 0; round++)
        {
            if (first < 0) first = open.Dequeue();
            var second = open.Dequeue();
            first = Pipage(residuals, copies, first, second, (up, down) => rises(round, up, down));
        }
        return copies;
    }

    /// <summary>One step on two residuals: at least one of them becomes whole, their sum stays, and so does the expectation of each.</summary>
    /// <returns>The one that is still broken, or -1.</returns>
    private static int Pipage(long[] residuals, int[] copies, int first, int second, Func<long, long, bool> rises)
    {
        var (a, b) = (residuals[first], residuals[second]);
        var up = Math.Min(Unit - a, b);
        var down = Math.Min(a, Unit - b);
        var change = rises(up, down) ? up : -down;
        residuals[first] = a + change;
        residuals[second] = b - change;
        var broken = -1;
        foreach (var panel in (int[])[first, second])
        {
            if (residuals[panel] == Unit) copies[panel]++;
            else if (residuals[panel] != 0) broken = panel;
        }
        return broken;
    }

    internal static Int128 TotalWeight(IEnumerable<PublishedPanel> panels) => panels.Aggregate(Int128.Zero, (sum, p) => sum + p.Weight);
}

/// <summary>A panel with its published weight.</summary>
/// <param name="Panel">Who sit in it.</param>
/// <param name="Weight">In billionths of a number.</param>
public sealed record PublishedPanel(Panel Panel, long Weight);

/// <summary>A rounded lottery: so many numbers per panel, handed out in the order of the list from 0.</summary>
/// <param name="Lottery">What was rounded.</param>
/// <param name="Copies">How many numbers each panel has, in the order of <see cref="TransparentLottery.Panels"/>; together <see cref="TransparentLottery.Numbers"/>.</param>
public sealed record NumberedPanels(TransparentLottery Lottery, IReadOnlyList<int> Copies)
{
    /// <summary>The index of the panel that has a number.</summary>
    public int At(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        for (var i = 0; i < Copies.Count; i++)
            if ((number -= Copies[i]) < 0) return i;
        throw new ArgumentOutOfRangeException(nameof(number));
    }

    /// <summary>The number that follows from a key, by the label <c>number</c>.</summary>
    public int Number(DrawKey key) => (int)key.Below((ulong)Lottery.Numbers, "number");
}
