using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Wijkfonds.Web.Shared.Data;

/// <summary>Which database there is, and how a context on it is opened.</summary>
public sealed class Database
{
    private readonly DbContextOptions<SqliteContext>? sqlite;
    private readonly DbContextOptions<PostgresContext>? postgres;

    public Database(DataFolder folder, IConfiguration configuration, IHostEnvironment environment)
    {
        var connection = configuration.GetConnectionString("Wijkfonds") ?? "";
        var provider = configuration["Database:Provider"] ?? "Sqlite";
        IsSqlite = !provider.Equals("Postgres", StringComparison.OrdinalIgnoreCase);
        if (IsSqlite)
        {
            SqliteFile = folder.File(environment.IsDevelopment() ? "demonstratie.db" : "wijkfonds.db");
            ConnectionString = connection.Length > 0 ? connection : new SqliteConnectionStringBuilder
            {
                DataSource = SqliteFile, ForeignKeys = true, DefaultTimeout = 30,
            }.ToString();
            sqlite = new DbContextOptionsBuilder<SqliteContext>()
                .UseSqlite(ConnectionString).AddInterceptors(new SqlitePragmas()).Options;
        }
        else
        {
            if (connection.Length == 0) throw new InvalidOperationException("Database:Provider is Postgres; set ConnectionStrings:Wijkfonds.");
            ConnectionString = connection;
            postgres = new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(connection).Options;
        }
    }

    public bool IsSqlite { get; }

    public string Provider => IsSqlite ? "Sqlite" : "Postgres";

    public string ConnectionString { get; }

    /// <summary>The embedded database's file; empty on PostgreSQL.</summary>
    public string SqliteFile { get; } = "";

    /// <summary>A fresh context; with a fund it sees only that fund's rows.</summary>
    public WijkfondsContext Open(Guid? fund = null)
    {
        WijkfondsContext context = IsSqlite ? new SqliteContext(sqlite!) : new PostgresContext(postgres!);
        context.FundId = fund;
        return context;
    }

    /// <summary>Two wrote at once, or the database was busy: the whole act may be tried again.</summary>
    public static bool IsConflict(Exception? exception) => exception switch
    {
        null => false,
        DbUpdateConcurrencyException => true,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        SqliteException { SqliteErrorCode: 5 or 6 } => true,
        _ => IsConflict(exception.InnerException),
    };

    /// <summary>A unique index said no.</summary>
    public static bool IsDuplicate(Exception? exception) => exception switch
    {
        null => false,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
        _ => IsDuplicate(exception.InnerException),
    };
}

/// <summary>An acknowledged ballot survives a power cut; triggers fire on REPLACE; deleted bytes are overwritten.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA secure_delete=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
