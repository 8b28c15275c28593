namespace Wijkfonds.Web.Proposals;

/// <summary>What this folder adds to the program: its table of contents.</summary>
public static class ProposalsRegistration
{
    public static void AddProposals(this IServiceCollection services)
    {
    }
}
