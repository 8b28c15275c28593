using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>What the demonstration adds: its own clock, the bar, and a neighbourhood with a past. Nothing of it works outside Development.</summary>
public static class DemonstrationRegistration
{
    public static void AddDemonstration(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Stage>();
        if (!builder.Environment.IsDevelopment()) return;
        builder.Services.AddSingleton<DemoClock>();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(s => s.GetRequiredService<DemoClock>()));
        builder.Services.AddSingleton<Opening>();
    }

    /// <summary>Fills an empty demonstration, and tells where it can be seen.</summary>
    public static async Task OpenDemonstration(this WebApplication app)
    {
        var stage = app.Services.GetRequiredService<Stage>();
        if (!stage.IsSet) return;
        if (stage.IsOpenToAll)
            app.Logger.LogWarning("Demonstration:Anywhere is on: anybody who reaches this address can be anybody. Never do this with real people's data.");
        await app.Services.GetRequiredService<Opening>().FillIfEmpty();
    }
}
