using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Cli;

/// <summary>Fair draws: the lottery found, announced, and drawn from.</summary>
internal static class FairDraw
{
    internal const string AnnouncementHead = "wijkfonds-fair-draw 1";
    internal const string BundleHead = "wijkfonds-fair-draw-bundle 1";

    internal static Solution Find(SelectionProblem problem, Terminal terminal)
    {
        using var bar = new ProgressBar(terminal);
        return Leximin.Find(problem, new DrawStages(bar, terminal), terminal.Stop);
    }

    /// <summary>Writes what is published before the source speaks, and says its hash; and beside it the pool, which may be for fewer eyes.</summary>
    internal static int Announce(FairLottery lottery, DrawAsked asked, Terminal terminal)
    {
        var announcement = Announcement(lottery, asked);
        File.WriteAllText(asked.Announce!, announcement.Write());
        File.WriteAllText(asked.Announce + ".pool", new PoolText(lottery.Problem.People).Write());
        terminal.Line($"Aankondiging geschreven, en de kandidaten in {asked.Announce}.pool. Maak deze hash bekend voordat de bron spreekt: {announcement.Hash()}",
            $"Announcement written, and the pool in {asked.Announce}.pool. Publish this hash before the source speaks: {announcement.Hash()}");
        return ExitCode.Fine;
    }

    internal static DrawReport Draw(FairLottery lottery, Quotas quotas, DrawAsked asked, Terminal terminal)
    {
        terminal.Stop.ThrowIfCancellationRequested();
        var problem = lottery.Problem;
        var (report, panel) = Report(Announcement(lottery, asked), asked, new(problem.People), new(lottery.Probabilities));
        return report with { Lottery = lottery, Composition = Composition.Of(problem, report.Chances, panel, quotas.Population) };
    }

    /// <summary>From an announcement: nothing is solved. What people are is not in it, and their chances are those of the published weights.</summary>
    internal static DrawReport Announced(DrawAsked asked, Terminal terminal)
    {
        if (asked.Announce is not null || asked.Size is not null || asked.Quotas is not null || asked.Households.Count > 0)
            throw new UsageError(terminal.Say("bij een aankondiging liggen pool, quota's en plaatsen vast", "an announcement fixes pool, quotas and seats"));
        var announcement = FairAnnouncement.Read(CanonicalFile.Read(asked.Pool));
        try { return Report(announcement, asked, null, new(announcement.Lottery().Chances(announcement.Labels.Count))).Report; }
        catch (ArgumentException) { throw new Democracy.TextError(0, "the weights of the panels do not add up, or the panels do not stand in order"); }
    }

    private static (DrawReport Report, Panel Panel) Report(FairAnnouncement announcement, DrawAsked asked, PoolText? pool, Chances chances)
    {
        var bundle = FairBundle.Of(announcement, asked.Seed, pool);
        var numbered = new NumberedPanels(announcement.Lottery(), bundle.Result.Copies);
        var reserve = bundle.Result.Reserve.Take(asked.Reserve ?? int.MaxValue).Select(d => d.Label);
        return (new("fair", bundle.PublishedHash, bundle.Key, announcement.Labels, chances, bundle.Result.Drawn, [.. reserve])
        {
            Numbered = numbered,
            Number = bundle.Result.Number,
            Bundle = bundle.Write(),
        }, announcement.Panels[numbered.At(bundle.Result.Number)].Panel);
    }

    private static FairAnnouncement Announcement(FairLottery lottery, DrawAsked asked)
    {
        // The length of the reserve list is announced and hashed; where nothing is announced, how much of it is shown must not change the draw.
        var everyone = lottery.Problem.People.Count - lottery.Problem.Size;
        var reserve = asked.Announce is null ? everyone : asked.Reserve ?? everyone;
        return new("draw", asked.Source, lottery.Problem, TransparentLottery.Of(lottery.Panels, asked.Numbers), reserve);
    }
}
