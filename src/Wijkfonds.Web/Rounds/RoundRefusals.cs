using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Rounds;

/// <summary>What was typed in the form of a round does not make a round.</summary>
public abstract record RoundRefusal(string At) : Refusal
{
    public override string? Field => At;
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record SectionWithoutMoney(string Section) : RoundRefusal("Form.Sections");

/// <summary>Two sections of one round with the same name: nobody could tell them apart on the ballot.</summary>
public sealed record SectionTwice(string Section) : RoundRefusal("Form.Sections");

public sealed record TooManySections(int Most) : RoundRefusal("Form.Sections");

public sealed record TooManyThemes(int Most) : RoundRefusal("Form.Themes");

public sealed record MinimumAboveMaximum(Cents Minimum, Cents Maximum) : RoundRefusal("Form.Minimum");

public sealed record MaximumAboveSection(Cents Maximum, string Section, Cents Budget) : RoundRefusal("Form.Maximum");

public sealed record ChoicesOutOfRange(int Most) : RoundRefusal("Form.MaximumChoices");

/// <summary>A completion goes up by whole euros: nothing, or more than anybody could follow, is no step.</summary>
public sealed record StepOutOfRange(int Most) : RoundRefusal("Form.Step");

public sealed record AgeOutOfRange(string Where, int Youngest, int Oldest) : RoundRefusal(Where);

/// <summary>The form would open before a second member could agree.</summary>
public sealed record OpensInThePast(Deadline Opens) : RoundRefusal("Form.SubmissionOpens");

/// <summary>Only a draft can be changed; approved rules stand.</summary>
public sealed record RulesStand : Refusal;

/// <summary>The rules are not the ones that were proposed.</summary>
public sealed record RulesChanged : Refusal;
