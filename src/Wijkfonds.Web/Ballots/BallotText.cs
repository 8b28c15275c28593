using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Web.Ballots;

/// <summary>
/// What freezing seals, as one canonical text: the rules of the round, the plans, the tie lot. UTF-8, LF, a version line,
/// fields in this order; what people wrote by its SHA-256. Anyone can take the file, hash it and compare.
/// </summary>
public static class BallotText
{
    public const string Version = "wijkfonds-ballot 1";

    /// <param name="round">With sections and themes.</param>
    /// <param name="tieSeed">The key of the tie lot, 64 hexadecimal digits.</param>
    public static string Of(Round round, IReadOnlyList<BallotPlan> plans, string tieSeed)
    {
        var text = new StringBuilder(Version).Append('\n').Append(RoundRules.Text(round)).Append(Plans(round, plans));
        text.Append(CultureInfo.InvariantCulture, $"tie-seed {tieSeed}\n");
        return text.Append("tie-order ").AppendJoin(',', plans.OrderBy(p => p.Lot).Select(p => p.Number)).Append('\n').ToString();
    }

    /// <summary>A line for each plan, by number.</summary>
    public static string Plans(Round round, IEnumerable<BallotPlan> plans)
    {
        var sections = round.Sections.ToDictionary(s => s.Id, s => s.Number);
        return string.Concat(plans.OrderBy(p => p.Number).Select(plan =>
            string.Create(CultureInfo.InvariantCulture, $"plan-on-ballot {plan.Number} {sections[plan.SectionId]} {plan.Cost.Value} {Hash(Words(plan))}\n")));
    }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Words(BallotPlan plan) =>
        string.Join('\n', plan.Title, plan.Summary, plan.Place, plan.Story, plan.OwnPart, plan.Team).ReplaceLineEndings("\n");
}
