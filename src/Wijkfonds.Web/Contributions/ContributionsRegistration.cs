using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Contributions.GivingBack;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class ContributionsRegistration
{
    public static void AddContributions(this IServiceCollection services)
    {
        services.AddScoped<EnterContributor>();
        services.AddScoped<ChangeContributor>();
        services.AddScoped<EnterDeposit>();
        services.AddScoped<IEffect, ConfirmContributor>();
        services.AddScoped<IEffect, ConfirmDeposit>();
        services.AddScoped<EnterAgreement>();
        services.AddScoped<IEffect, ConfirmAgreement>();
        services.AddScoped<EndingAgreement>();
        services.AddScoped<IEffect>(s => s.GetRequiredService<EndingAgreement>());
        services.AddScoped<FinalisingAgreement>();
        services.AddScoped<IEffect>(s => s.GetRequiredService<FinalisingAgreement>());
        services.AddScoped<IJob, RemindGivers>();
        services.AddScoped<EnterRefund>();
        services.AddScoped<EnterEarmark>();
        services.AddScoped<IEffect, ConfirmEarmark>();
        services.AddScoped<IEffect, TakingOutEarmark>();
        services.AddScoped<IEffect, ReplacingPlaces>();
        services.AddScoped<TellingGiver>();
        services.AddScoped<IEffect, JudgingFit>();
        services.AddScoped<SayingFit>();
        services.AddScoped<IDeskTasks, PlansBesideEarmarks>();
        services.AddScoped<IDeskTasks, EndingEarmarks>();
        services.AddScoped<IEffect, ConfirmRefund>();
        services.AddScoped<EnterOffer>();
        services.AddScoped<IEffect, ConfirmOffer>();
        services.AddScoped<Accepting>();
        services.AddScoped<Delivering>();
        services.AddScoped<Withdrawing>();
        services.AddScoped<IDeskTasks, OfferTasks>();
        services.AddScoped<IJob, RemindTeams>();
        services.AddScoped<ChoosingInKind>();
        services.AddScoped<IEffect>(s => s.GetRequiredService<ChoosingInKind>());
    }
}
