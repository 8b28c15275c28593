using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Wijkfonds.Web.Shared.Data;

/// <summary>SQLite: one file, written by VACUUM INTO in a read transaction of its own, while others go on writing.</summary>
internal static class BackupSqlite
{
    private const string Entry = "database.db";

    public static async Task<string> Write(Database database, ZipArchive zip, string scratch)
    {
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $file";
            command.Parameters.AddWithValue("$file", scratch);
            await command.ExecuteNonQueryAsync();
        }
        try
        {
            zip.CreateEntryFromFile(scratch, Entry);
            await using var copy = File.OpenRead(scratch);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(copy));
        }
        finally
        {
            File.Delete(scratch);
        }
    }

    public static async Task Read(Database database, ZipArchive zip, BackupManifest manifest)
    {
        var part = database.SqliteFile + ".part";
        (zip.GetEntry(Entry) ?? throw new BackupRefusal("This file holds no database. Is it a back-up of Wijkfonds?")).ExtractToFile(part, overwrite: true);
        await using (var copy = File.OpenRead(part))
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(copy)) != manifest.Sha256)
            {
                copy.Close();
                File.Delete(part);
                throw new BackupRefusal("The database in this back-up is damaged: its hash is not the one that was written down. Take another back-up.");
            }
        // A vacuumed copy is out of WAL, and who opens a database only to read cannot put it back.
        await using (var connection = new SqliteConnection($"Data Source={part};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL";
            await command.ExecuteNonQueryAsync();
        }
        File.Move(part, database.SqliteFile);
    }
}
