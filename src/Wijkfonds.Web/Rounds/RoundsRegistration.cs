using Wijkfonds.Web.Alliance;

namespace Wijkfonds.Web.Rounds;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class RoundsRegistration
{
    public static void AddRounds(this IServiceCollection services)
    {
        services.AddScoped<IEffect, ApprovingRound>();
        services.AddScoped<IEffect, MovingDeadline>();
        services.AddScoped<IEffect, CancellingRound>();
        services.AddScoped<IDeskTasks, RoundTasks>();
    }
}
