namespace Wijkfonds.Web.Shared;

/// <summary>Where the repository or the published folder is: the first folder upwards that holds appsettings.json.</summary>
public static class Site
{
    public static string ContentRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "appsettings.json")) && Directory.Exists(Path.Combine(folder.FullName, "wwwroot")))
                return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
