using System.Text.Json.Serialization;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Rounds;

/// <summary>One deadline to another moment, as proposed: it binds to where the deadline stood.</summary>
public sealed record DeadlineMove(
    [property: JsonConverter(typeof(JsonStringEnumConverter<DeadlineKind>))] DeadlineKind Which, string From, string To, string Reason)
{
    /// <summary>May this deadline move there now? Nothing that has passed moves, and closing never comes nearer once voting opened.</summary>
    public static Refusal? Check(Round round, DeadlineKind which, Deadline to, DateTimeOffset now)
    {
        var phase = round.PhaseAt(now);
        if (phase is Phase.Draft or >= Phase.Counting) return new DeadlinesStand();
        var timetable = Timetable.Of(round);
        var from = timetable[which];
        // While nothing could be cast yet, a closing that passed may still move: otherwise a late print would end the round.
        var neverOpened = phase == Phase.OpeningDelayed && which == DeadlineKind.VotingCloses;
        if (from.Instant <= now && !neverOpened) return new DeadlinePassed(which, from);
        if (to.Instant <= now) return new MovedIntoThePast(to);
        if (to.Instant == from.Instant) return new NotMoved(from);
        if (which != DeadlineKind.VotingCloses || now < round.VotingOpens.Instant) return timetable.With(which, to).Check();
        if (to.Instant < from.Instant) return new OnlyLater(from);
        return to.Instant > Opened(round, now).AddDays(Timetable.LongestVoting) ? new VotingTooLong(Timetable.LongestVoting) : null;
    }

    /// <summary>When voting really opened: at its hour, or later when an act came late, or now when one is still missing.</summary>
    private static DateTimeOffset Opened(Round round, DateTimeOffset now)
    {
        var ready = Phases.MissingForVoting(round).Count > 0 ? now : Phases.NeededForVoting.Max(kind => round.Act(kind)!.At);
        return ready > round.VotingOpens.Instant ? ready : round.VotingOpens.Instant;
    }
}

/// <summary>A draft is edited instead; after closing there is nothing left to move.</summary>
public sealed record DeadlinesStand : Refusal;

public sealed record DeadlinePassed(DeadlineKind Which, Deadline Was) : RoundRefusal("Form." + Which);

public sealed record MovedIntoThePast(Deadline To) : RoundRefusal("To");

public sealed record NotMoved(Deadline Is) : RoundRefusal("To");

/// <summary>People count on the hour at which voting closes.</summary>
public sealed record OnlyLater(Deadline Closes) : RoundRefusal("To");
