using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Alliance;

/// <summary>An open decision about the same thing already waits for a second member.</summary>
public sealed record AlreadyProposed : Refusal;

/// <summary>It was carried or dropped before.</summary>
public sealed record AlreadyDecided : Refusal;

/// <summary>Four eyes: the same person cannot be both.</summary>
public sealed record SecondPersonNeeded : Refusal;

/// <summary>A declared interest in the subject.</summary>
public sealed record StandsAside : Refusal;

/// <summary>Who put it on the table holds no seat any more, so their voice does not count.</summary>
public sealed record ProposerLeft : Refusal;

/// <summary>Who put it on the table declared an interest in it since.</summary>
public sealed record ProposerStandsAside : Refusal;

/// <summary>Who proposed it joined the plan's team since, or is related to who gets the money now.</summary>
public sealed record ProposerGetsIt : Refusal;

/// <summary>A voice against says why.</summary>
public sealed record ReasonNeeded : Refusal
{
    public override string? Field => "reason";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
