using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>Who gets the money neither prepares nor releases it.</summary>
public sealed record ReceiverCannotRelease : Refusal
{
    public override int Status => StatusCodes.Status403Forbidden;
}

/// <summary>Members recorded that who speaks is related to who gets the money.</summary>
public sealed record RelatedToReceiver : Refusal
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

/// <summary>This receiver was paid on another account before: changing it takes two people, a call and two days.</summary>
public sealed record IbanIsOther(string Name, OutgoingKind Kind, int Number) : Refusal
{
    public override string? Field => "iban";
}

/// <summary>The receiver's account was changed a short while ago.</summary>
public sealed record IbanTooNew(DateTimeOffset From) : Refusal;

public sealed record IbanIsTheSame : Refusal
{
    public override string? Field => "iban";
}

/// <summary>Money to this receiver was released for the account that is known.</summary>
public sealed record ReceiverIsBeingPaid(OutgoingKind Kind, int Number) : Refusal;

/// <summary>The bank's list shows that it left.</summary>
public sealed record PaymentIsFinal : Refusal;

/// <summary>It is in a file for the bank, or left already: the entry is not taken back from under it.</summary>
public sealed record PaymentHasLeft(OutgoingKind Kind, int Number) : Refusal;
