using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions;

/// <summary>Who may enter money: the treasurer, signed in with a second factor. Who confirms it has a second factor too.</summary>
public static class Treasury
{
    public static Refusal? Bar(Viewer who) =>
        !who.IsMember ? new NotFoundHere() : !who.IsTreasurer ? new TreasurerNeeded() : who.HasSecondFactor ? null : new SecondFactorNeeded();

    public static Refusal? BarConfirming(Viewer who) => who.HasSecondFactor ? null : new SecondFactorNeeded();
}

public sealed record TreasurerNeeded : Refusal
{
    public override int Status => StatusCodes.Status403Forbidden;
}
