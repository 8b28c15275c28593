using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wijkfonds.Democracy.Drawing;

namespace Wijkfonds.Cli;

/// <summary><c>draw</c>: a uniform draw from an announcement (wijkfonds-draw 1) or from the rows of a CSV file.</summary>
internal static class DrawCommand
{
    internal static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE");
        var rule = new Option<string>("--rule") { DefaultValueFactory = _ => "uniform" };
        rule.AcceptOnlyFromAmong("uniform");
        var size = new Option<int?>("--size");
        var reserve = new Option<int?>("--reserve");
        var seed = new Option<string>("--seed") { Required = true };
        var json = new Option<bool>("--json");
        var command = new Command("draw") { file, rule, size, reserve, seed, json };
        command.SetAction(parsed =>
        {
            var bytes = File.ReadAllBytes(parsed.GetValue(file)!);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            var announced = Encoding.UTF8.GetString(bytes) is var text && text.StartsWith("wijkfonds-draw 1\n", StringComparison.Ordinal);
            var announcement = announced ? DrawAnnouncement.Read(text) : null;
            var labels = announcement?.Labels ?? Rows(text);
            var seats = parsed.GetValue(size) ?? announcement?.Seats ?? throw new UsageError(terminal.Say("--size ontbreekt", "--size is missing"));
            var next = parsed.GetValue(reserve) ?? announcement?.Reserve ?? labels.Count;
            if (seats < 1 || next < 0) throw new UsageError(terminal.Say("--size is ten minste 1, --reserve ten minste 0", "--size is at least 1, --reserve at least 0"));
            var key = DrawKey.From(hash, parsed.GetValue(seed)!);
            var order = UniformDraw.Order(key, labels);
            var result = new DrawResult([.. order.Take(seats)], [.. order.Skip(seats).Take(next)]);
            if (parsed.GetValue(json)) DrawJson.Write(hash, key, labels.Count, result, terminal.Out);
            else Write(hash, key, result, terminal);
            return ExitCode.Fine;
        });
        return command;
    }

    /// <summary>A row of a CSV file has its number as label, from 1, the header not counted; a quoted field may hold line ends.</summary>
    private static List<string> Rows(string text)
    {
        var rows = 0;
        var (quoted, blank) = (false, true);
        foreach (var sign in text)
        {
            if (sign == '"') quoted = !quoted;
            if (sign == '\n' && !quoted)
            {
                if (!blank) rows++;
                blank = true;
            }
            else if (!char.IsWhiteSpace(sign)) blank = false;
        }
        if (!blank) rows++;
        return [.. Enumerable.Range(1, Math.Max(0, rows - 1)).Select(row => row.ToString(CultureInfo.InvariantCulture))];
    }

    private static void Write(string hash, DrawKey key, DrawResult result, Terminal terminal)
    {
        terminal.Line($"hash van het bestand  {hash}", $"hash of the file  {hash}");
        terminal.Line($"sleutel               {key.Hex}", $"key               {key.Hex}");
        foreach (var drawn in result.Drawn) terminal.Out.WriteLine($"{terminal.Say("geloot ", "drawn  ")} {drawn.Place,5}  {drawn.Label}");
        foreach (var next in result.Reserve) terminal.Out.WriteLine($"reserve {next.Place,5}  {next.Label}");
    }
}
