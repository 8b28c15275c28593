using System.Diagnostics;

namespace Wijkfonds.Cli;

/// <summary>One line that says how far a long calculation has come: on a terminal only, and only when it takes longer than a second. What it follows need not report while it works.</summary>
internal sealed class ProgressBar : IDisposable
{
    private const int Width = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Terminal terminal;
    private readonly long begun = Stopwatch.GetTimestamp();
    private readonly Lock drawing = new();
    private readonly Timer? timer;
    private (string What, int Done, int Expected) now;
    private bool shown, ended;

    internal ProgressBar(Terminal terminal)
    {
        this.terminal = terminal;
        if (terminal.Bars) timer = new(_ => Draw(), null, Patience, Pause);
    }

    /// <summary>Where the work stands: <paramref name="done"/> of about <paramref name="expected"/>, which is 0 where nobody can say.</summary>
    internal void At(string what, int done = 0, int expected = 0)
    {
        lock (drawing) now = (what, done, expected);
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
            if (ended || now.What is null) return;
            shown = true;
            var full = now.Expected > 0 ? Math.Clamp((int)((long)now.Done * Width / now.Expected), 0, Width) : 0;
            var bar = now.Expected > 0 ? $"[{new string('#', full)}{new string('.', Width - full)}] " : "";
            var done = now.Done > 0 ? $": {now.Done}" : "";
            terminal.Error.Write($"\r\u001b[K{bar}{now.What}{done}, {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s");
        }
    }
}
