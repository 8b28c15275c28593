namespace Wijkfonds.Web.Shared.Data;

/// <summary>`backup FILE` and `restore FILE`, in place of serving pages. Answers the exit code, or null where there is no command.</summary>
public static class BackupCommands
{
    public static async Task<int?> Run(WebApplication app, string[] args)
    {
        if (args is not [("backup" or "restore") and var command, var file, ..]) return null;
        var backup = app.Services.GetRequiredService<Backup>();
        try
        {
            if (command == "backup") await backup.Write(file);
            else await Restore(app, backup, file);
        }
        catch (BackupRefusal refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
        Console.WriteLine(command == "backup" ? $"Kept in {file}" : $"Restored from {file}");
        return 0;
    }

    private static async Task Restore(WebApplication app, Backup backup, string file)
    {
        if (!app.Services.GetRequiredService<DataLock>().Take()) throw new BackupRefusal("Another Wijkfonds process works with this data folder. Stop it first.");
        await backup.Read(file);
        await app.Services.GetRequiredService<Schema>().Migrate();
    }
}
