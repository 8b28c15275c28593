using System.Diagnostics;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Cli;

/// <summary>One line that says how far a long draw has come: on a terminal only, and only when it takes longer than a second.</summary>
internal sealed class ProgressBar(Terminal terminal) : IProgress<DrawProgress>, IDisposable
{
    private const int Width = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly long begun = Stopwatch.GetTimestamp();
    private TimeSpan shown;

    /// <inheritdoc/>
    public void Report(DrawProgress value)
    {
        var passed = Stopwatch.GetElapsedTime(begun);
        if (!terminal.Bars || passed < Patience || passed - shown < Pause) return;
        shown = passed;
        var share = value.Expected > 0 ? Math.Clamp((double)value.Done / value.Expected, 0, 1) : 0;
        var full = (int)(share * Width);
        var bar = value.Expected > 0 ? $"[{new string('#', full)}{new string('.', Width - full)}] " : "";
        var stage = value.Stage switch
        {
            DrawStage.Levels => terminal.Say("eerlijke kansen zoeken", "finding fair chances"),
            DrawStage.Panels => terminal.Say("panels zoeken", "finding panels"),
            _ => terminal.Say("precies narekenen", "checking exactly"),
        };
        terminal.Error.Write($"\r\u001b[K{bar}{stage}: {value.Done}, {passed.TotalSeconds:0} s");
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (shown > TimeSpan.Zero) terminal.Error.Write("\r\u001b[K");
    }
}
