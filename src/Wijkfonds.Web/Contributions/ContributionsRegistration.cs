namespace Wijkfonds.Web.Contributions;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class ContributionsRegistration
{
    public static void AddContributions(this IServiceCollection services)
    {
    }
}
