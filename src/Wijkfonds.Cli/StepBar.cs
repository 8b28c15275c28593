using System.Diagnostics;

namespace Wijkfonds.Cli;

/// <summary>One line that says which of some steps is being done: on a terminal only, and only when it takes longer than a second. The steps need not report.</summary>
internal sealed class StepBar : IDisposable
{
    private const int Width = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Terminal terminal;
    private readonly int steps;
    private readonly long begun = Stopwatch.GetTimestamp();
    private readonly Lock drawing = new();
    private readonly Timer? timer;
    private int step;
    private string name = "";
    private bool shown, ended;

    /// <param name="terminal">Where.</param>
    /// <param name="steps">How many there are; 1 where there is nothing to divide.</param>
    internal StepBar(Terminal terminal, int steps)
    {
        (this.terminal, this.steps) = (terminal, steps);
        if (terminal.Bars) timer = new(_ => Draw(), null, Patience, Pause);
    }

    /// <summary>Begins the next step.</summary>
    internal void Next(string what)
    {
        lock (drawing) (step, name) = (step + 1, what);
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        timer?.Dispose();
        lock (drawing)
        {
            ended = true;
            if (shown) terminal.Error.Write("\r\u001b[K");
        }
    }

    private void Draw()
    {
        lock (drawing)
        {
            if (ended || step == 0) return;
            shown = true;
            var full = (step - 1) * Width / steps;
            var bar = steps > 1 ? $"[{new string('#', full)}{new string('.', Width - full)}] {step}/{steps} " : "";
            terminal.Error.Write($"\r\u001b[K{bar}{name}, {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s");
        }
    }
}
