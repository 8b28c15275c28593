using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>Moves the clock just past the next deadline of any round, and runs what follows from it.</summary>
public sealed class MoveClockModel : DemoAct
{
    /// <summary>Long enough after a closing that the box may be sealed.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromSeconds(35);

    protected override async Task<IActionResult> Play()
    {
        if (await Next(Db, Now) is not { } next) return GoBack();
        Get<DemoClock>().MoveTo(next.Instant + Past);
        var jobs = Get<JobTimer>();
        // Twice: a count follows a sealing, a mail follows a count.
        await jobs.RunDue(HttpContext.RequestAborted, all: true);
        await jobs.RunDue(HttpContext.RequestAborted, all: true);
        TempData["done"] = T["demo.moved", T.When(next.Instant, next.Zone)];
        return GoBack();
    }

    /// <summary>The first deadline that still lies ahead.</summary>
    public static async Task<Deadline?> Next(WijkfondsContext db, DateTimeOffset now)
    {
        var rounds = await db.Set<Round>().AsNoTracking().Include(r => r.Acts).Where(r => r.VotingCloses.Instant > now).ToListAsync();
        return rounds.Where(r => !r.Has(RoundActKind.Cancelled))
            .SelectMany(r => new[] { r.SubmissionOpens, r.SubmissionCloses, r.VotingOpens, r.VotingCloses })
            .Where(d => d.Instant > now).MinBy(d => d.Instant);
    }
}
