using System.Text.Json;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Rounds;

/// <summary>Two members move a deadline, with a public reason.</summary>
public sealed class MovingDeadline : IEffect
{
    public DecisionKind Kind => DecisionKind.MoveDeadline;

    public static async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now,
        int number, DeadlineKind which, string? typed, string? typedReason)
    {
        if (!who.IsMember || await db.Round(number) is not { } round) return new NotFoundHere();
        var from = Timetable.Of(round)[which];
        var to = Deadline.Read(typed, from.Zone, "To");
        if (to.Refused) return to.Refusal;
        if (DeadlineMove.Check(round, which, to.Value, now) is { } refusal) return refusal;
        var reason = PublicReasonNeeded.Read(typedReason);
        if (reason.Refused) return reason.Refusal;
        return await deciding.Propose(db, who, now, DecisionKind.MoveDeadline, round.Id, round.Name, $"/rondes/{number}",
            JsonSerializer.Serialize(new DeadlineMove(which, from.Local, to.Value.Local, reason.Value)), reason.Value);
    }

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        return await db.Round(decision.Subject) is { } round && Terms(decision) is { } move ? Sentences(round, move, words) : [];
    }

    /// <summary>From when to when, and why.</summary>
    public static IReadOnlyList<string> Sentences(Round round, DeadlineMove move, Words words)
    {
        var zone = round.SubmissionOpens.Zone;
        return Deadline.Read(move.From, zone, "").Value is { } from && Deadline.Read(move.To, zone, "").Value is { } to
            ? [words["round.moved", move.Which, from, to], words["round.because", move.Reason]]
            : [];
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Round(decision.Subject) is not { } round || Terms(decision) is not { } move) return new NotFoundHere();
        var from = Timetable.Of(round)[move.Which];
        if (from.Local != move.From) return new RulesChanged();
        var to = Deadline.Read(move.To, from.Zone, "To");
        if (to.Refused) return to.Refusal;
        if (DeadlineMove.Check(round, move.Which, to.Value, now) is { } refusal) return refusal;
        round.Move(move.Which, to.Value);
        return null;
    }

    public static DeadlineMove? Terms(Decision decision) => JsonSerializer.Deserialize<DeadlineMove>(decision.Terms);
}

/// <summary>What changes for everybody says why, where everybody can read it.</summary>
public sealed record PublicReasonNeeded() : RoundRefusal("Reason")
{
    public const int Most = 500;

    public static Outcome<string> Read(string? typed)
    {
        var reason = Typed.Line(typed, "Reason", Most);
        return reason.Value is "" ? new PublicReasonNeeded() : reason;
    }
}
