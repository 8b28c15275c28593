namespace Wijkfonds.Web.Shared;

/// <summary>
/// A named reason why a rule says no. Its words stand in a texts.json under "refusal.{TypeName}", with the record's
/// own properties, in order of declaration, as {0}, {1}, …; <see cref="Refusals"/> gives words and status.
/// </summary>
public abstract record Refusal
{
    /// <summary>The name of the form field it belongs to, where there is one.</summary>
    public virtual string? Field => null;

    /// <summary>422 for what was typed, 409 for what the state of things forbids, 403 for rights, 404 for what one may not see.</summary>
    public virtual int Status => StatusCodes.Status409Conflict;
}

/// <summary>What this person may not see does not exist.</summary>
public sealed record NotFoundHere : Refusal
{
    public override int Status => StatusCodes.Status404NotFound;
}

/// <summary>Seen, but not this person's to do.</summary>
public sealed record NotYours : Refusal
{
    public override int Status => StatusCodes.Status403Forbidden;
}

/// <summary>A field was left empty, or its value cannot be read. The words come from "refusal.{What}".</summary>
public sealed record Missing(string Where, string What) : Refusal
{
    public override string? Field => Where;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Too many others wrote at the same moment; nothing was changed.</summary>
public sealed record Busy : Refusal
{
    public override int Status => StatusCodes.Status503ServiceUnavailable;
}
