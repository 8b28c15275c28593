namespace Wijkfonds.Web.Statements.Auditing;

public enum FindingState
{
    /// <summary>The alliance is to answer.</summary>
    Open,
    /// <summary>The committee is to say whether that is enough.</summary>
    Answered,
    Closed,
}

/// <summary>A finding with all that happened to it, numbered within its year: 2026-1.</summary>
public sealed record Finding(int Index, AuditAct First, IReadOnlyList<AuditAct> After)
{
    public string Name => $"{Audit.Text(First.Year)}-{Audit.Text(Index)}";

    /// <summary>Its place on the page of its year.</summary>
    public string Anchor => $"bevinding-{Audit.Text(Index)}";

    public FindingState State => After.LastOrDefault()?.Kind switch
    {
        AuditActKind.Answer => FindingState.Answered,
        AuditActKind.Closed => FindingState.Closed,
        _ => FindingState.Open,
    };

    /// <summary>What asks for an answer now, or did last: the finding itself, or the committee that asked again.</summary>
    public AuditAct Asking => After.LastOrDefault(a => a.Kind == AuditActKind.Reopened) ?? First;

    public DateOnly DueOn => Asking.DueOn!.Value;

    public bool IsOverdue(DateOnly today) => State == FindingState.Open && today > DueOn;

    /// <param name="acts">Of one year.</param>
    public static IReadOnlyList<Finding> Of(IEnumerable<AuditAct> acts)
    {
        var all = acts.OrderBy(a => a.Number).ToList();
        return [.. all.Where(a => a.Kind == AuditActKind.Finding).Select((f, i) => new Finding(i + 1, f, [.. all.Where(a => a.About == f.Number && a.Kind != AuditActKind.SampleDrawn)]))];
    }
}
