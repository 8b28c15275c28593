namespace Wijkfonds.Web.Shared.Data;

/// <summary>SQLite means one server process: it holds {Data:Path}/lock until it ends, also when it is killed.</summary>
public sealed class DataLock(DataFolder folder, Database database) : IDisposable
{
    private static readonly Lock Door = new();
    private static readonly Dictionary<string, (FileStream File, int Holders)> Held = new(StringComparer.Ordinal);
    private bool holds;

    /// <summary>False when another process works with this folder. Within one process it can be held by many.</summary>
    public bool Take()
    {
        if (!database.IsSqlite || holds) return true;
        var path = folder.File("lock");
        lock (Door)
        {
            if (Held.TryGetValue(path, out var found)) Held[path] = (found.File, found.Holders + 1);
            else
            {
                try
                {
                    Held[path] = (new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), 1);
                }
                catch (IOException)
                {
                    return false;
                }
            }
            return holds = true;
        }
    }

    public void Dispose()
    {
        if (!holds) return;
        var path = folder.File("lock");
        lock (Door)
        {
            var (file, holders) = Held[path];
            if (holders > 1) Held[path] = (file, holders - 1);
            else
            {
                Held.Remove(path);
                file.Dispose();
            }
        }
        holds = false;
    }
}
