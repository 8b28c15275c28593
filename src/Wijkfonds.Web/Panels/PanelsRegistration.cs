using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Panels;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class PanelsRegistration
{
    public static void AddPanels(this IServiceCollection services)
    {
        services.AddSingleton<PanelMails>();
        services.AddScoped<IEffect, AnnounceDraw>();
        services.AddScoped<IEffect, HoldDraw>();
        services.AddScoped<IJob, TellReserves>();
        services.AddScoped<IDeskTasks, PanelTasks>();
    }
}
