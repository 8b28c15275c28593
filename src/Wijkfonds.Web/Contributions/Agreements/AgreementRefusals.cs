using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>Something about what was typed for an agreement.</summary>
public abstract record AgreementRefusal(string At) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record YearOutOfReach(string Where, int First, int Last) : AgreementRefusal(Where);

public sealed record TooManyYears(int Most) : AgreementRefusal("Years");

/// <summary>A line of the schedule is not a day and an amount.</summary>
public sealed record ScheduleLineUnreadable(int Line, string Text) : AgreementRefusal("Schedule");

public sealed record ScheduleLineOutOfReach(int Line, DateOnly Day) : AgreementRefusal("Schedule");

/// <summary>It waits for a second member, or was voted down.</summary>
public sealed record AgreementNotConfirmed : Refusal;

public sealed record AgreementHasEnded(DateOnly Day) : Refusal;

/// <summary>The notice that was agreed is longer.</summary>
public sealed record NoticeTooShort(int Months, DateOnly Earliest) : AgreementRefusal("day");

public sealed record AgreementIsFinal(Cents Amount) : Refusal;

/// <summary>More than was promised is a new agreement.</summary>
public sealed record FinalAbovePromise(Cents Asked, Cents Promised) : AgreementRefusal("amount");
