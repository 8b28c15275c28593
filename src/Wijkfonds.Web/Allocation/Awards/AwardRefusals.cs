using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>Closed by two members: nothing is paid or told any more.</summary>
public sealed record AwardIsClosed : Refusal;

/// <summary>Every part was reported on, or the next report waits for an answer or for money.</summary>
public sealed record NothingToReport : Refusal;

/// <summary>The form was about another part than the one whose turn it is now.</summary>
public sealed record OtherPartNow : Refusal;

public sealed record SentencesNeeded(int Most, int Found) : Refusal
{
    public override string? Field => "words";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record PhotoNeeded : Refusal
{
    public override string? Field => "photo";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>From the higher limit on every step has its receipts.</summary>
public sealed record ReceiptsNeeded : Refusal
{
    public override string? Field => "receipts";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>A member answered it already.</summary>
public sealed record ReportIsAnswered : Refusal;

/// <summary>Nobody accepts the report on their own plan.</summary>
public sealed record OwnReport : Refusal
{
    public override int Status => StatusCodes.Status403Forbidden;
}

/// <summary>The sample fell on it, and no receipt was sent yet.</summary>
public sealed record SampledWithoutReceipts : Refusal;

public sealed record ReportNotAccepted : Refusal;

/// <summary>The team did not agree that everybody reads its story.</summary>
public sealed record TeamKeepsStory : Refusal;

/// <summary>The next part is paid once the report on the one before it was accepted.</summary>
public sealed record ReportFirst(Cents Asked, Cents Payable) : Refusal
{
    public override string? Field => "amount";
}
