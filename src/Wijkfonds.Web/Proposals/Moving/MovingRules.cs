using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Proposals.Moving;

/// <summary>When a plan can be moved, and which section takes it: one that admits it, can pay it, and holds no money that it does not fit.</summary>
public static class MovingRules
{
    public static Refusal? MayMove(Proposal plan, Round round, DateTimeOffset now) =>
        WritingRules.BeforeFreeze(round, now) ?? (plan.IsAdmitted ? null : new OnlyAdmittedMoves());

    public static async Task<Refusal?> MayEnter(WijkfondsContext db, Proposal plan, Section to)
    {
        if (to.Id == plan.SectionId) return new AlreadyInSection(to.Name);
        if (SectionLimits.Check(to, plan.Round.Themes.SingleOrDefault(t => t.Id == plan.ThemeId)?.Name, plan.WholeNeighbourhood) is { } barred) return barred;
        if (plan.Asked > to.Budget) return new SectionTooSmall(to.Name, to.Budget, plan.Asked);
        return (await SectionEarmarks.FitsAnywhere(db, plan)).FirstOrDefault(f => f.In.Section.Id == to.Id && f.Fit.Fits is false) is { } misfit
            ? new DoesNotFitThere(to.Name, misfit.In.Earmark.Name, misfit.In.Giver) : null;
    }
}

/// <summary>A plan that is still being reviewed or written is changed by its makers.</summary>
public sealed record OnlyAdmittedMoves : Refusal;

public sealed record AlreadyInSection(string Section) : Refusal
{
    public override string? Field => "section";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record SectionTooSmall(string Section, Cents Budget, Cents Asked) : Refusal
{
    public override string? Field => "section";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>There it would stand in the way as much as here.</summary>
public sealed record DoesNotFitThere(string Section, string Earmark, string Giver) : Refusal
{
    public override string? Field => "section";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Somebody else moved it after this was proposed.</summary>
public sealed record PlanMovedSince : Refusal;
