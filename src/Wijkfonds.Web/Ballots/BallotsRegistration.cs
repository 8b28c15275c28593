using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Ballots;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class BallotsRegistration
{
    public static void AddBallots(this IServiceCollection services)
    {
        services.AddRequestTimeouts(options => options.AddPolicy(VotingHours.Policy, VotingHours.RequestLimit));
        services.AddSingleton<KeyFolder>();
        services.AddSingleton<WrongCodes>();
        services.AddScoped<Entrance>();
        services.AddScoped<Casting>();
        services.AddScoped<CodeMaking>();
        services.AddScoped<Sealing>();
        services.AddScoped<IEffect, Freezing>();
        services.AddScoped<IEffect, CodeConfirming>();
        services.AddScoped<IDeskTasks, BallotTasks>();
        services.AddScoped<IJob>(s => s.GetRequiredService<Sealing>());
        services.AddScoped<IJob, KeyDestruction>();
    }
}
