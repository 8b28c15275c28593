using System.Reflection;
using Xunit.Sdk;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>Runs a theory on SQLite and on PostgreSQL. tests/run always starts a PostgreSQL; without one see <see cref="DatabasesTests"/>.</summary>
public sealed class EachDatabaseAttribute : DataAttribute
{
    public const string Postgres = "Postgres";
    public const string Sqlite = "Sqlite";

    public static string? PostgresServer => Environment.GetEnvironmentVariable("WIJKFONDS_TEST_POSTGRES");

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        PostgresServer is null ? [[Sqlite]] : [[Sqlite], [Postgres]];
}

/// <summary>Skipped, and said so, where no PostgreSQL is configured.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (EachDatabaseAttribute.PostgresServer is null) Skip = "WIJKFONDS_TEST_POSTGRES names no server";
    }
}

public sealed class DatabasesTests
{
    [PostgresFact]
    public async Task PostgreSQL_answers_so_that_no_test_skipped_it()
    {
        await using var connection = new Npgsql.NpgsqlConnection(EachDatabaseAttribute.PostgresServer);
        await connection.OpenAsync();
        Assert.StartsWith("1", connection.ServerVersion, StringComparison.Ordinal);
    }
}
