using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>The whole program on a real database of its own, with a clock that tests move and no timer of its own.</summary>
public sealed class TestSite : WebApplicationFactory<Program>
{
    private readonly string provider;
    private readonly string folder = Directory.CreateTempSubdirectory("wijkfonds-test-").FullName;
    private readonly string postgresName = "wijkfonds_" + Guid.NewGuid().ToString("N");

    private readonly bool demonstration;
    private readonly bool logsAll;

    /// <param name="demonstration">The filled neighbourhood with its bar and its own clock, as a newcomer starts it.</param>
    /// <param name="logsAll">As if a host looks for a fault: every line that program and libraries can log, not only the usual ones.</param>
    /// <param name="from">The migration up to which an earlier version brought the database; else it is empty and new.</param>
    /// <param name="rows">What that version had written, as SQL.</param>
    public TestSite(string provider = EachDatabaseAttribute.Sqlite, bool demonstration = false, string? from = null, bool logsAll = false, params IReadOnlyList<string> rows)
    {
        this.provider = provider;
        this.demonstration = demonstration;
        this.logsAll = logsAll;
        var file = Path.Combine(folder, demonstration ? "demonstratie.db" : "wijkfonds.db");
        if (provider == EachDatabaseAttribute.Postgres && from is null) EmptyDatabase.Postgres(postgresName);
        else if (provider == EachDatabaseAttribute.Postgres) EmptyDatabase.OnServer($"CREATE DATABASE {postgresName}");
        else if (from is null) EmptyDatabase.Sqlite(file);
        if (from is not null)
            EmptyDatabase.Earlier(provider == EachDatabaseAttribute.Postgres ? EmptyDatabase.OnPostgres(postgresName) : EmptyDatabase.OnSqlite(file), from, rows).GetAwaiter().GetResult();
    }

    public FakeClock Clock { get; } = new();

    public string DataPath => folder;

    public Database Database => Services.GetRequiredService<Database>();

    public Texts Texts => Services.GetRequiredService<Texts>();

    /// <summary>A context on the site's database, as a test that looks behind the pages opens it.</summary>
    public WijkfondsContext Open() => Database.Open();

    /// <summary>Runs every job once, now. The timer goes on when one fails; a test does not.</summary>
    public async Task RunJobs()
    {
        var timer = Services.GetRequiredService<JobTimer>();
        await timer.RunDue(CancellationToken.None, all: true);
        foreach (var (name, run) in timer.Runs)
            if (run.Error is { } error) throw new InvalidOperationException($"The job {name} failed: {error}");
    }

    /// <summary>Adds rows as a past that tests start from.</summary>
    public async Task Given(params object[] rows)
    {
        await using var db = Open();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    /// <summary>A fund at /w/{slug} with nothing in it.</summary>
    public async Task<Fund> GivenFund(string slug = "oosterhoek")
    {
        var fund = new Fund { Slug = slug, Name = "Wijkfonds " + slug, Neighbourhood = slug, Residents = 12_500, CreatedAt = Clock.Now };
        await Given(fund);
        return fund;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(demonstration ? "Development" : "Production");
        builder.UseSetting("Site:BaseUrl", "http://localhost");
        builder.UseSetting("Data:Path", folder);
        builder.UseSetting("Database:Provider", provider);
        foreach (var source in logsAll ? ["Default", "Microsoft", "Microsoft.AspNetCore.Antiforgery", "Microsoft.AspNetCore.DataProtection"] : Array.Empty<string>())
            builder.UseSetting("Logging:LogLevel:" + source, "Debug");
        if (provider == EachDatabaseAttribute.Postgres)
            builder.UseSetting("ConnectionStrings:Wijkfonds", EmptyDatabase.Connection(postgresName));
        builder.ConfigureServices(services =>
        {
            if (!demonstration) services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.RemoveAll<Microsoft.Extensions.Hosting.IHostedService>();
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (provider == EachDatabaseAttribute.Postgres) EmptyDatabase.OnServer($"DROP DATABASE IF EXISTS {postgresName} WITH (FORCE)");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
