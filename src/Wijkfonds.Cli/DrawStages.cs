using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Cli;

/// <summary>The stages of a search for a lottery, in words on the progress line.</summary>
internal sealed class DrawStages(ProgressBar bar, Terminal terminal) : IProgress<DrawProgress>
{
    /// <inheritdoc/>
    public void Report(DrawProgress value) => bar.At(Words(value.Stage), value.Done, value.Expected);

    private string Words(DrawStage stage) => stage switch
    {
        DrawStage.Levels => terminal.Say("eerlijke kansen zoeken", "finding fair chances"),
        DrawStage.Panels => terminal.Say("panels zoeken", "finding panels"),
        _ => terminal.Say("precies narekenen", "checking exactly"),
    };
}
