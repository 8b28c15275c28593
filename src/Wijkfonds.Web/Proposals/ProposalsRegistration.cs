using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Proposals.Moving;
using Wijkfonds.Web.Proposals.Reviewing;
using Wijkfonds.Web.Proposals.Writing;

namespace Wijkfonds.Web.Proposals;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class ProposalsRegistration
{
    public static void AddProposals(this IServiceCollection services)
    {
        services.AddScoped<Submission>();
        services.AddScoped<ReviewProposing>();
        services.AddScoped<IEffect, ReviewEffect>();
        services.AddScoped<IEffect, MovingPlan>();
        services.AddScoped<IDeskTasks, PlansToReview>();
    }
}
