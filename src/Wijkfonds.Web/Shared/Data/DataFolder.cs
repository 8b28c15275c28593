namespace Wijkfonds.Web.Shared.Data;

/// <summary>{Data:Path}: the database, mail/, files/ and keys/. Only the owner of the process may read it.</summary>
public sealed class DataFolder
{
    public DataFolder(IConfiguration configuration, IHostEnvironment environment)
    {
        var path = configuration["Data:Path"] is { Length: > 0 } set ? set : "data";
        Root = Path.GetFullPath(path, environment.ContentRootPath);
        Make(Root);
    }

    public string Root { get; }

    public string File(string name) => Path.Combine(Root, name);

    /// <summary>A folder below the root, made with mode 0700 where it is new.</summary>
    public string Folder(string name) => Make(Path.Combine(Root, name));

    private static string Make(string folder)
    {
        if (!Directory.Exists(folder))
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return folder;
    }
}
