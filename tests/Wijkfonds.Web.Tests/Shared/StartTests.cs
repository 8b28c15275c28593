using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Shared;

public sealed class StartTests
{
    [Fact]
    public async Task Without_a_public_address_Production_does_not_start_and_says_why()
    {
        var (code, said) = await RunProgram(Directory.CreateTempSubdirectory("wijkfonds-test-").FullName, address: "");
        Assert.Equal(1, code);
        Assert.Contains("Site:BaseUrl is not set", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_folder_does_not_start_and_says_why()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        var (code, said) = await RunProgram(site.DataPath, address: "https://fonds.example");
        Assert.Equal(1, code);
        Assert.Contains("Another Wijkfonds process works with the data folder", said, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task It_is_ready_when_the_database_answers_and_alive_in_any_case(string database)
    {
        await using var site = new TestSite(database);
        await site.GivenFund();
        using var client = site.CreateClient();
        foreach (var path in new[] { "/health/live", "/health/ready" })
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        await using (var db = site.Open())
        {
            await using var command = Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database).CreateCommand();
            await command.Connection!.OpenAsync();
            command.CommandText = "DELETE FROM \"__EFMigrationsHistory\"";
            await command.ExecuteNonQueryAsync();
        }
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task One_of_two_servers_runs_a_job_and_the_other_takes_over_when_it_is_gone(string database)
    {
        await using var site = new TestSite(database);
        var one = new JobLeases(site.Database);
        var other = new JobLeases(site.Database);
        var now = site.Clock.Now;
        _ = site.Services;
        Assert.True(await one.Take("telling", now));
        Assert.True(await one.Take("telling", now));
        var alone = database == EachDatabaseAttribute.Sqlite;
        Assert.Equal(alone, await other.Take("telling", now));
        Assert.Equal(alone, await other.Take("telling", now + JobLeases.Length - TimeSpan.FromSeconds(1)));
        Assert.True(await other.Take("telling", now + JobLeases.Length));
        await other.GiveBack("telling", now + JobLeases.Length);
        Assert.True(await one.Take("telling", now + JobLeases.Length));
    }

    private static async Task<(int Code, string Said)> RunProgram(string data, string address)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Data__Path"] = data;
        start.Environment["Site__BaseUrl"] = address;
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        return (process.ExitCode, await said);
    }
}
