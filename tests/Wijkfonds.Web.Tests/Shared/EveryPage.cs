using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>All pages there are, found in the program itself, so that a new one is not forgotten.</summary>
public static partial class EveryPage
{
    /// <summary>The year that is looked at where a page is of a year: the last that is over, so that it can be audited.</summary>
    public static int Year(TestSite site) => site.Services.GetRequiredService<TimeProvider>().GetUtcNow().Year - 1;

    /// <summary>Paths below a fund, with 1 wherever the route wants a number, and that year where it wants a year.</summary>
    public static IReadOnlyList<string> Paths(TestSite site) =>
        [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => Parameter().Replace("/" + e.RoutePattern.RawText!.TrimStart('/'), m => m.Value.Contains('?', StringComparison.Ordinal) ? "" : m.Value.StartsWith("{year", StringComparison.Ordinal) ? Year(site).ToString(CultureInfo.InvariantCulture) : "1").TrimEnd('/'))
            .Select(path => path.Length == 0 ? "/" : path).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>One text for all rows of all tables: what a page may not change by being looked at.</summary>
    public static async Task<string> Rows(TestSite site) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(await Words(site))));

    /// <summary>All that stands in the database, as text: what is nowhere in it is gone.</summary>
    public static async Task<string> Words(TestSite site)
    {
        await using var db = site.Open();
        var all = new StringBuilder();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).Where(t => t is not null).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
            await using var reader = await command.ExecuteReaderAsync();
            all.Append(table).Append('\n');
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++) all.Append(Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)).Append('|');
                all.Append('\n');
            }
        }
        return all.ToString();
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
