namespace Wijkfonds.Web.Rounds;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class RoundsRegistration
{
    public static void AddRounds(this IServiceCollection services)
    {
    }
}
