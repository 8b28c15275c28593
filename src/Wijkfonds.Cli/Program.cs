using System.Text;
using Wijkfonds.Cli;

Console.OutputEncoding = new UTF8Encoding(false);
using var stop = new CancellationTokenSource();
// The first Ctrl-C asks; a second one ends the process as usual.
Console.CancelKeyPress += (_, pressed) => { pressed.Cancel = !stop.IsCancellationRequested; stop.Cancel(); };
var colours = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
return Commands.Run(args, new(Console.Out, Console.Error, Words.Ask(args), colours, Bars: !Console.IsErrorRedirected, stop.Token));
