using System.Globalization;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;

namespace Wijkfonds.Web.Shared.Data;

/// <summary>
/// One file that holds the database as it was at one moment, the uploaded files, and (with a passphrase) the keys of
/// cookies and mailed links. Made while the program runs; restored into an empty place only.
/// </summary>
public sealed class Backup(Database database, DataFolder folder, IConfiguration configuration, TimeProvider clock)
{
    private const string Manifest = "manifest.json", Keys = "keys", Files = "files/";

    private string Passphrase => configuration["Backup:Passphrase"] ?? "";

    /// <summary>When the last back-up was made here; the host's page shows its age.</summary>
    public static DateTimeOffset? LastAt(DataFolder folder) =>
        File.Exists(folder.File("last-backup")) && long.TryParse(File.ReadAllText(folder.File("last-backup")), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;

    public async Task Write(string file)
    {
        if (File.Exists(file)) throw new BackupRefusal($"{file} exists. Choose another name: a back-up is never overwritten.");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var part = file + ".part";
        await using (var stream = new FileStream(part, Private(FileMode.Create)))
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            await Fill(zip, part + ".db");
        File.Move(part, file);
        await File.WriteAllTextAsync(folder.File("last-backup"), Now.Read(clock).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
    }

    public async Task Read(string file)
    {
        if (!File.Exists(file)) throw new BackupRefusal($"{file} does not exist.");
        using var zip = Open(file);
        if (zip.GetEntry(Manifest) is not { } entry) throw new BackupRefusal($"{file} is not a back-up of Wijkfonds.");
        BackupManifest manifest;
        await using (var json = await entry.OpenAsync()) manifest = BackupManifest.Read(json);
        await Empty(manifest);
        if (zip.GetEntry(Keys) is { } keys && Passphrase.Length > 0) BackupKeys.Unlock(await Bytes(keys), Passphrase, folder.Folder("keys"));
        if (database.IsSqlite) await BackupSqlite.Read(database, zip, manifest);
        else await BackupPostgres.Read(database, zip, manifest);
        foreach (var upload in zip.Entries.Where(e => e.FullName.StartsWith(Files, StringComparison.Ordinal) && e.Name.Length > 0))
            upload.ExtractToFile(Path.Combine(folder.Folder("files"), upload.Name));
    }

    private async Task Fill(ZipArchive zip, string scratch)
    {
        await using var db = database.Open();
        var migration = (await db.Database.GetAppliedMigrationsAsync()).LastOrDefault() ?? throw new BackupRefusal("There is no database yet; there is nothing to keep.");
        var hash = database.IsSqlite ? await BackupSqlite.Write(database, zip, scratch) : await BackupPostgres.Write(database, zip);
        // After the database: what its rows name is there, and what came later does no harm.
        foreach (var upload in Directory.GetFiles(folder.Folder("files")).Order(StringComparer.Ordinal))
            zip.CreateEntryFromFile(upload, Files + Path.GetFileName(upload));
        if (Passphrase.Length > 0) await Put(zip, Keys, BackupKeys.Lock(folder.Folder("keys"), Passphrase));
        await Put(zip, Manifest, new BackupManifest(BackupManifest.Current, database.Provider, migration, Now.Read(clock), hash).Write());
    }

    private async Task Empty(BackupManifest manifest)
    {
        if (manifest.Provider != database.Provider)
            throw new BackupRefusal($"This back-up is of {manifest.Provider}, and the program is set to {database.Provider}. Set Database:Provider to {manifest.Provider}.");
        if (Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories).Any(f => Path.GetFileName(f) != "lock"))
            throw new BackupRefusal($"The data folder {folder.Root} is not empty. A back-up is restored into an empty folder only; set Data:Path to a new one.");
        if (database.IsSqlite) return;
        await using var db = database.Open();
        if (await db.Database.CanConnectAsync() && (await db.Database.GetAppliedMigrationsAsync()).Any())
            throw new BackupRefusal("The database is not empty. A back-up is restored into an empty database only; make a new one and name it in ConnectionStrings:Wijkfonds.");
    }

    private static ZipArchive Open(string file)
    {
        try
        {
            return ZipFile.OpenRead(file);
        }
        catch (InvalidDataException)
        {
            throw new BackupRefusal($"{file} is not a back-up of Wijkfonds, or it is damaged.");
        }
    }

    private static async Task Put(ZipArchive zip, string name, byte[] bytes)
    {
        await using var entry = zip.CreateEntry(name).Open();
        await entry.WriteAsync(bytes);
    }

    private static async Task<byte[]> Bytes(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        await using var stream = await entry.OpenAsync();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
