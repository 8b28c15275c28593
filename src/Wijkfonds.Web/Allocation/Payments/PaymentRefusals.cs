using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>Who gets the money neither prepares nor releases it.</summary>
public sealed record ReceiverCannotRelease : Refusal
{
    public override int Status => StatusCodes.Status403Forbidden;
}

public sealed record PayeeAccountUnknown : Refusal
{
    public override string? Field => "account";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Promises that are prepared for payment already are not paid twice.</summary>
public sealed record AwardWaits(Cents Asked, Cents Left, Cents Waiting) : Refusal
{
    public override string? Field => "amount";
}
