using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Allocation;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class AllocationRegistration
{
    public static void AddAllocation(this IServiceCollection services)
    {
        services.AddScoped<IJob, CountJob>();
        services.AddSingleton<EnoughVotes>();
        services.AddScoped<IEffect, ConfirmResult>();
        services.AddScoped<PreparePayment>();
        services.AddScoped<ExportPayments>();
        services.AddScoped<WithdrawingExport>();
        services.AddScoped<IEffect>(s => s.GetRequiredService<WithdrawingExport>());
        services.AddScoped<ChangingIban>();
        services.AddScoped<TellingIban>();
        services.AddScoped<IEffect>(s => s.GetRequiredService<ChangingIban>());
        services.AddScoped<IDeskTasks, PaymentTasks>();
        services.AddScoped<IEffect, ReleasePayment>();
        services.AddScoped<Answering>();
        services.AddScoped<ProposingChange>();
        foreach (var (kind, _) in ChangingAward.Kinds) services.AddScoped<IEffect>(s => new ChangingAward(kind, s.GetRequiredService<Book>(), s.GetRequiredService<TellingYears>()));
        services.AddScoped<IDeskTasks, ReportTasks>();
        services.AddScoped<IJob, TellReports>();
        services.AddScoped<TellingYears>();
        services.AddScoped<ProposingYears>();
        services.AddScoped<IEffect, PromisingYears>();
        services.AddScoped<IEffect, WithdrawingYears>();
        services.AddScoped<Turning>();
        services.AddScoped<IJob, TurnYears>();
        services.AddScoped<IDeskTasks, YearTasks>();
    }
}
