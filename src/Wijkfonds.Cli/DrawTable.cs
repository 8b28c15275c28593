using System.Globalization;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Cli;

/// <summary>A draw for people: who was drawn, who is next, and how fair it was.</summary>
internal static class DrawTable
{
    private const int MostLevels = 20;
    private const int LongestFraction = 24;

    internal static void Write(DrawReport report, Terminal terminal)
    {
        terminal.Line($"hash        {report.Hash}", $"hash     {report.Hash}");
        terminal.Line($"sleutel     {report.Key}", $"key      {report.Key}");
        if (report.Numbered is { } numbered)
            terminal.Line($"nummer      {Padded(report.Number, numbered)} van {Padded(0, numbered)} tot en met {Padded(numbered.Lottery.Numbers - 1, numbered)}, verdeeld over {numbered.Copies.Count} panels",
                $"number   {Padded(report.Number, numbered)} of {Padded(0, numbered)} to {Padded(numbered.Lottery.Numbers - 1, numbered)}, shared by {numbered.Copies.Count} panels");
        var place = 0;
        foreach (var label in report.Drawn) terminal.Out.WriteLine($"{terminal.Say("geloot ", "drawn  ")} {++place,5}  {label}");
        // With equal chances the reserve list goes on where the seats end; in a fair draw it is an order of its own.
        if (report.Numbered is not null) place = 0;
        foreach (var label in report.Reserve) terminal.Out.WriteLine($"reserve {++place,5}  {label}");
        terminal.Out.WriteLine();
        Chances(report.Chances, terminal);
        if (report.Uncovered.ToArray() is { Length: > 0 } uncovered)
            terminal.Line($"In geen enkel panel dat aan de quota's voldoet, en daarom zonder kans: {string.Join(", ", uncovered)}.",
                $"In no panel that meets the quotas, and so without a chance: {string.Join(", ", uncovered)}.");
        Composition(report.Composition, terminal);
        if (report.Lottery is { } lottery) Certificate(lottery, terminal);
    }

    private static void Chances(Chances chances, Terminal terminal)
    {
        terminal.Line($"Kans per persoon, vóór afronding: minstens {Percent(chances.Minimum)}, hoogstens {Percent(chances.Maximum)}; Gini {Decimals(chances.Gini)}, meetkundig gemiddelde {Percent(chances.GeometricMean)}",
            $"Chance per person, before rounding: at least {Percent(chances.Minimum)}, at most {Percent(chances.Maximum)}; Gini {Decimals(chances.Gini)}, geometric mean {Percent(chances.GeometricMean)}");
        foreach (var (chance, people) in chances.Levels.Take(MostLevels))
            terminal.Out.WriteLine($"  {Percent(chance),9}  {people,6} {(people == 1 ? terminal.Say("persoon", "person") : terminal.Say("mensen ", "people"))}  {Short(chance)}".TrimEnd());
        if (chances.Levels.Count > MostLevels)
            terminal.Line($"  … en nog {chances.Levels.Count - MostLevels} hogere kansen; alle staan in --json", $"  … and {chances.Levels.Count - MostLevels} higher chances; --json has all of them");
    }

    private static void Composition(IReadOnlyList<Composition> rows, Terminal terminal)
    {
        if (rows.Count == 0) return;
        var known = rows.Any(r => r.Population is not null);
        var width = rows.Max(r => Name(r).Length);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine("".PadRight(width) + (known ? $"{terminal.Say("bewoners", "residents"),11}" : "")
            + $"{terminal.Say("kandidaten", "candidates"),12}{terminal.Say("quotum", "quota"),12}{terminal.Say("gemiddeld", "average"),11}{"panel",8}");
        foreach (var row in rows)
        {
            var line = Name(row).PadRight(width) + (known ? $"{Number(row.Population ?? 0),11}" : "")
                + $"{Number(row.Pool),12}{row.Quota.Minimum + "-" + row.Quota.Maximum,12}{row.Expected.ToString("0.00", CultureInfo.InvariantCulture),11}{Number(row.Panel),8}";
            terminal.Out.WriteLine(row.Kept ? line : line + "  " + terminal.Red(terminal.Say("buiten quotum", "outside quota")));
        }

        static string Name(Composition row) => $"{row.Feature}: {row.Quota.Name}";
    }

    private static void Certificate(FairLottery lottery, Terminal terminal)
    {
        var certificate = lottery.Certificate;
        var search = certificate.Method == CertificateMethod.Search;
        terminal.Out.WriteLine();
        terminal.Line(
            $"Bewijs: de {certificate.Panels} panels voldoen elk aan alle quota's; op elke trede ({certificate.Bounds.Count}) is de kans gelijk aan wat hoogstens kan{(search ? ", nagezocht over alle panels" : "")} (grootste verschil {certificate.Gap}).",
            $"Proof: each of the {certificate.Panels} panels meets every quota; at every step ({certificate.Bounds.Count}) the chance equals the most that is possible{(search ? ", by a search of all panels" : "")} (largest difference {certificate.Gap}).");
    }

    private static string Short(Fraction chance) => chance.ToString() is { Length: <= LongestFraction } text ? text : "";

    private static string Percent(Fraction chance) => Percent(Democracy.Sortition.Chances.Nearest(chance));

    private static string Percent(double share) => (100 * share).ToString("0.0000", CultureInfo.InvariantCulture) + "%";

    private static string Decimals(double number) => number.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Padded(int number, NumberedPanels numbered) => Number(number).PadLeft(Number(numbered.Lottery.Numbers - 1).Length, '0');
}
