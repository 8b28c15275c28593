using System.CommandLine;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Cli;

/// <summary><c>draw</c>: a uniform or a fair draw, from an announcement or from the rows of a CSV file.</summary>
internal static class DrawCommand
{
    internal static Command Make(Terminal terminal)
    {
        var options = new DrawOptions();
        var command = new Command("draw");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var asked = options.Read(parsed, terminal);
            var head = Head(asked.Pool);
            if (head == FairDraw.AnnouncementHead) return Report(FairDraw.Announced(asked, terminal), asked, terminal);
            if (head == UniformDrawing.AnnouncementHead) return Report(UniformDrawing.Announced(asked, terminal), asked, terminal);
            if (asked.Size is null) throw new UsageError(terminal.Say("--size ontbreekt", "--size is missing"));
            if (!asked.Fair) return Report(UniformDrawing.FromTable(asked, terminal), asked, terminal);
            if (asked.Quotas is null) throw new UsageError(terminal.Say("een eerlijke loting vraagt een bestand met quota's", "a fair draw takes a file of quotas"));
            var quotas = Quotas.Open(asked.Quotas);
            var problem = Pool.Open(asked.Pool, quotas, asked.Size.Value, asked.Households);
            switch (FairDraw.Find(problem, terminal))
            {
                case FairLottery lottery when asked.Announce is not null: return FairDraw.Announce(lottery, asked, terminal);
                case FairLottery lottery: return Report(FairDraw.Draw(lottery, quotas, asked, terminal), asked, terminal);
                case Infeasible infeasible:
                    terminal.Error.WriteLine(terminal.Say("Met deze quota's is geen enkel panel mogelijk.", "No panel meets these quotas."));
                    if (asked.Json) InfeasibleWords.WriteJson(infeasible, terminal.Out);
                    else InfeasibleWords.Write(infeasible, terminal);
                    return ExitCode.Infeasible;
                default: throw new InvalidOperationException("a search ends with a lottery or without one");
            }
        });
        return command;
    }

    private static int Report(DrawReport report, DrawAsked asked, Terminal terminal)
    {
        if (asked.Bundle is not null)
        {
            if (report.Bundle is null) throw new UsageError(terminal.Say("--bundle hoort bij een aangekondigde of een eerlijke loting", "--bundle belongs to an announced or a fair draw"));
            File.WriteAllText(asked.Bundle, report.Bundle);
        }
        if (asked.Json) DrawJson.Write(report, terminal.Out);
        else DrawTable.Write(report, terminal);
        return ExitCode.Fine;
    }

    private static string Head(string path)
    {
        using var reader = new StreamReader(path);
        var head = new char[64];
        var length = reader.ReadBlock(head);
        return new string(head, 0, length).Split('\n')[0];
    }
}
