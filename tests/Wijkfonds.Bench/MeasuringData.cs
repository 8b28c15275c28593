namespace Wijkfonds.Bench;

/// <summary>The measuring data that lies beside a developer's checkout; it is no part of the product.</summary>
internal static class MeasuringData
{
    /// <summary>A folder of it, or null where it is not there.</summary>
    public static string? Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", name) is var data && Directory.Exists(data)) return data;
        return null;
    }
}
