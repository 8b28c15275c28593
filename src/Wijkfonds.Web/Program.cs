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
await app.Services.GetRequiredService<Schema>().Migrate();
await app.OpenDemonstration();
app.UseWijkfonds();
app.Lifetime.ApplicationStarted.Register(() =>
{
    foreach (var address in app.Urls) Console.WriteLine($"Wijkfonds is ready: {address}");
});
await app.RunAsync();

/// <summary>Named so that tests can start the program as it is.</summary>
public partial class Program;
