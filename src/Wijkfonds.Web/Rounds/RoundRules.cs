using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Wijkfonds.Web.Rounds;

/// <summary>
/// The rules of a round as text that anybody can hash again: UTF-8, LF, amounts in cents, one fact a line. Approving
/// binds rules and timetable; freezing the ballot seals the rules. The timetable stands apart, because a decision may
/// still move a deadline while the rules can no longer change.
/// </summary>
public static class RoundRules
{
    public const string Version = "wijkfonds-rules 1";

    /// <summary>What is counted how, for how much, by and for whom. Sealed when the ballot is frozen.</summary>
    public static string Text(Round round)
    {
        var text = new StringBuilder();
        Line($"{Version}");
        Line($"round {round.Number} {OneLine(round.Name)}");
        if (round.BallotType == BallotType.Approval) Line($"ballot approval {round.MaximumChoices}");
        else Line($"ballot knapsack");
        Line($"rule {round.Rule.Text(round.RuleStep)}");
        Line($"ties cost votes lot");
        Line($"plan {round.PlanMinimum.Value} {round.PlanMaximum.Value}");
        Line($"age-to-propose {round.AgeToPropose}");
        Line($"age-to-vote {round.AgeToVote}");
        foreach (var section in round.Sections.OrderBy(s => s.Number))
        {
            Line($"section {section.Number} {section.Budget.Value} {OneLine(section.Name)}");
            foreach (var limit in SectionLimits.Text(section)) Line($"{limit}");
        }
        foreach (var theme in round.Themes.OrderBy(t => t.Number)) Line($"theme {theme.Number} {OneLine(theme.Name)}");
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>SHA-256 of <see cref="Text"/>, in lower-case hexadecimal.</summary>
    public static string Hash(Round round) => Sha256(Text(round));

    /// <summary>What a member approves: the rules and the timetable as they stand.</summary>
    public static string TermsHash(Round round)
    {
        var timetable = Timetable.Of(round);
        return Sha256(Text(round) + string.Concat(Enum.GetValues<DeadlineKind>().Select(kind => $"{kind} {timetable[kind].Local} {timetable[kind].Zone}\n")));
    }

    private static string OneLine(string words) => words.ReplaceLineEndings(" ");

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
