using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Neighbours;

/// <summary>Who touches money signs in with an authenticator app.</summary>
public sealed record SecondFactorNeeded : Refusal
{
    public override int Status => StatusCodes.Status403Forbidden;
}
