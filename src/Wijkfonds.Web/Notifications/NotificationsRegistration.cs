using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Notifications;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class NotificationsRegistration
{
    public static void AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<Outbox>();
        services.AddSingleton<Courier>();
        // What is written is sent in the same beat.
        services.AddScoped<IJob, TellRounds>();
        services.AddScoped<IJob, SendMail>();
    }
}
