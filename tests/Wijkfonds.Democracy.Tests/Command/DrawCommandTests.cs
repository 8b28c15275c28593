using System.Text.Json;
using Wijkfonds.Cli;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Sortition;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Command;

public sealed class DrawCommandTests : IDisposable
{
    private const string Quotas = "category,feature,min,max,population\nsekse,vrouw,1,1,3100\nsekse,man,1,1,2900\nbuurt,noord,0,2,4000\nbuurt,zuid,0,1,2000\n";
    private const string Pool = "naam,sekse,buurt,adres\nAnna,vrouw,noord,Kerkstraat 1\nBen,man,noord,Kerkstraat 1\nCor,man,zuid,Plein 2\nDia,vrouw,noord,Plein 2\nEva,vrouw,zuid,\nFer,man,noord,\n";

    private readonly string folder = Directory.CreateTempSubdirectory("wijkfonds").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_fair_draw_answers_with_one_JSON_object()
    {
        var (code, output, _) = Draw("--size", "2", "--rule", "fair", "--seed", "12 4 33", "--json");
        Assert.Equal(ExitCode.Fine, code);
        var json = JsonDocument.Parse(output).RootElement;
        var chances = json.GetProperty("probabilities").EnumerateArray().ToArray();
        Assert.Equal(6, chances.Length);
        Assert.Equal(2, chances.Sum(c => c.GetProperty("decimal").GetDouble()), 12);
        Assert.Equal("1/3", json.GetProperty("minimum").GetProperty("exact").GetString());
        Assert.Equal("1/3", Assert.Single(json.GetProperty("levels").EnumerateArray()).GetProperty("probability").GetProperty("exact").GetString());
        Assert.Equal(1000, json.GetProperty("panels").EnumerateArray().Sum(p => p.GetProperty("numbers").GetInt32()));
        Assert.Equal(1000 * TransparentLottery.Unit, json.GetProperty("panels").EnumerateArray().Sum(p => p.GetProperty("weight").GetInt64()));
        Assert.Equal(["1", "2", "3", "4", "5", "6"], Texts(json, "drawn").Concat(Texts(json, "reserve")).Order());
        Assert.Equal("2", json.GetProperty("certificate").GetProperty("sum_of_probabilities").GetString());
        Assert.True(json.GetProperty("certificate").GetProperty("every_panel_meets_every_quota").GetBoolean());
        Assert.All(json.GetProperty("composition").EnumerateArray(), row => Assert.True(row.GetProperty("kept").GetBoolean()));
    }

    [Fact]
    public void The_same_seed_gives_the_same_draw_and_another_seed_another()
    {
        string[] Drawn(string seed) => [.. Texts(JsonDocument.Parse(Draw("--size", "2", "--seed", seed, "--json").Output).RootElement, "reserve")];
        Assert.Equal(Drawn("a"), Drawn(" a "));
        Assert.Contains(Enumerable.Range(0, 5), seed => !Drawn("a").SequenceEqual(Drawn($"{seed}")));
    }

    [Fact]
    public void What_is_announced_before_is_drawn_after_and_anyone_can_verify_it()
    {
        var (announcement, bundle) = (Path.Combine(folder, "announced.txt"), Path.Combine(folder, "bundle.txt"));
        var (code, output, _) = Draw("--size", "2", "--source", "Staatsloterij van 10 december", "--reserve", "3", "--announce", announcement);
        Assert.Equal(ExitCode.Fine, code);
        Assert.Contains(FairAnnouncement.Read(File.ReadAllText(announcement)).Hash(), output, StringComparison.Ordinal);
        var before = Run("verify", announcement, "--pool", announcement + ".pool");
        Assert.Equal(ExitCode.Fine, before.Code);
        Assert.Contains(FairAnnouncement.Read(File.ReadAllText(announcement)).Hash(), before.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Fine, Run("draw", announcement, "--seed", "12 4 33", "--bundle", bundle).Code);

        // The announcement holds nothing of what people are: the bundle of it is checked for all but the quotas, and with the pool for those too.
        var partly = Run("verify", bundle);
        Assert.Equal(ExitCode.Partly, partly.Code);
        Assert.Contains("--pool", partly.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Fine, Run("verify", bundle, "--pool", announcement + ".pool").Code);
        Assert.Equal(ExitCode.Differs, Run("verify", bundle, "--pool", Write("other", File.ReadAllText(announcement + ".pool").Replace("person 1 - 1 1", "person 1 - 1 2", StringComparison.Ordinal))).Code);
    }

    [Fact]
    public void A_bundle_of_a_draw_from_a_table_holds_the_pool_and_verifies_whole()
    {
        var bundle = Path.Combine(folder, "bundle.txt");
        Assert.Equal(ExitCode.Fine, Draw("--size", "2", "--household", "adres", "--seed", "12", "--panels", "77", "--bundle", bundle).Code);
        var verified = Run("verify", bundle);
        Assert.True(verified.Code == ExitCode.Fine, verified.Output);
        Assert.Contains("77 nummers", verified.Output, StringComparison.Ordinal);
        File.WriteAllText(bundle, File.ReadAllText(bundle).Replace("source-text 12", "source-text 13", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Differs, Run("verify", bundle).Code);
    }

    [Fact]
    public void A_fair_draw_for_people_shows_chances_panel_and_population_beside_each_other()
    {
        var output = Draw("--size", "2", "--seed", "12").Output;
        Assert.Contains("Kans per persoon, vóór afronding: minstens 33.3333%, hoogstens 33.3333%; Gini 0.0000", output, StringComparison.Ordinal);
        Assert.Matches(@"sekse: vrouw +3100 +3 +1-1 +1\.00 +1\n", output.ReplaceLineEndings("\n"));
        Assert.Matches("nummer +[0-9]{3} van 000 tot en met 999", output);
    }

    [Fact]
    public void Quotas_that_no_panel_meets_are_answered_with_the_nearest()
    {
        var asked = Quotas.Replace("zuid,0,1", "zuid,2,2", StringComparison.Ordinal).Replace("noord,0,2", "noord,1,2", StringComparison.Ordinal);
        var (code, output, error) = Run("draw", Write("pool.csv", Pool), Write("quotas.csv", asked), "--size", "2", "--seed", "1");
        Assert.Equal(ExitCode.Infeasible, code);
        Assert.Contains("geen enkel panel", error, StringComparison.Ordinal);
        Assert.Contains("Het dichtst erbij komen deze quota's; samen schuiven ze 1 plaats op", output, StringComparison.Ordinal);
        var json = JsonDocument.Parse(Run("draw", Write("pool.csv", Pool), Write("quotas.csv", asked), "--size", "2", "--seed", "1", "--json").Output).RootElement;
        Assert.False(json.GetProperty("feasible").GetBoolean());
        Assert.Equal(1, json.GetProperty("nearest_quotas").GetArrayLength());
    }

    [Fact]
    public void A_uniform_draw_says_that_quotas_played_no_part()
    {
        var (code, output, _) = Draw("--size", "3", "--rule", "uniform", "--seed", "1");
        Assert.Equal(ExitCode.Fine, code);
        Assert.Contains("met quota's is bij deze loting geen rekening gehouden", output, StringComparison.Ordinal);
        Assert.Contains("buiten quotum", output, StringComparison.Ordinal);
        Assert.Contains("50.0000%", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_uniform_draw_over_households_gives_every_household_the_same_chance()
    {
        var json = JsonDocument.Parse(Draw("--size", "4", "--rule", "uniform", "--household", "adres", "--seed", "1", "--json").Output).RootElement;
        Assert.Equal(["1/2", "1/2", "1/2", "1/2", "1", "1"], json.GetProperty("probabilities").EnumerateArray().Select(p => p.GetProperty("exact").GetString()));
        Assert.Contains("5", Texts(json, "drawn"));
        Assert.Equal(ExitCode.BadFile, Draw("--size", "5", "--rule", "uniform", "--household", "adres", "--seed", "1").Code);
    }

    [Theory]
    [InlineData("de opdracht", "--size", "2")]
    [InlineData("--size", "--seed", "1")]
    [InlineData("--size is ten minste 1", "--size", "0", "--seed", "1")]
    [InlineData("--panels is 1 tot", "--size", "2", "--seed", "1", "--panels", "0")]
    [InlineData("--announce hoort bij", "--size", "2", "--rule", "uniform", "--announce", "x")]
    [InlineData("--bundle hoort bij", "--size", "2", "--rule", "uniform", "--seed", "1", "--bundle", "x")]
    public void A_command_line_that_cannot_be_is_refused(string words, params string[] options)
    {
        var (code, _, error) = Draw(options);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(words, error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_mistake_in_a_file_is_told_with_file_line_and_reason_in_the_language_asked()
    {
        string[] line = ["draw", Write("pool.csv", Pool.Replace("Cor,man", "Cor,mna", StringComparison.Ordinal)), Write("quotas.csv", Quotas), "--size", "2", "--seed", "1"];
        Assert.Equal("Het bestand klopt niet: pool.csv, regel 4: 'mna' komt bij sekse in de quota's niet voor\n", Run(line).Error.ReplaceLineEndings("\n"));
        var error = new StringWriter();
        Commands.Run(line, new(error, error, Language.English));
        Assert.Equal("The file is not right: pool.csv, line 4: 'mna' is no value of sekse in the quotas\n", error.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Ctrl_C_stops_the_search_and_nothing_is_drawn()
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = Commands.Run(["draw", Write("pool.csv", Pool), Write("quotas.csv", Quotas), "--size", "2", "--seed", "1"],
            new(output, error, Language.Dutch, Stop: new CancellationToken(canceled: true)));
        Assert.Equal((ExitCode.Stopped, ""), (code, output.ToString()));
        Assert.Contains("Gestopt", error.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(JsonElement json, string name) => json.GetProperty(name).EnumerateArray().Select(d => d.GetString()!);

    private (int Code, string Output, string Error) Draw(params string[] options) => Run(["draw", Write("pool.csv", Pool), Write("quotas.csv", Quotas), .. options]);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Commands.Run(args, new(output, error, Language.Dutch));
        return (code, output.ToString(), error.ToString());
    }
}
