using System.CommandLine;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Cli;

/// <summary>What the command line of <c>draw</c> asks.</summary>
/// <param name="Pool">The file of people, or an announcement.</param>
/// <param name="Quotas">The file of quotas, or null.</param>
/// <param name="Fair">Whether a fair lottery is asked, rather than the same chance for everyone.</param>
/// <param name="Size">The seats.</param>
/// <param name="Reserve">The length of the reserve list; null is everyone.</param>
/// <param name="Households">The columns that say who lives with whom.</param>
/// <param name="Numbers">How many numbered panels.</param>
/// <param name="Seed">What the source said; empty where the draw is only announced.</param>
/// <param name="Source">The named source, for an announcement; a dash where none is named. Part of what is hashed, so the same in every language.</param>
/// <param name="Announce">Where to write the announcement instead of drawing.</param>
/// <param name="Bundle">Where to write the file with which anyone redoes the draw.</param>
/// <param name="Json">Whether to answer in JSON.</param>
internal sealed record DrawAsked(string Pool, string? Quotas, bool Fair, int? Size, int? Reserve, IReadOnlyList<string> Households, int Numbers,
    string Seed, string Source, string? Announce, string? Bundle, bool Json);

/// <summary>The options of <c>draw</c>.</summary>
internal sealed class DrawOptions
{
    private readonly Argument<string> pool = new("POOL");
    private readonly Argument<string?> quotas = new("QUOTAS") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> rule = new("--rule");
    private readonly Option<int?> size = new("--size");
    private readonly Option<int?> reserve = new("--reserve");
    private readonly Option<string[]> households = new("--household");
    private readonly Option<int?> numbers = new("--panels");
    private readonly Option<string?> seed = new("--seed");
    private readonly Option<string?> source = new("--source");
    private readonly Option<string?> announce = new("--announce");
    private readonly Option<string?> bundle = new("--bundle");
    private readonly Option<bool> json = new("--json");

    internal void AddTo(Command command)
    {
        rule.AcceptOnlyFromAmong("fair", "uniform");
        command.Arguments.Add(pool);
        command.Arguments.Add(quotas);
        foreach (var option in (Option[])[rule, size, reserve, households, numbers, seed, source, announce, bundle, json]) command.Options.Add(option);
    }

    internal DrawAsked Read(ParseResult parsed, Terminal terminal)
    {
        var fair = parsed.GetValue(rule) is { } name ? name == "fair" : parsed.GetValue(quotas) is not null;
        var asked = new DrawAsked(parsed.GetValue(pool)!, parsed.GetValue(quotas), fair, parsed.GetValue(size), parsed.GetValue(reserve), parsed.GetValue(households) ?? [],
            parsed.GetValue(numbers) ?? 1_000, parsed.GetValue(seed) ?? "", parsed.GetValue(source) ?? "-",
            parsed.GetValue(announce), parsed.GetValue(bundle), parsed.GetValue(json));
        if (asked.Size < 1 || asked.Reserve < 0) throw new UsageError(terminal.Say("--size is ten minste 1, --reserve ten minste 0", "--size is at least 1, --reserve at least 0"));
        if (asked.Numbers is < 1 or > TransparentLottery.MostNumbers)
            throw new UsageError(terminal.Say($"--panels is 1 tot {TransparentLottery.MostNumbers}", $"--panels is 1 to {TransparentLottery.MostNumbers}"));
        if (asked.Announce is null == (asked.Seed.Trim().Length == 0))
            throw new UsageError(terminal.Say("geef --seed om te loten, of --announce om alleen aan te kondigen", "give --seed to draw, or --announce to announce only"));
        if (asked.Announce is not null && !fair) throw new UsageError(terminal.Say("--announce hoort bij --rule fair", "--announce belongs to --rule fair"));
        return asked;
    }
}
