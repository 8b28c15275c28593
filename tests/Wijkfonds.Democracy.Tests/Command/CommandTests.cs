using System.Text.Json;
using Wijkfonds.Cli;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Pabulib;
using Wijkfonds.Democracy.Tests.Counting;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Command;

public sealed class CommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("wijkfonds").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Count_answers_with_one_JSON_object()
    {
        var file = Write("a.pb", Tied(lot: ["p1", "p0"]));
        var (code, output, _) = Run("count", file, "--rule", "greedy", "--json");
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal(ExitCode.Fine, code);
        Assert.Equal("greedy", json.GetProperty("rule").GetString());
        Assert.Equal("60", json.GetProperty("budget").GetString());
        Assert.Equal(["p1"], json.GetProperty("winners").EnumerateArray().Select(w => w.GetString()));
        Assert.Equal("50", json.GetProperty("total_cost").GetString());
        Assert.Equal("lot", Assert.Single(json.GetProperty("ties").EnumerateArray()).GetProperty("step").GetString());
        Assert.Equal(1, json.GetProperty("rounds").GetArrayLength());
        Assert.Equal("lot", json.GetProperty("parameters").GetProperty("ties").GetString());
    }

    [Fact]
    public void A_tie_that_decides_without_a_lot_is_a_clear_error()
    {
        var file = Write("a.pb", Tied(lot: null));
        var (code, output, error) = Run("count", file);
        Assert.Equal(ExitCode.NoLot, code);
        Assert.Empty(output);
        Assert.Contains("p0, p1", error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Fine, Run("count", file, "--ties", "id").Code);
        Assert.Contains("1  p1", Run("count", file, "--ties", "lot:" + Write("lot.txt", "p1\np0\n")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_gives_the_true_reason_in_one_sentence()
    {
        var file = Write("a.pb", Tied(lot: ["p1", "p0"]));
        Assert.Equal("Plan p0 is niet gekozen: toen het aan de beurt was (1 stem), was er nog 10, en het kost 50. Gelijk: p1, p0; de loting besliste.\nEén stem meer was genoeg geweest.\n",
            Run("count", file, "--explain", "p0").Output.ReplaceLineEndings("\n"));
        Assert.Equal(ExitCode.Usage, Run("count", file, "--explain", "nobody").Code);
    }

    [Theory]
    [InlineData("count")]
    [InlineData("count", "x.pb", "--rule", "guess")]
    [InlineData("count", "x.pb", "--colour")]
    [InlineData("frobnicate")]
    public void A_wrong_command_line_says_so(params string[] args)
    {
        var (code, _, error) = Run(args);
        Assert.Equal(ExitCode.Usage, code);
        Assert.StartsWith("De opdracht klopt niet", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_or_not_right_says_so()
    {
        Assert.Equal(ExitCode.BadFile, Run("count", Path.Combine(folder, "none.pb")).Code);
        var (code, _, error) = Run("count", Write("a.pb", "META\nkey;value\n"));
        Assert.Equal(ExitCode.BadFile, code);
        Assert.Contains("houdt op voor PROJECTS", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("count", "Telregel", "counting rule")]
    [InlineData("verify", "Doet na", "Redoes")]
    [InlineData("draw", "sleutel", "the key")]
    public void Help_is_there_in_Dutch_and_in_English(string command, string dutch, string english)
    {
        Assert.Contains(dutch, Run(command, "--help").Output, StringComparison.OrdinalIgnoreCase);
        var output = new StringWriter();
        Commands.Run([command, "--help", "--lang", "en"], new(output, output, Words.Ask(["--lang", "en"])));
        Assert.Contains(english, output.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Verify_is_content_only_when_all_of_a_published_file_matches()
    {
        var recount = Tied(lot: ["p1", "p0"]);
        var draw = DrawBundle.Of(new("panel-1", 2, 1, "bron", ["a", "b", "c", "d"]), "zes").Write();
        var ledger = LedgerExport.Of("wijk", [new("wijk", 1, new(2026, 1, 1), 1, "deposit", null, null, null, [new("bank", null, null, 5), new("pot", null, null, -5)])]).Write();
        foreach (var (text, was, becomes) in new[] { (recount, "p1;50;1;Plan 1;1", "p1;50;1;Plan 1;0"), (draw, "seats 2", "seats 3"), (ledger, "bank - - 5", "bank - - 6") })
        {
            var sound = Run("verify", Write("sound", text));
            Assert.True(sound.Code == ExitCode.Fine, sound.Output + sound.Error);
            Assert.Contains("Alles klopt.", sound.Output, StringComparison.Ordinal);
            Assert.Contains(was, text, StringComparison.Ordinal);
            var changed = Run("verify", Write("changed", text.Replace(was, becomes, StringComparison.Ordinal)));
            Assert.Equal(ExitCode.Differs, changed.Code);
            Assert.Contains("KLOPT NIET", changed.Output, StringComparison.Ordinal);
        }
        Assert.Equal(ExitCode.BadFile, Run("verify", Write("other", "hello\n")).Code);
    }

    [Fact]
    public void Verify_finds_a_ledger_that_was_cut_short_or_rewritten_by_the_fingerprint_that_somebody_kept()
    {
        EntryText Entry(long sequence, long cents) => new("wijk", sequence, new(2026, 1, 1), 1, "deposit", null, null, null, [new("bank", null, null, cents), new("pot", null, null, -cents)]);
        var ledger = LedgerExport.Of("wijk", [Entry(1, 5), Entry(2, 7)]);
        var kept = $"2:{ledger.Head}";
        Assert.Equal(ExitCode.Fine, Run("verify", Write("whole", ledger.Write()), "--head", kept).Code);
        Assert.Equal(ExitCode.Fine, Run("verify", Write("grown", LedgerExport.Of("wijk", [Entry(1, 5), Entry(2, 7), Entry(3, 9)]).Write()), "--head", kept, "--head", $"1:{ledger.Entries[0].Hash}").Code);
        var cut = LedgerExport.Of("wijk", [Entry(1, 5)]).Write();
        Assert.Equal(ExitCode.Fine, Run("verify", Write("cut", cut)).Code);
        var missed = Run("verify", Write("cut", cut), "--head", kept);
        Assert.Equal(ExitCode.Differs, missed.Code);
        Assert.Contains("boeking 2 staat er niet in; het bestand heeft er 1", missed.Output, StringComparison.Ordinal);
        var rewritten = Run("verify", Write("rewritten", LedgerExport.Of("wijk", [Entry(1, 6), Entry(2, 7)]).Write()), "--head", kept);
        Assert.Equal(ExitCode.Differs, rewritten.Code);
        Assert.Contains($"jij bewaarde {ledger.Head}", rewritten.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Run("verify", Write("whole", ledger.Write()), "--head", "2:abc").Code);
        Assert.Equal(ExitCode.Usage, Run("verify", Write("pb", Tied(lot: ["p1", "p0"])), "--head", kept).Code);
    }

    [Fact]
    public void Draw_redoes_a_bundle_from_its_announcement()
    {
        var announcement = new Democracy.Drawing.DrawAnnouncement("panel-1", 2, 1, "bron", ["a", "b", "c", "d"]);
        var (code, output, _) = Run("draw", Write("draw.txt", announcement.Write()), "--seed", " zes ", "--json");
        var drawn = JsonDocument.Parse(output).RootElement.GetProperty("drawn").EnumerateArray().Select(d => d.GetString());
        Assert.Equal(ExitCode.Fine, code);
        Assert.Equal(DrawBundle.Of(announcement, "zes").Result.Drawn.Select(d => d.Label), drawn);
    }

    [Fact]
    public void Draw_from_a_table_goes_by_row_number()
    {
        var (_, output, _) = Run("draw", Write("pool.csv", "name,age\n\"A,\nB\",1\nC,2\nD,3\n"), "--size", "2", "--seed", "x", "--json");
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["1", "2", "3"], json.GetProperty("drawn").EnumerateArray().Concat(json.GetProperty("reserve").EnumerateArray()).Select(d => d.GetString()!).Order());
        Assert.Equal("2/3", json.GetProperty("minimum").GetProperty("exact").GetString());
    }

    [Fact]
    public void Compare_puts_every_rule_side_by_side()
    {
        var output = Run("compare", Write("a.pb", Tied(lot: ["p1", "p0"]))).Output;
        Assert.Contains("F  phragmen", output, StringComparison.Ordinal);
        Assert.Contains("1 plan voor 50; 100.0% van de stemmers", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_of_another_rule_is_refused()
    {
        var file = Write("a.pb", Tied(lot: ["p1", "p0"]));
        Assert.Equal(ExitCode.Usage, Run("count", file, "--rule", "phragmen", "--completion", "none").Code);
        Assert.Equal(ExitCode.Usage, Run("count", file, "--rule", "equal-shares", "--step", "0").Code);
        Assert.Equal(ExitCode.Fine, Run("count", file, "--rule", "equal-shares", "--completion", "none", "--json").Code);
    }

    private static string Tied(string[]? lot)
    {
        var election = Elections.Of([50, 50], 60, "0 1");
        var outcome = new Greedy().Count(election, lot is null ? TieOrder.Id : TieOrder.Lot(lot));
        var writer = new StringWriter();
        PabulibWriter.Write(RecountFile.Of(outcome, [], lot), writer);
        return writer.ToString();
    }

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
