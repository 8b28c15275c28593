namespace Wijkfonds.Web.Ballots;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class BallotsRegistration
{
    public static void AddBallots(this IServiceCollection services)
    {
    }
}
