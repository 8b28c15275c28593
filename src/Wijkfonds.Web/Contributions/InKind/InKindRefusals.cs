using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>Hours are not counted in pieces.</summary>
public sealed record UnitDoesNotFit(OfferKind Kind, OfferUnit Unit) : Refusal
{
    public override string? Field => "Unit";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>The year of this day was closed: its annual accounts stand.</summary>
public sealed record OfferYearClosed(string Where, string Closed) : Refusal
{
    public override string? Field => Where;
}

/// <summary>Who speaks for the plan: its own team, or a member where there is nobody else.</summary>
public sealed record NotYourTeam : Refusal
{
    public override int Status => StatusCodes.Status403Forbidden;
}

/// <summary>The team has an account and is not the giver: the alliance does not speak for it.</summary>
public sealed record TeamSpeaksItself : Refusal
{
    public override int Status => StatusCodes.Status403Forbidden;
}

/// <summary>Who represents the giver does not also say that it arrived.</summary>
public sealed record GiverConfirmsNothing : Refusal
{
    public override int Status => StatusCodes.Status403Forbidden;
}

/// <summary>Refused, withdrawn, or not admitted yet.</summary>
public sealed record PlanNotAdmitted : Refusal
{
    public override string? Field => "plan";
}

/// <summary>Its giver means it for one plan.</summary>
public sealed record MeantForOther(int Plan, string Title) : Refusal
{
    public override string? Field => "plan";
}

public sealed record MoreThanLeft(int Asked, int Left, OfferUnit Unit) : Refusal
{
    public override string? Field => "quantity";
}

/// <summary>More than the team accepted and has not got yet.</summary>
public sealed record MoreThanAccepted(int Asked, int ToCome, OfferUnit Unit) : Refusal
{
    public override string? Field => "delivered";
}

/// <summary>There is enough now, but on that day there was not.</summary>
public sealed record NotThatDay(DateOnly Day, int Then, OfferUnit Unit) : Refusal
{
    public override string? Field => "date";
}

public sealed record OfferHasEnded(DateOnly Day) : Refusal;

/// <summary>It ended so long ago that nothing of it can be confirmed any more.</summary>
public sealed record TooLateToConfirm(DateOnly Day) : Refusal;

public sealed record DayOutsideOffer(DateOnly First, DateOnly Last) : Refusal
{
    public override string? Field => "date";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>The same day and the same quantity for the same plan: probably confirmed twice.</summary>
public sealed record DeliveryLooksSame(DateOnly Day) : Refusal
{
    public override string? Field => "again";
}

/// <summary>It was taken back already.</summary>
public sealed record CorrectedBefore : Refusal;

public sealed record WithdrawnBefore(DateOnly Day) : Refusal;
