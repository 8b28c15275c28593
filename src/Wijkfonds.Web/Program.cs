using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Pages;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args, ContentRootPath = Site.ContentRoot(), WebRootPath = "wwwroot",
});
builder.WebHost.UseStaticWebAssets();
builder.AddWijkfonds();

var app = builder.Build();
await app.Services.GetRequiredService<Schema>().Migrate();
app.UseWijkfonds();
await app.RunAsync();

/// <summary>Named so that tests can start the program as it is.</summary>
public partial class Program;
