using Wijkfonds.Web.Neighbours.Hosting;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Demonstration;
using Wijkfonds.Web.Shared.Pages;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args, ContentRootPath = Site.ContentRoot(), WebRootPath = "wwwroot",
});
builder.WebHost.UseStaticWebAssets();
builder.AddWijkfonds();

var app = builder.Build();
if (await BackupCommands.Run(app, args) is { } code) return code;
if (Start.Unmet(app) is { } unmet)
{
    await Console.Error.WriteLineAsync(unmet);
    return 1;
}
await app.Services.GetRequiredService<Schema>().Migrate();
await app.OpenDemonstration();
await app.Services.GetRequiredService<FirstRun>().Open();
app.UseWijkfonds();
app.Lifetime.ApplicationStarted.Register(() =>
{
    foreach (var address in app.Urls) Console.WriteLine($"Wijkfonds is ready: {address}");
});
await app.RunAsync();
return 0;

/// <summary>Named so that tests can start the program as it is.</summary>
public partial class Program;
