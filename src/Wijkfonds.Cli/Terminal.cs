namespace Wijkfonds.Cli;

/// <summary>Where a command speaks, and in which language.</summary>
/// <param name="Out">For what was asked.</param>
/// <param name="Error">For what went wrong, and for progress.</param>
/// <param name="Language">The language.</param>
/// <param name="Colours">Whether <paramref name="Out"/> is a terminal that shows colours.</param>
/// <param name="Bars">Whether <paramref name="Error"/> is a terminal, on which progress can be drawn.</param>
/// <param name="Stop">Asked for by Ctrl-C.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, Language Language, bool Colours = false, bool Bars = false, CancellationToken Stop = default)
{
    internal string Say(string nl, string en) => Language == Language.Dutch ? nl : en;

    /// <summary>A number of projects in words.</summary>
    internal string Projects(int number) => number == 1 ? Say("1 plan", "1 project") : Say($"{number} plannen", $"{number} projects");

    internal void Line(string nl, string en) => Out.WriteLine(Say(nl, en));

    internal string Green(string text) => Colours ? $"\u001b[32m{text}\u001b[0m" : text;

    internal string Red(string text) => Colours ? $"\u001b[31m{text}\u001b[0m" : text;
}

/// <summary>The languages of the command.</summary>
public enum Language
{
    /// <summary>Nederlands.</summary>
    Dutch,
    /// <summary>English.</summary>
    English,
}

/// <summary>The exit codes, as the help states them.</summary>
public static class ExitCode
{
    /// <summary>Done; for verify: everything matches.</summary>
    public const int Fine = 0;
    /// <summary>verify: something does not match.</summary>
    public const int Differs = 1;
    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;
    /// <summary>A file is not there or breaks its format.</summary>
    public const int BadFile = 3;
    /// <summary>A tie decides and the file has no lot.</summary>
    public const int NoLot = 4;
    /// <summary>draw: no panel meets the quotas.</summary>
    public const int Infeasible = 5;
    /// <summary>draw: no lottery could be certified, and none is given.</summary>
    public const int Uncertified = 6;
    /// <summary>verify: all that is in the file matches, but not everything is in it.</summary>
    public const int Partly = 7;
    /// <summary>Stopped with Ctrl-C.</summary>
    public const int Stopped = 130;
}
