using System.Numerics;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Democracy.Tests.Sortition;

/// <summary>LEXIMIN as it is defined, over every panel there is, in fractions: slow, and so short that one can see that it is right.</summary>
internal static class PlainLeximin
{
    /// <summary>The probability of each person.</summary>
    internal static Fraction[] Of(int people, IReadOnlyList<Panel> panels)
    {
        var settled = new Fraction?[people];
        while (settled.Any(s => s is null))
        {
            var z = Most(panels, settled, raised: null, level: null);
            // Who cannot have more than z while nobody has less than z is settled.
            foreach (var person in Enumerable.Range(0, people).Where(p => settled[p] is null).Where(p => Most(panels, settled, p, z) == z).ToArray()) settled[person] = z;
        }
        return Array.ConvertAll(settled, s => s!.Value);
    }

    /// <summary>The most that all open people can have at once; or, given a level that they all keep, the most that one of them can have.</summary>
    private static Fraction Most(IReadOnlyList<Panel> panels, Fraction?[] settled, int? raised, Fraction? level)
    {
        // Unknowns: the weight of each panel, z, and what each person has above the bound.
        var (n, z) = (settled.Length, panels.Count);
        var rows = new Fraction[n + 1][];
        var right = new Fraction[n + 1];
        for (var person = 0; person <= n; person++)
        {
            rows[person] = new Fraction[panels.Count + 1 + n];
            for (var i = 0; i < panels.Count; i++) if (person == n || panels[i].Contains(person)) rows[person][i] = new(1, 1);
            if (person == n) continue;
            rows[person][z + 1 + person] = new(-1, 1);
            if (settled[person] is null && (level is null || person == raised)) rows[person][z] = new(-1, 1);
            right[person] = settled[person] ?? (person == raised || level is null ? default : level.Value);
        }
        right[n] = new(1, 1);
        return new Tableau(rows, right).Maximise(z);
    }

    /// <summary>The simplex method by the book: a tableau of fractions, Bland's rule, two phases.</summary>
    private sealed class Tableau
    {
        private readonly Fraction[][] rows;
        private readonly int[] basis;
        private readonly int unknowns;

        internal Tableau(Fraction[][] coefficients, Fraction[] right)
        {
            unknowns = coefficients[0].Length;
            basis = [.. Enumerable.Range(unknowns, coefficients.Length)];
            rows = [.. coefficients.Select((row, i) => (Fraction[])[.. row, .. coefficients.Select((_, j) => new Fraction(i == j ? 1 : 0, 1)), right[i]])];
        }

        internal Fraction Maximise(int unknown)
        {
            var first = Run([.. Enumerable.Range(0, unknowns + basis.Length).Select(j => new Fraction(j < unknowns ? 0 : -1, 1))], unknowns + basis.Length);
            if (first != default) throw new InvalidOperationException("no lottery");
            // Artificial unknowns that are still basic stand at 0: out with them where the row allows.
            for (var i = 0; i < basis.Length; i++)
                if (basis[i] >= unknowns && Array.FindIndex(rows[i], 0, unknowns, c => c != default) is var j && j >= 0) Pivot(i, j);
            return Run([.. Enumerable.Range(0, unknowns + basis.Length).Select(j => new Fraction(j == unknown ? 1 : 0, 1))], unknowns);
        }

        private Fraction Run(Fraction[] gain, int allowed)
        {
            while (true)
            {
                var entering = -1;
                for (var j = 0; j < allowed && entering < 0; j++)
                {
                    var reduced = gain[j];
                    for (var i = 0; i < basis.Length; i++) if (rows[i][j] != default && gain[basis[i]] != default) reduced -= Times(gain[basis[i]], rows[i][j]);
                    if (reduced.CompareTo(default) > 0 && !basis.Contains(j)) entering = j;
                }
                if (entering < 0)
                {
                    Fraction sum = default;
                    for (var i = 0; i < basis.Length; i++) sum += Times(gain[basis[i]], rows[i][^1]);
                    return sum;
                }
                var leaving = -1;
                for (var i = 0; i < basis.Length; i++)
                {
                    if (rows[i][entering].CompareTo(default) <= 0) continue;
                    var compared = leaving < 0 ? -1 : Times(rows[i][^1], rows[leaving][entering]).CompareTo(Times(rows[leaving][^1], rows[i][entering]));
                    if (compared < 0 || (compared == 0 && basis[i] < basis[leaving])) leaving = i;
                }
                Pivot(leaving, entering);
            }
        }

        private void Pivot(int at, int entering)
        {
            var pivot = rows[at][entering];
            rows[at] = Array.ConvertAll(rows[at], v => Times(v, new(pivot.Denominator, pivot.Numerator)));
            for (var i = 0; i < rows.Length; i++)
                if (i != at && rows[i][entering] is var factor && factor != default)
                    for (var j = 0; j < rows[i].Length; j++) if (rows[at][j] != default) rows[i][j] -= Times(factor, rows[at][j]);
            basis[at] = entering;
        }

        private static Fraction Times(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
    }
}
