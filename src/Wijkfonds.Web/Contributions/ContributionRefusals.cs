using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions;

/// <summary>An organisation of this name is there already, under this number.</summary>
public sealed record ContributorExists(int Number) : Refusal
{
    public override string? Field => "name";
}

/// <summary>Money of this organisation is booked: its kind says where that stands in the annual accounts.</summary>
public sealed record KindIsInTheBook : Refusal
{
    public override string? Field => "kind";
}

/// <summary>Seven years after its last money its record was emptied, and is not filled again.</summary>
public sealed record ContributorErased : Refusal
{
    public override string? Field => "name";
}

/// <summary>Nothing was filled in that a second member could agree to.</summary>
public sealed record NothingToConfirm : Refusal
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>For this year there is a payment plan, which a promise without one does not change: the amount would come on top.</summary>
public sealed record YearHasSchedule(string Year, Cents Scheduled) : Refusal
{
    public override string? Field => "on-top";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>What was promised for this year became another amount after this was proposed.</summary>
public sealed record PromiseChangedSince(string Year) : Refusal;

/// <summary>A second member has not confirmed the organisation yet.</summary>
public sealed record ContributorNotConfirmed : Refusal
{
    public override string? Field => "contributor";
}

public sealed record NoSuchAccount : Refusal
{
    public override string? Field => "representative";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Who audits the fund represents nobody in it.</summary>
public sealed record AuditorRepresentsNobody : Refusal
{
    public override string? Field => "representative";
}

public sealed record DepositInFuture(DateOnly Today) : Refusal
{
    public override string? Field => "date";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record DepositLongAgo(DateOnly Earliest) : Refusal
{
    public override string? Field => "date";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>The same organisation, day, amount and reference: probably the same line of the bank's list.</summary>
public sealed record DepositLooksSame(DateOnly Day, Cents Amount) : Refusal
{
    public override string? Field => "again";
}
