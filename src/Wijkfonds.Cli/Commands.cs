using System.CommandLine;
using Wijkfonds.Democracy;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Cli;

/// <summary>The command <c>wijkfonds</c>: redo a count, redo a draw, verify what a site published.</summary>
public static class Commands
{
    /// <summary>Runs one command line.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, Terminal terminal)
    {
        var root = Root(terminal);
        if (args.Length == 0 || args.Any(a => a is "--help" or "-h" or "-?" or "help"))
        {
            terminal.Out.Write(Words.Help(terminal.Language, args.FirstOrDefault(a => root.Subcommands.Any(c => c.Name == a))));
            return args.Length == 0 ? ExitCode.Usage : ExitCode.Fine;
        }
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0) return Usage(terminal, parsed.Errors[0].Message);
        try
        {
            return parsed.Invoke(new() { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (UsageError error) { return Usage(terminal, error.Message); }
        catch (TextError error) { return Refuse(terminal, ExitCode.BadFile, terminal.Say("Het bestand klopt niet: ", "The file is not right: ") + ReasonWords.Of(error, terminal)); }
        catch (OperationCanceledException) { return Refuse(terminal, ExitCode.Stopped, terminal.Say("Gestopt; er is niets geloot of geteld.", "Stopped; nothing was drawn or counted.")); }
        catch (UncertifiedException error)
        {
            return Refuse(terminal, ExitCode.Uncertified, terminal.Say(
                $"Er is geen loting gevonden die precies te bewijzen is, en dus geen uitkomst. Over uw kandidaten zegt dat niets. Met iets ruimere quota's lukt het vaak wel. (Technisch: {error.Message}.)",
                $"No lottery was found that can be proved exactly, and so there is no outcome. That says nothing of your pool. With slightly wider quotas it often works. (Technically: {error.Message}.)"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refuse(terminal, ExitCode.BadFile, terminal.Say("Het bestand is niet te lezen: ", "The file cannot be read: ") + error.Message);
        }
        catch (OverflowException)
        {
            return Refuse(terminal, ExitCode.BadFile, terminal.Say("De getallen in dit bestand zijn te groot om precies te tellen.", "The numbers in this file are too large to count exactly."));
        }
        catch (MissingLot tie)
        {
            var ids = string.Join(", ", tie.Projects.Select(p => p.Id));
            return Refuse(terminal, ExitCode.NoLot, terminal.Say(
                $"Deze plannen zijn gelijk geëindigd en dat beslist wie wint: {ids}. Het bestand heeft geen loting. Kies zelf met --ties lot:BESTAND, --ties id of --ties cost-votes-id.",
                $"These projects are tied and it decides who wins: {ids}. The file has no lot. Choose with --ties lot:FILE, --ties id or --ties cost-votes-id."));
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var language = new Option<string>("--taal", "--lang") { Recursive = true };
        language.AcceptOnlyFromAmong("nl", "en");
        return new RootCommand { CountCommand.Make(terminal), CompareCommand.Make(terminal), VerifyCommand.Make(terminal), DrawCommand.Make(terminal), SampleCommand.Make(terminal), language };
    }

    private static int Usage(Terminal terminal, string message)
    {
        terminal.Error.WriteLine(terminal.Say("De opdracht klopt niet: ", "The command line is not right: ") + message);
        terminal.Error.WriteLine(terminal.Say("Hulp: wijkfonds --help", "Help: wijkfonds --help --lang en"));
        return ExitCode.Usage;
    }

    private static int Refuse(Terminal terminal, int code, string message)
    {
        terminal.Error.WriteLine(message);
        return code;
    }
}

/// <summary>The command line asks for something that cannot be.</summary>
public sealed class UsageError(string message) : Exception(message);
