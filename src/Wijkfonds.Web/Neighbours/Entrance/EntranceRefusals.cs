using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Neighbours.Entrance;

/// <summary>Address or password does not fit; which of the two stays unsaid.</summary>
public sealed record WrongSignIn : Refusal
{
    public override string? Field => "Email";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record WrongPassword(string At) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record WrongCode : Refusal
{
    public override string? Field => "Code";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record TooManyAttempts(int Minutes) : Refusal
{
    public override int Status => StatusCodes.Status429TooManyRequests;
}

/// <summary>The password was right; the link in the mail was not followed yet. It is sent again.</summary>
public sealed record NotConfirmedYet : Refusal
{
    public override int Status => StatusCodes.Status403Forbidden;
}

/// <summary>More than five minutes between password and code.</summary>
public sealed record SignInExpired : Refusal;

/// <summary>Used before, replaced by a newer one, too old, or mangled on the way.</summary>
public sealed record StaleLink : Refusal;

public sealed record AlreadyConfirmed : Refusal;

public sealed record AddressTaken : Refusal
{
    public override string? Field => "Email";
}
