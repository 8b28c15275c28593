using System.Data;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Wijkfonds.Web.Shared.Data;

/// <summary>
/// PostgreSQL: every table by COPY in one REPEATABLE READ transaction, so that all tables are of one moment. Needs no
/// client tools. Rows are ordered by their key: how they lay on disk is nobody's business.
/// </summary>
internal static class BackupPostgres
{
    private const string History = "__EFMigrationsHistory";

    public static async Task<string> Write(Database database, ZipArchive zip)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in await Names(connection, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '" + History + "' ORDER BY tablename"))
        {
            var columns = string.Join(", ", (await Names(connection, Columns, table)).Select(Quoted));
            var key = await Names(connection, Keys, table);
            var order = key.Count == 0 ? "" : " ORDER BY " + string.Join(", ", key.Select(Quoted));
            // The shape, for tables that no migration makes.
            var shape = string.Join(", ", await Names(connection, Shapes, table)) + (key.Count == 0 ? "" : $", PRIMARY KEY ({string.Join(", ", key.Select(Quoted))})");
            await using var entry = zip.CreateEntry($"tables/{table}").Open();
            await Line(entry, all, $"CREATE TABLE IF NOT EXISTS {Quoted(table)} ({shape})");
            await Line(entry, all, $"COPY {Quoted(table)} ({columns}) FROM STDIN");
            using var rows = await connection.BeginTextExportAsync($"COPY (SELECT {columns} FROM {Quoted(table)}{order}) TO STDOUT");
            while (await rows.ReadLineAsync() is { } row) await Line(entry, all, row);
        }
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    public static async Task Read(Database database, ZipArchive zip, BackupManifest manifest)
    {
        var tables = zip.Entries.Where(e => e.FullName.StartsWith("tables/", StringComparison.Ordinal)).OrderBy(e => e.Name, StringComparer.Ordinal).ToList();
        await Check(tables, manifest);
        await using var db = database.Open();
        await db.GetService<IMigrator>().MigrateAsync(manifest.Migration);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var shapes = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            using var reader = new StreamReader(await table.OpenAsync(), Encoding.UTF8);
            await Run(connection, (await reader.ReadLineAsync())!);
            shapes[table.Name] = table;
        }
        foreach (var name in ParentsFirst([.. shapes.Keys], await References(connection))) await Fill(connection, shapes[name]);
        await transaction.CommitAsync();
    }

    private static async Task Fill(NpgsqlConnection connection, ZipArchiveEntry table)
    {
        using var reader = new StreamReader(await table.OpenAsync(), Encoding.UTF8);
        await reader.ReadLineAsync();
        await using var rows = await connection.BeginTextImportAsync((await reader.ReadLineAsync())!);
        while (await reader.ReadLineAsync() is { } row) await rows.WriteAsync(row + "\n");
    }

    private static async Task Check(IEnumerable<ZipArchiveEntry> tables, BackupManifest manifest)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in tables)
        {
            using var bytes = new MemoryStream();
            await using (var stream = await table.OpenAsync()) await stream.CopyToAsync(bytes);
            all.AppendData(bytes.ToArray());
        }
        if (Convert.ToHexStringLower(all.GetHashAndReset()) != manifest.Sha256)
            throw new BackupRefusal("The tables in this back-up are damaged: their hash is not the one that was written down. Take another back-up.");
    }

    private static IEnumerable<string> ParentsFirst(List<string> tables, ILookup<string, string> parents)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<string> Visit(string table)
        {
            if (!done.Add(table)) yield break;
            foreach (var parent in parents[table].SelectMany(Visit)) yield return parent;
            yield return table;
        }
        return tables.SelectMany(Visit).Where(tables.Contains);
    }

    private static async Task<ILookup<string, string>> References(NpgsqlConnection connection) =>
        (await Names(connection, "SELECT a.relname || ' ' || b.relname FROM pg_constraint c JOIN pg_class a ON a.oid = c.conrelid JOIN pg_class b ON b.oid = c.confrelid WHERE c.contype = 'f' ORDER BY 1"))
        .Select(pair => pair.Split(' ')).ToLookup(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private const string Columns = "SELECT attname FROM pg_attribute WHERE attrelid = @t::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum";
    private const string Shapes = "SELECT quote_ident(attname) || ' ' || format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END FROM pg_attribute WHERE attrelid = @t::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum";
    private const string Keys = "SELECT a.attname FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(n, o) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.n WHERE i.indrelid = @t::regclass AND i.indisprimary ORDER BY k.o";

    private static async Task<List<string>> Names(NpgsqlConnection connection, string sql, string? table = null)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (table is not null) command.Parameters.AddWithValue("t", Quoted(table));
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return names;
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Line(Stream entry, IncrementalHash all, string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        all.AppendData(bytes);
        await entry.WriteAsync(bytes);
    }

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
