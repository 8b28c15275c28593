using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>
/// Roll and slots of one box, in two tables of their own, outside the model: they are filled once before voting, and at
/// sealing they are copied in tag order and dropped, so that nothing of how rows were written stays in the database.
/// Tags are random values, so tag order is a random order, another one for each table. No time, no counter, no roll number.
/// </summary>
public sealed class BoxTables(WijkfondsContext db, Guid box)
{
    private readonly bool sqlite = db is SqliteContext;
    private readonly string roll = $"\"roll_{box:N}\"", slots = $"\"slots_{box:N}\"", sealedRoll = $"\"sealed_roll_{box:N}\"", sealedSlots = $"\"sealed_slots_{box:N}\"";

    /// <summary>Makes and fills both tables in tag order.</summary>
    public async Task Create(IReadOnlyList<byte[]> rollTags, IReadOnlyList<(byte[] Tag, byte[] Content)> boxSlots)
    {
        await Make(roll, slots, fill: 50);
        var tags = rollTags.OrderBy(Convert.ToHexString, StringComparer.Ordinal).ToList();
        var filled = boxSlots.OrderBy(s => Convert.ToHexString(s.Tag), StringComparer.Ordinal).ToList();
        if (sqlite)
        {
            foreach (var tag in tags) await Run($"INSERT INTO {roll} VALUES (@a, 0)", tag);
            foreach (var (tag, content) in filled) await Run($"INSERT INTO {slots} VALUES (@a, @b)", tag, content);
            return;
        }
        await Run($"INSERT INTO {roll} SELECT t, false FROM unnest(@a) WITH ORDINALITY AS x(t, n) ORDER BY n", tags.ToArray());
        await Run($"INSERT INTO {slots} SELECT t, c FROM unnest(@a, @b) WITH ORDINALITY AS x(t, c, n) ORDER BY n",
            filled.Select(s => s.Tag).ToArray(), filled.Select(s => s.Content).ToArray());
    }

    /// <summary>PostgreSQL: rows are found by their key, never by reading along others, so that two voters do not look like a conflict.</summary>
    public Task ByKeyOnly() => sqlite ? Task.CompletedTask : Run("SET LOCAL enable_seqscan = off");

    /// <summary>Whether this right was used; null where the roll does not hold it.</summary>
    public async Task<bool?> IsUsed(byte[] rollTag) =>
        await One($"SELECT \"Used\" FROM {roll} WHERE \"Tag\" = @a", rollTag) is { } used ? Convert.ToBoolean(used, CultureInfo.InvariantCulture) : null;

    public Task MarkUsed(byte[] rollTag) => Run($"UPDATE {roll} SET \"Used\" = {(sqlite ? "1" : "true")} WHERE \"Tag\" = @a", rollTag);

    public async Task<byte[]?> Content(byte[] slotTag) => (byte[]?)await One($"SELECT \"Content\" FROM {slots} WHERE \"Tag\" = @a", slotTag);

    public Task Put(byte[] slotTag, byte[] content) => Run($"UPDATE {slots} SET \"Content\" = @b WHERE \"Tag\" = @a", slotTag, content);

    /// <summary>How many rights were used: turnout, the one thing that may be known before sealing.</summary>
    public Task<int> Used() => CountUsed(roll);

    public Task<int> SealedUsed() => CountUsed(sealedRoll);

    /// <summary>Copies both in tag order into new tables, written at once, and drops the old ones.</summary>
    public async Task CopyInTagOrder()
    {
        await Make(sealedRoll, sealedSlots, fill: 100);
        await Run($"INSERT INTO {sealedRoll} SELECT \"Tag\", \"Used\" FROM {roll} ORDER BY \"Tag\"");
        await Run($"INSERT INTO {sealedSlots} SELECT \"Tag\", \"Content\" FROM {slots} ORDER BY \"Tag\"");
        await Run($"DROP TABLE {roll}");
        await Run($"DROP TABLE {slots}");
    }

    public async Task<List<(byte[] Tag, byte[] Content)>> SealedSlots()
    {
        await using var command = Command($"SELECT \"Tag\", \"Content\" FROM {sealedSlots} ORDER BY \"Tag\"");
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<(byte[], byte[])>();
        while (await reader.ReadAsync()) found.Add(((byte[])reader[0], (byte[])reader[1]));
        return found;
    }

    public Task DropSealedSlots() => Run($"DROP TABLE IF EXISTS {sealedSlots}");

    /// <summary>Of a box that never counted: its codes were replaced, or the round was cancelled.</summary>
    public async Task DropAll()
    {
        foreach (var table in new[] { roll, slots, sealedRoll, sealedSlots }) await Run($"DROP TABLE IF EXISTS {table}");
    }

    private async Task Make(string rollTable, string slotTable, int fill)
    {
        // Without rowid SQLite keeps rows in tag order for good. PostgreSQL gets room to update a row on its own page.
        var (bytes, bit, kind) = sqlite ? ("BLOB", "INTEGER", "WITHOUT ROWID") : ("bytea", "boolean", $"WITH (fillfactor = {fill})");
        await Run($"CREATE TABLE {rollTable} (\"Tag\" {bytes} NOT NULL PRIMARY KEY, \"Used\" {bit} NOT NULL) {kind}");
        await Run($"CREATE TABLE {slotTable} (\"Tag\" {bytes} NOT NULL PRIMARY KEY, \"Content\" {bytes} NOT NULL) {kind}");
    }

    private async Task<int> CountUsed(string table) =>
        Convert.ToInt32(await One($"SELECT COUNT(*) FROM {table} WHERE \"Used\" = {(sqlite ? "1" : "true")}"), CultureInfo.InvariantCulture);

    private async Task Run(string sql, object? a = null, object? b = null)
    {
        // Through the context, so that the connection comes with its pragmas and stays the transaction's.
        await db.Database.OpenConnectionAsync();
        await using var command = Command(sql, a, b);
        await command.ExecuteNonQueryAsync();
        await db.Database.CloseConnectionAsync();
    }

    private async Task<object?> One(string sql, object? a = null)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = Command(sql, a);
        var found = await command.ExecuteScalarAsync();
        await db.Database.CloseConnectionAsync();
        return found;
    }

    private DbCommand Command(string sql, object? a = null, object? b = null)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (name, value) in new[] { ("@a", a), ("@b", b) })
        {
            if (value is null) continue;
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
