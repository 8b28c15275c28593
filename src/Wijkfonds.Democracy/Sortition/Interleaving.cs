using System.Numerics;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>Turns a lottery over compositions into one over panels in which all people of a type have exactly the same probability.</summary>
/// <remarks>
/// For one type the compositions are a day, each as long as its weight, on which so many of the type's seats are open; everyone has to sit equally long, and nobody on two seats at once.
/// With the compositions in the order of how many seats they have, seat s is open from the beginning until its own closing time, and the preemptive schedule
/// of Schmidt (<i>Scheduling on semi-identical processors</i>, Z. Oper. Res. 28, 1984; after McNaughton 1959) needs at most one change of seat per person. So at most
/// people - types panels are added to the compositions: together never more than people + 1.
/// </remarks>
internal sealed class Interleaving
{
    private readonly IReadOnlyList<int[]> compositions;
    private readonly BigInteger[] lengths;
    private readonly BigInteger unit;
    private readonly List<(int Person, BigInteger From, BigInteger To)>[] sittings;

    /// <param name="types">The people.</param>
    /// <param name="compositions">Different compositions.</param>
    /// <param name="weights">Their weights, which sum to 1.</param>
    internal Interleaving(PersonTypes types, IReadOnlyList<int[]> compositions, ExactSolution weights)
    {
        // A unit of time so small that everyone's share is whole.
        var common = types.Members.Select(m => new BigInteger(m.Length)).Distinct().Aggregate(BigInteger.One, (a, b) => a / BigInteger.GreatestCommonDivisor(a, b) * b);
        this.compositions = compositions;
        (lengths, unit) = (Array.ConvertAll(weights.Numerators, n => n * common), weights.Denominator * common);
        sittings = [.. compositions.Select(_ => new List<(int, BigInteger, BigInteger)>())];
        for (var type = 0; type < types.Count; type++) Schedule(types.Members[type], type);
    }

    /// <summary>The panels, sorted, equal ones taken together, with their weights as whole numbers.</summary>
    /// <returns>The panels, and what their weights sum to.</returns>
    internal (IReadOnlyList<(Panel Panel, BigInteger Weight)> Panels, BigInteger Unit) Panels()
    {
        var weights = new Dictionary<Panel, BigInteger>();
        for (var c = 0; c < compositions.Count; c++)
        {
            // Most people sit all the time; only the others need to be looked up at every change.
            var part = sittings[c].Where(s => !s.From.IsZero || s.To != lengths[c]).ToArray();
            var whole = sittings[c].Where(s => s.From.IsZero && s.To == lengths[c]).Select(s => s.Person).ToArray();
            var cuts = part.Select(s => s.From).Append(BigInteger.Zero).Append(lengths[c]).Distinct().Order().ToArray();
            for (var i = 0; i + 1 < cuts.Length; i++)
            {
                var panel = new Panel(whole.Concat(part.Where(s => s.From <= cuts[i] && cuts[i] < s.To).Select(s => s.Person)));
                weights[panel] = weights.GetValueOrDefault(panel) + cuts[i + 1] - cuts[i];
            }
        }
        return ([.. weights.OrderBy(p => p.Key).Select(p => (p.Key, p.Value))], unit);
    }

    private void Schedule(int[] people, int type)
    {
        var order = Enumerable.Range(0, compositions.Count).Where(c => compositions[c][type] > 0).OrderByDescending(c => compositions[c][type]).ThenBy(c => c).ToArray();
        if (order.Length == 0) return;
        var begins = new BigInteger[order.Length + 1];
        for (var i = 0; i < order.Length; i++) begins[i + 1] = begins[i] + lengths[order[i]];
        var closing = new List<BigInteger>();
        for (var last = order.Length - 1; closing.Count < compositions[order[0]][type];)
        {
            while (compositions[order[last]][type] <= closing.Count) last--;
            closing.Add(begins[last + 1]);
        }
        var share = closing.Aggregate(BigInteger.Zero, (a, b) => a + b) / people.Length;
        foreach (var person in people)
        {
            // The last seat that is open long enough, and the one behind it to its end.
            var seat = closing.FindLastIndex(c => c >= share);
            var next = closing[seat] == share || seat + 1 == closing.Count ? BigInteger.Zero : closing[seat + 1];
            var change = closing[seat] + next - share;
            Sit(person, BigInteger.Zero, next, order, begins);
            Sit(person, change, closing[seat], order, begins);
            if (!next.IsZero) closing.RemoveAt(seat + 1);
            if (change.IsZero) closing.RemoveAt(seat);
            else closing[seat] = change;
        }
    }

    private void Sit(int person, BigInteger from, BigInteger to, int[] order, BigInteger[] begins)
    {
        if (from >= to) return;
        var at = Array.BinarySearch(begins, from);
        for (var i = at < 0 ? ~at - 1 : at; i < order.Length && begins[i] < to; i++)
            sittings[order[i]].Add((person, from <= begins[i] ? BigInteger.Zero : from - begins[i], to >= begins[i + 1] ? lengths[order[i]] : to - begins[i]));
    }
}
