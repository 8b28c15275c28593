using Wijkfonds.Bench;

// dotnet run -c Release --project tests/Wijkfonds.Bench -- NAME
// One line a figure: name, value, unit, separated by tabs. Each value is a median of at least five runs after warm-up.
var groups = new Dictionary<string, Func<Task<IEnumerable<Figure>>>>(StringComparer.Ordinal)
{
    ["counts"] = Counts.Run,
    ["draws"] = Draws.Run,
    ["ledger"] = Ledger.Run,
    ["pages"] = Pages.Run,
};
if (args.Length != 1 || !groups.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"Name one of: {string.Join(", ", groups.Keys)}");
    return 2;
}
foreach (var figure in await run()) Console.WriteLine(figure);
return 0;
