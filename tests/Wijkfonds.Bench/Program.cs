using Wijkfonds.Bench;

// dotnet run -c Release --project tests/Wijkfonds.Bench -- NAME
// One line a figure: name, value, unit, separated by tabs. Each value is a median of at least five runs after warm-up.
var groups = new Dictionary<string, Func<IAsyncEnumerable<Figure>>>(StringComparer.Ordinal)
{
    ["counts"] = () => Together(Counts.Run),
    ["draws"] = Draws.Run,
    ["ledger"] = () => Together(Ledger.Run),
    ["pages"] = () => Together(Pages.Run),
};
if (args.Length != 1 || !groups.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"Name one of: {string.Join(", ", groups.Keys)}");
    return 2;
}
// Each is printed as soon as it is known: the long ones come last.
await foreach (var figure in run()) Console.WriteLine(figure);
return 0;

static async IAsyncEnumerable<Figure> Together(Func<Task<IEnumerable<Figure>>> all)
{
    foreach (var figure in await all()) yield return figure;
}
