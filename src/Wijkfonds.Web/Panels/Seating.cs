using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Panels;

public enum SeatState { Invited, Accepted, Reserve, Declined }

/// <summary>One drawn number: its place in the draw, which never changes, and what that means today.</summary>
public sealed record Standing(int Place, Candidate Candidate, SeatState State)
{
    public bool HasSeat => State is SeatState.Invited or SeatState.Accepted;
}

/// <summary>Who has a seat now. Nobody is renumbered: who declines keeps the place, and the next on the reserve list moves up.</summary>
public static class Seating
{
    public static IReadOnlyList<Standing> Of(Panel panel)
    {
        if (panel.Held is not { } held) return [];
        var byLabel = panel.Candidates.ToDictionary(c => c.Label, StringComparer.Ordinal);
        var result = held.Bundle.Result;
        var taken = 0;
        var standings = new List<Standing>();
        foreach (var drawn in result.Drawn.Concat(result.Reserve))
        {
            var candidate = byLabel[drawn.Label];
            var state = candidate.Answer == Answer.Declined ? SeatState.Declined
                : taken == panel.Seats ? SeatState.Reserve
                : candidate.Answer == Answer.Accepted ? SeatState.Accepted : SeatState.Invited;
            if (state is SeatState.Invited or SeatState.Accepted) taken++;
            standings.Add(new Standing(drawn.Place, candidate, state));
        }
        return standings;
    }

    /// <summary>
    /// A person's answer. Declining is possible from the moment the list is closed, and final, because someone else moves up;
    /// accepting only for who has a seat.
    /// </summary>
    public static Outcome<Candidate> Say(Panel panel, Guid account, bool accepts, DateTimeOffset now)
    {
        if (panel.Pool.SingleOrDefault(c => c.AccountId == account) is not { } candidate) return new NotOnList();
        if (now < panel.Closes.Instant) return new ListStillOpen(panel.Closes);
        if (candidate.Answer == Answer.Declined) return new DeclinedBefore();
        var standing = Of(panel).SingleOrDefault(s => s.Candidate == candidate);
        if (accepts && standing is not { HasSeat: true }) return new NoSeatToAccept();
        (candidate.Answer, candidate.AnsweredAt) = (accepts ? Answer.Accepted : Answer.Declined, now);
        return candidate;
    }
}
