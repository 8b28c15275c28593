using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Neighbours.Hosting;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Panels;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Demonstration;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Statements;

namespace Wijkfonds.Web.Shared;

/// <summary>The program, put together: one line for each folder.</summary>
public static class Composition
{
    public static void AddWijkfonds(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // For machines to read, one line an event; who watches a demonstration reads plain lines.
        if (!builder.Environment.IsDevelopment()) builder.Logging.AddJsonConsole(json => (json.UseUtcTimestamp, json.TimestampFormat) = (true, "O"));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<DataFolder>();
        services.AddSingleton<Database>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<DataLock>();
        services.AddScoped<Uploads.Bringing>();
        services.AddSingleton<Backup>();
        services.AddSingleton<Schema>();
        services.AddSingleton<Texts>();
        services.AddSingleton<PublicAddress>();
        services.AddScoped<FundScope>();
        services.AddScoped<Now>();
        services.AddScoped<Work>();
        services.AddScoped<EachFund>();
        services.AddScoped<ViewerOfRequest>();
        services.AddScoped(s => s.GetRequiredService<Database>().Open(s.GetRequiredService<FundScope>().Fund?.Id));
        services.AddScoped(s =>
        {
            var (fund, request) = (s.GetRequiredService<FundScope>().Fund, s.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request);
            return s.GetRequiredService<Texts>().In(Languages.Of(request, fund?.Language), fund?.Zone ?? Texts.UsualZone);
        });
        services.AddHttpContextAccessor();
        services.AddSingleton<UnnamedProxy>();
        services.AddSingleton<JobLeases>();
        services.AddSingleton<JobTimer>();
        services.AddHostedService(s => s.GetRequiredService<JobTimer>());

        services.AddFunds();
        services.AddContributions();
        services.AddAlliance();
        services.AddNeighbours();
        services.AddRounds();
        services.AddProposals();
        services.AddPanels();
        services.AddBallots();
        services.AddAllocation();
        services.AddStatements();
        services.AddNotifications();

        AddPages(builder);
        builder.AddDemonstration();
        builder.AddLimits();
    }

    private static void AddPages(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("Wijkfonds");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>((keys, folder, log) =>
            keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(new DirectoryInfo(folder.Folder("keys")), log));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "wijkfonds-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            // One for the whole site: a form on a fund's page may post to an address outside it, and back.
            options.Cookie.Path = "/";
        });
        services.AddRazorPages(options => options.Conventions.AuthorizeFolder("/"))
            .WithRazorPagesAtContentRoot()
            .AddMvcOptions(options =>
            {
                options.Filters.Add<InFund>();
                options.ModelBinderProviders.Insert(0, new CleanText());
            });
        services.Configure<CookieTempDataProviderOptions>(options => (options.Cookie.Name, options.Cookie.Path) = ("wijkfonds-bericht", "/"));
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddHealthChecks().AddCheck<Ready>("ready");
        // Letters beyond ASCII go out as themselves, and pages compressed. Compression beside https gives away only what is
        // repeated unchanged beside what a visitor sends; antiforgery tokens differ in every answer, and codes are never echoed.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddResponseCompression(options => options.EnableForHttps = true);
    }

    public static void UseWijkfonds(this WebApplication app)
    {
        // The instant of a request is its arrival, whatever waits later: a ballot that arrived in time is in time.
        app.Use((context, next) =>
        {
            context.RequestServices.GetRequiredService<Now>();
            return next();
        });
        app.UseKnownProxies();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseExceptionHandler("/fout");
        app.UseFirstRun();
        app.UseFundPrefix();
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseViewer();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
    }
}
