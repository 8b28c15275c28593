using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Panels;

/// <summary>What was typed cannot be so.</summary>
public abstract record Mistyped(string At) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record SeatsOutOfRange(int Most) : Mistyped("seats");

public sealed record ReserveOutOfRange(int Most) : Mistyped("reserve");

public sealed record ListClosesInPast() : Mistyped("closes");

/// <summary>The panel advises before people vote.</summary>
public sealed record ListClosesTooLate(Deadline VotingOpens) : Mistyped("closes");

/// <summary>Known numbers could be drawn to taste: the source has to speak after the list and the source are published.</summary>
public sealed record SourceSpokeAlready(Deadline Speaks) : Mistyped("speaks");

/// <summary>The round is a draft, or people vote already.</summary>
public sealed record TooLateForPanel : Refusal;

/// <summary>No panel for a round that was stopped.</summary>
public sealed record RoundWasStopped : Refusal;

public sealed record PeopleCameForward(int Count) : Refusal;

public sealed record ListClosed(Deadline Since) : Refusal;

public sealed record ListStillOpen(Deadline Until) : Refusal;

public sealed record OnListAlready(int Number) : Refusal;

public sealed record NotOnList : Refusal;

public sealed record NobodyCameForward : Refusal;

public sealed record DrawAnnouncedAlready : Refusal;

public sealed record DrawNotAnnounced : Refusal;

public sealed record SourceIsSilent(Deadline Until) : Refusal;

public sealed record DrawHeldAlready : Refusal;

/// <summary>The list is not the one that the first member saw.</summary>
public sealed record ListDiffers : Refusal;

/// <summary>Who can be drawn does not hold the draw.</summary>
public sealed record InThePool : Refusal;

public sealed record DeclinedBefore : Refusal;

public sealed record NoSeatToAccept : Refusal;
