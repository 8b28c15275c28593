using System.Text;
using Wijkfonds.Cli;

Console.OutputEncoding = new UTF8Encoding(false);
return Commands.Run(args, new Terminal(Console.Out, Console.Error, Words.Ask(args), Colours: !Console.IsOutputRedirected));
