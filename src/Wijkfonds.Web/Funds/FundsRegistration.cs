using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Holding;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class FundsRegistration
{
    public static void AddFunds(this IServiceCollection services)
    {
        services.AddSingleton<Book>();
        services.AddScoped<ReversingEntry>();
        services.AddScoped<IEffect, SettingHolder>();
        services.AddScoped<IEffect>(s => s.GetRequiredService<ReversingEntry>());
        services.AddScoped<SettingMoneyRules>();
        services.AddScoped<IEffect>(s => s.GetRequiredService<SettingMoneyRules>());
        services.AddScoped<BankAlarm>();
        services.AddScoped<ReadingBank>();
        services.AddScoped<Explaining>();
        services.AddScoped<ExplainingOutgoing>();
        services.AddScoped<IEffect>(s => s.GetRequiredService<ExplainingOutgoing>());
        services.AddScoped<IDeskTasks, BankTasks>();
        services.AddScoped<IJob, RemindBank>();
        services.AddScoped<IJob, WatchBook>();
        services.AddScoped<Cash.KeepingCash>();
        foreach (var kind in Cash.DecidingCash.Kinds) services.AddScoped<IEffect>(s => new Cash.DecidingCash(kind, s.GetRequiredService<Book>()));
        services.AddScoped<IDeskTasks, Cash.CashTasks>();
        services.AddScoped<OwnCosts.PayingOwnCosts>();
        services.AddScoped<IEffect>(s => s.GetRequiredService<OwnCosts.PayingOwnCosts>());
        services.AddScoped<ClosingYear>();
        services.AddScoped<IEffect>(s => s.GetRequiredService<ClosingYear>());
    }
}
