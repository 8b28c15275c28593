using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Proposals;

/// <summary>Writing a plan needs an account, so that its maker can be told what happens with it.</summary>
public sealed record AccountNeeded : Refusal
{
    public override int Status => StatusCodes.Status403Forbidden;
}

public sealed record SubmissionNotOpen(Deadline Opens) : Refusal;

public sealed record SubmissionClosed(Deadline Closed) : Refusal;

public sealed record RoundStopped : Refusal;

/// <summary>The plans on the ballot are fixed; nothing about a plan changes any more.</summary>
public sealed record PlanListFrozen : Refusal;

/// <summary>Submission is over and nobody asked for changes.</summary>
public sealed record ReviewIsRunning : Refusal;

/// <summary>Admitted, refused or withdrawn: this plan stays as it is.</summary>
public sealed record PlanIsFinal(ProposalActKind State) : Refusal;

/// <summary>The same plan was saved elsewhere in the meantime.</summary>
public sealed record StaleRevision : Refusal;

public sealed record NothingChanged : Refusal;

public sealed record TooManyDrafts(int Most) : Refusal;

public sealed record TooManyPlans(int Most) : Refusal;

public sealed record PlanWordsTooLong(string Where, int Most, int Typed) : Refusal
{
    public override string? Field => Where;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record TooManyCostLines(int Most, int Typed) : Refusal
{
    public override string? Field => "What.0";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record AmountUnreadable(int Line) : Refusal
{
    public override string? Field => $"Amount.{Line - 1}";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record AmountWithoutWords(int Line) : Refusal
{
    public override string? Field => $"What.{Line - 1}";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record TooExpensive(Cents Most, Cents Asked) : Refusal
{
    public override string? Field => "What.0";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>More than the whole section has: it could never win.</summary>
public sealed record TooExpensiveForSection(Cents Most, Cents Asked, string Section) : Refusal
{
    public override string? Field => "What.0";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record TooCheap(Cents Least, Cents Asked) : Refusal
{
    public override string? Field => "What.0";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Parts are missing; the page lists them with the step where each belongs.</summary>
public sealed record PlanIncomplete(int Parts) : Refusal
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
