namespace Wijkfonds.Web.Notifications;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class NotificationsRegistration
{
    public static void AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<Outbox>();
    }
}
