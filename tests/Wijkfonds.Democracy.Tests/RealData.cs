using System.Text.Json;
using Xunit;

namespace Wijkfonds.Democracy.Tests;

/// <summary>The measuring data that lies beside a developer's checkout; it is no part of the product.</summary>
internal static class RealData
{
    internal static readonly string? Folder = Find();

    internal static string Path(params string[] parts) => System.IO.Path.Combine([Folder!, .. parts]);

    internal static JsonElement Expected() =>
        JsonDocument.Parse(File.ReadAllText(Path("elections", "expected.json"))).RootElement.GetProperty("elections");

    /// <summary>Every election with one of these rules in its expected results.</summary>
    internal static IEnumerable<object[]> Elections(params string[] rules) => Folder is null ? [["(no data)", rules[0]]] :
        from election in Expected().EnumerateObject()
        from rule in rules
        where election.Value.GetProperty("results").TryGetProperty(rule, out _)
        select new object[] { election.Name, rule };

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.Path.Combine(folder.FullName, "shared", "data") is var data && Directory.Exists(System.IO.Path.Combine(data, "elections")))
                return data;
        return null;
    }
}

/// <summary>A test over the measuring data: skipped, and said so, where the data is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute()
    {
        if (RealData.Folder is null) Skip = "the measuring data (shared/data) is not beside this checkout";
    }
}

/// <inheritdoc cref="RealDataFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDataTheoryAttribute : TheoryAttribute
{
    public RealDataTheoryAttribute()
    {
        if (RealData.Folder is null) Skip = "the measuring data (shared/data) is not beside this checkout";
    }
}
