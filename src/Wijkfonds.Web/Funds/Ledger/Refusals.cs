using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>Nothing, or less than nothing, cannot be booked.</summary>
public sealed record AmountNotPositive : Refusal
{
    public override string? Field => "amount";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Larger than any amount the book takes in one entry: a slip of the keyboard.</summary>
public sealed record AmountTooLarge(Cents Largest) : Refusal
{
    public override string? Field => "amount";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>The pot does not hold what is asked.</summary>
public sealed record ExceedsPot(Cents Asked, Cents Free) : Refusal;

/// <summary>The pot may hold it, but part of it is bound by earmarks that do not admit this section.</summary>
public sealed record PotIsBound(Cents Asked, Cents Free, Cents Bound) : Refusal;

/// <summary>Only what is free and was this giver's can go back to it.</summary>
public sealed record ExceedsGiversFree(Cents Asked, Cents Free) : Refusal
{
    public override string? Field => "amount";
}

/// <summary>The section does not hold what is asked.</summary>
public sealed record ExceedsReserved(Cents Asked, Cents Left) : Refusal;

/// <summary>More than what is left of the promise to a plan.</summary>
public sealed record ExceedsAward(Cents Asked, Cents Left) : Refusal
{
    public override string? Field => "amount";
}

/// <summary>A team gives back more than it was paid.</summary>
public sealed record ExceedsPaid(Cents Asked, Cents Paid) : Refusal
{
    public override string? Field => "amount";
}

/// <summary>The petty cash does not hold what is asked.</summary>
public sealed record ExceedsCash(Cents Asked, Cents Held) : Refusal
{
    public override string? Field => "amount";
}

/// <summary>It holds that much now, and did not on the day of the receipt or since.</summary>
public sealed record ExceedsCashThen(Cents Asked, Cents Held, DateOnly Day) : Refusal
{
    public override string? Field => "date";
}

/// <summary>With this the petty cash would hold more than the fund's rule allows.</summary>
public sealed record ExceedsCashMaximum(Cents Asked, Cents Held, Cents Maximum) : Refusal
{
    public override string? Field => "amount";
}

/// <summary>The same deposit, award or payment stands in the book.</summary>
public sealed record AlreadyBooked(long Sequence) : Refusal;

public sealed record AlreadyReversed(long By) : Refusal;

/// <summary>A reversal is not reversed.</summary>
public sealed record ReversalStays : Refusal;

/// <summary>What a round did with money follows from the round.</summary>
public sealed record EntryOfRound : Refusal;

/// <summary>The money that this would take back has been used for something else.</summary>
public sealed record BalanceBelowZero(Cents Short) : Refusal;

/// <summary>On that day, or between it and now, the money was not there.</summary>
public sealed record BelowZeroThen(Cents Short, DateOnly Day) : Refusal;
