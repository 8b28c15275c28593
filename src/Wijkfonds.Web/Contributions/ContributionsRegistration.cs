using Wijkfonds.Web.Alliance;

namespace Wijkfonds.Web.Contributions;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class ContributionsRegistration
{
    public static void AddContributions(this IServiceCollection services)
    {
        services.AddScoped<EnterContributor>();
        services.AddScoped<EnterDeposit>();
        services.AddScoped<IEffect, ConfirmContributor>();
        services.AddScoped<IEffect, ConfirmDeposit>();
    }
}
