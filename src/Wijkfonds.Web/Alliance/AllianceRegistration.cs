namespace Wijkfonds.Web.Alliance;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class AllianceRegistration
{
    public static void AddAlliance(this IServiceCollection services)
    {
        services.AddScoped<Deciding>();
        services.AddScoped<IEffect, FillingSeat>();
    }
}
