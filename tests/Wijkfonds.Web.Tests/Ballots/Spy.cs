using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Ballots;

/// <summary>Someone who holds the database, its files and old copies of them, and knows who voted when. The key folder is not theirs.</summary>
internal static class Spy
{
    public static async Task<List<object?[]>> Ask(TestSite site, string sql)
    {
        await using var db = site.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add(row);
        }
        return rows;
    }

    public static async Task<IReadOnlyList<string>> TablesOf(TestSite site, Guid box) =>
        [.. (await Ask(site, site.Database.IsSqlite ? "SELECT name FROM sqlite_master WHERE type = 'table'" : "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"))
            .Select(r => (string)r[0]!).Where(t => t.Contains(box.ToString("N"), StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>All rows of a box table as it is now: tag and what stands beside it, as text.</summary>
    public static async Task<Dictionary<string, string>> Copy(TestSite site, string table, string column) =>
        (await Ask(site, $"SELECT \"Tag\", \"{column}\" FROM \"{table}\"")).ToDictionary(
            r => Convert.ToHexString((byte[])r[0]!), r => r[1] is byte[] bytes ? Convert.ToHexString(bytes) : $"{r[1]}", StringComparer.Ordinal);

    /// <summary>The bytes of every file of the data folder whose path does not start with one of these.</summary>
    public static IReadOnlyList<(string File, byte[] Bytes)> Files(TestSite site, params string[] without)
    {
        var found = new List<(string, byte[])>();
        foreach (var file in Directory.EnumerateFiles(site.DataPath, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(site.DataPath, file);
            if (without.Any(w => name.StartsWith(w, StringComparison.Ordinal)) || name.EndsWith("-shm", StringComparison.Ordinal) || name == "lock") continue;
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            found.Add((name, bytes));
        }
        return found;
    }

    public static bool Holds(this byte[] haystack, byte[] needle) => haystack.AsSpan().IndexOf(needle) >= 0;

    public static bool Holds(this byte[] haystack, string needle) => haystack.Holds(Encoding.UTF8.GetBytes(needle)) || haystack.Holds(Encoding.Unicode.GetBytes(needle));
}
