using System.CommandLine;
using System.Globalization;
using System.Text;
using Wijkfonds.Democracy;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Pabulib;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Cli;

/// <summary><c>verify PATH</c>: redo what a site published, and say what matches and what does not.</summary>
internal static class VerifyCommand
{
    internal static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("PATH");
        var pool = new Option<string?>("--pool");
        var head = new Option<string[]>("--head");
        var command = new Command("verify") { path, pool, head };
        command.SetAction(parsed =>
        {
            var findings = Check(parsed.GetValue(path)!, parsed.GetValue(pool), parsed.GetValue(head) ?? [], terminal);
            // A fair draw can be published without what its people are; then nobody can see from it whether the panels keep the quotas.
            var partly = findings.Any(f => f.Claim == Claim.FairWeights) && findings.All(f => f.Claim != Claim.FairQuotas);
            return Report(findings, partly, terminal);
        });
        return command;
    }

    private static IReadOnlyList<Finding> Check(string path, string? pool, string[] kept, Terminal terminal)
    {
        using var peek = new StreamReader(path, new UTF8Encoding(false));
        var first = (peek.ReadLine() ?? "").TrimStart('\uFEFF').Trim();
        if (LedgerExport.IsHead(first)) return Ledger(LedgerExport.Read(CanonicalFile.Read(path)), kept, terminal);
        if (kept.Length > 0) throw new UsageError(terminal.Say("--head hoort bij een grootboekbestand", "--head belongs to a ledger export"));
        return first switch
        {
            "wijkfonds-draw-bundle 1" => DrawBundle.Read(CanonicalFile.Read(path)).Check(),
            FairDraw.AnnouncementHead => Announcement(CanonicalFile.Read(path), pool, terminal),
            FairDraw.BundleHead => Fair(CanonicalFile.Read(path), pool),
            "META" => RecountFile.Check(PabulibFile.Open(path)),
            _ => throw new TextError(1, "neither a recount file (.pb), nor a draw bundle, nor a ledger export"),
        };
    }

    /// <param name="kept">Each NUMBER:HASH, as the site's daily mail gives it.</param>
    private static IReadOnlyList<Finding> Ledger(LedgerExport ledger, string[] kept, Terminal terminal) =>
        [.. ledger.Check(), .. kept.Select(k => Kept(k, terminal)).Select(k => ledger.CheckKept(k.Entry, k.Hash))];

    private static (long Entry, string Hash) Kept(string typed, Terminal terminal) =>
        typed.Split(':') is [var number, var hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var entry) && Chain.IsHash(hash.ToLowerInvariant())
            ? (entry, hash.ToLowerInvariant())
            : throw new UsageError(terminal.Say($"--head {typed} is geen NUMMER:VINGERAFDRUK (64 tekens 0-9 en a-f)", $"--head {typed} is no NUMBER:HASH (64 characters 0-9 and a-f)"));

    private static IReadOnlyList<Finding> Fair(string text, string? pool)
    {
        var bundle = FairBundle.Read(text);
        return (bundle with { Pool = PoolOf(bundle.Announcement, pool) ?? bundle.Pool }).Check();
    }

    /// <summary>Before the source speaks there is nothing to redo but the hash, and all to check that was fixed.</summary>
    private static IReadOnlyList<Finding> Announcement(string text, string? pool, Terminal terminal)
    {
        var announcement = FairAnnouncement.Read(text);
        terminal.Out.WriteLine($"hash        {announcement.Hash()}");
        return FairBundle.CheckBeforehand(announcement, PoolOf(announcement, pool));
    }

    private static PoolText? PoolOf(FairAnnouncement announcement, string? path) =>
        path is null ? null : CanonicalFile.Read(path, text => PoolText.Read(text, announcement.Features));

    private static int Report(IReadOnlyList<Finding> findings, bool partly, Terminal terminal)
    {
        foreach (var finding in findings)
        {
            var mark = finding.Holds ? terminal.Green(terminal.Say("klopt     ", "matches   ")) : terminal.Red(terminal.Say("KLOPT NIET", "DIFFERS   "));
            terminal.Out.WriteLine($"{mark}  {FindingWords.Of(finding.Claim, finding.Number, terminal)}");
            if (finding.Difference is { } difference) terminal.Out.WriteLine($"            {FindingWords.Of(difference, terminal)}");
        }
        var sound = findings.All(f => f.Holds);
        terminal.Out.WriteLine();
        if (sound && partly)
            terminal.Line("Wat in het bestand staat klopt. Wat de kandidaten zijn staat er niet in: of de panels aan de quota's voldoen, ziet wie de kandidatenlijst heeft met --pool BESTAND.",
                "What is in the file matches. What the candidates are is not in it: whoever has the pool can see with --pool FILE whether the panels meet the quotas.");
        else terminal.Line(sound ? "Alles klopt." : "Niet alles klopt.", sound ? "Everything matches." : "Not everything matches.");
        return !sound ? ExitCode.Differs : partly ? ExitCode.Partly : ExitCode.Fine;
    }
}
