using System.Text.Json;
using Wijkfonds.Cli;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Command;

/// <summary>The help names one command line for every rule of the reference results, and that line gives those results.</summary>
public class HelpTableTests
{
    public static IEnumerable<object[]> Results => RealData.Folder is null ? [["(no data)", ""]] :
        from rule in RealData.Expected().EnumerateObject().SelectMany(e => e.Value.GetProperty("results").EnumerateObject().Select(r => r.Name)).Distinct()
        from election in RealData.Expected().EnumerateObject().Where(e => e.Value.GetProperty("results").TryGetProperty(rule, out _)).OrderBy(e => e.Value.GetProperty("bytes").GetInt64()).Take(2)
        select new object[] { rule, election.Name };

    [RealDataTheory]
    [MemberData(nameof(Results))]
    public void A_line_of_the_table_gives_the_reference_result(string rule, string election)
    {
        var expected = RealData.Expected().GetProperty(election).GetProperty("results").GetProperty(rule);
        var dutch = Line(Language.Dutch, rule);
        Assert.Equal(dutch, Line(Language.English, rule));
        // The reference says with which tie order it was counted; the table's own is the usual one.
        string[] ties = ["--ties", expected.GetProperty("tie_break").GetString() == "es" ? "cost-votes-id" : "id"];
        using var said = new StringWriter();
        var line = dutch.Split(' ').TakeWhile(word => word != "--ties");
        Assert.Equal(ExitCode.Fine, Commands.Run(["count", RealData.Path("elections", election), .. line, .. ties, "--json"], new Terminal(said, said, Language.Dutch)));
        var json = JsonDocument.Parse(said.ToString()).RootElement;
        Assert.Equal(expected.GetProperty("winners_in_selection_order").EnumerateArray().Select(w => w.GetString()), json.GetProperty("winners").EnumerateArray().Select(w => w.GetString()));
        Assert.Equal(expected.GetProperty("total_cost").GetString(), json.GetProperty("total_cost").GetString());
    }

    private static string Line(Language language, string rule) =>
        Assert.Single(Words.Help(language, "count").Split('\n'), l => l.TrimStart().StartsWith(rule + " ", StringComparison.Ordinal)).Trim()[rule.Length..].Trim();
}
