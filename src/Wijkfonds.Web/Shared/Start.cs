using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Shared;

/// <summary>What must be so before the program opens its door; each answer is one sentence for the host.</summary>
public static class Start
{
    /// <summary>Null when all is well.</summary>
    public static string? Unmet(WebApplication app)
    {
        var address = app.Configuration["Site:BaseUrl"];
        if (app.Environment.IsProduction() && string.IsNullOrWhiteSpace(address))
            return "Site:BaseUrl is not set. Mails, letters and QR codes need the public address; set it, for example Site__BaseUrl=https://fonds.example.";
        if (!string.IsNullOrWhiteSpace(address) && !(Uri.TryCreate(address, UriKind.Absolute, out var read) && read.Scheme is "http" or "https"))
            return $"Site:BaseUrl is '{address}', which is not an address that starts with https://.";
        var folder = app.Services.GetRequiredService<DataFolder>().Root;
        if (!app.Services.GetRequiredService<DataLock>().Take())
            return $"Another Wijkfonds process works with the data folder {folder}. With SQLite there is one server process; stop the other, or use PostgreSQL.";
        return null;
    }
}
