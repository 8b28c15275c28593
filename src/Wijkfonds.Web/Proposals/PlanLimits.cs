namespace Wijkfonds.Web.Proposals;

/// <summary>How long the parts of a plan may be, and how many plans one person may have in a round.</summary>
public static class PlanLimits
{
    public const int Title = 100;
    public const int Summary = 200;
    public const int Story = 4000;
    public const int Place = 120;
    public const int OwnPart = 1000;
    public const int Team = 200;
    public const int CostLines = 20;
    public const int CostWords = 120;
    public const int ReviewWords = 2000;
    /// <summary>Open drafts of one person in one round.</summary>
    public const int Drafts = 5;
    /// <summary>Drafts and submitted plans of one person in one round, withdrawn ones included: a list cannot be flooded.</summary>
    public const int Plans = 10;
}
