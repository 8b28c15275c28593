using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>Pledges not yet received that this plan may use, less what is conditional already, are less than what is asked.</summary>
public sealed record YearNotCovered(string Year, Cents Asked, Cents Room, Cents Pledged, Cents Conditional) : Refusal
{
    public override string? Field => $"year-{Year}";
}

/// <summary>Only years after this one, and not beyond the eight that can be looked ahead.</summary>
public sealed record YearNotAhead(string First, string Last) : Refusal;

/// <summary>Nothing of what was promised is left and nothing was kept: the plan gave it all back.</summary>
public sealed record AwardHandedBack : Refusal;

/// <summary>The year is a commitment already, was withdrawn, or lapsed.</summary>
public sealed record YearIsSettled : Refusal;
